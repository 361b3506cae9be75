import { LightningElement, wire } from 'lwc';
import { getFieldValue, getRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import USER_NAME from '@salesforce/schema/User.Name';
import userId from '@salesforce/user/Id';
import type LinkCollection from 'c/linkCollection';
import LinkWizard from 'c/linkWizard';
import { LABELS } from './labels';

/** Page *My Links*: the links the running user owns, in every state, and beside them the *Links Library*. */
export default class MyLinks extends LightningElement {
    labels = LABELS;
    userId = userId;
    userFields = [USER_NAME];

    @wire(getRecord, { recordId: '$userId', fields: '$userFields' })
    user: WireResult<RecordRepresentation> = {};

    async handleNewLinkClick(): Promise<void> {
        const name = String(getFieldValue(this.user.data, USER_NAME) ?? LABELS.me);
        await LinkWizard.open({ label: LABELS.newLink, size: 'medium', user: { id: userId, name } });
        // However it was closed: its own cross does not say whether a link was saved.
        await this.refresh();
    }

    async refresh(): Promise<void> {
        // A tab that was never opened has nothing to refresh.
        const shown = [...this.template!.querySelectorAll('c-link-collection')] as (Element & LinkCollection)[];
        await Promise.all(shown.map((collection) => collection.refresh()));
    }
}
