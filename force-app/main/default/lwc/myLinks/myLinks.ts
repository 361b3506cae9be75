import { LightningElement, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { getFieldValue, getRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import BOOKING_LINK from '@salesforce/schema/BookingLink__c';
import USER_NAME from '@salesforce/schema/User.Name';
import userId from '@salesforce/user/Id';
import type LinkCollection from 'c/linkCollection';
import LinkWizard from 'c/linkWizard';
import { mayManageLinks } from 'c/managedLinkApi';
import ManagedLinkWizard from 'c/managedLinkWizard';
import NewLinkModal from 'c/newLinkModal';
import { LABELS } from './labels';

/** Page *My Links*: the links the running user owns, in every state, and beside them the *Links Library*. */
export default class MyLinks extends LightningElement {
    labels = LABELS;
    userId = userId;
    userFields = [USER_NAME];
    bookingLink = BOOKING_LINK;

    @wire(getRecord, { recordId: '$userId', fields: '$userFields' })
    user: WireResult<RecordRepresentation> = {};

    /** Who may make managed links is asked what kind of link to make; others have no choice. */
    @wire(getObjectInfo, { objectApiName: '$bookingLink' })
    bookingLinkInfo: WireResult<ObjectInfo> = {};

    async handleNewLinkClick(): Promise<void> {
        const isAsked = mayManageLinks(this.bookingLinkInfo.data);
        const kind = isAsked ? await NewLinkModal.open({ label: LABELS.newLink, size: 'small' }) : 'standard';
        if (kind === 'managed') await ManagedLinkWizard.open({ label: LABELS.newManaged, size: 'medium' });
        if (kind === 'standard') await this.openStandard();
        // However it was closed: its own cross does not say whether a link was saved.
        await this.refresh();
    }

    async refresh(): Promise<void> {
        // A tab that was never opened has nothing to refresh.
        const shown = [...this.template!.querySelectorAll('c-link-collection')] as (Element & LinkCollection)[];
        await Promise.all(shown.map((collection) => collection.refresh()));
    }

    private async openStandard(): Promise<void> {
        const name = String(getFieldValue(this.user.data, USER_NAME) ?? LABELS.me);
        await LinkWizard.open({ label: LABELS.newLink, size: 'medium', user: { id: userId, name } });
    }
}
