import { LightningElement, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import BOOKING_LINK from '@salesforce/schema/BookingLink__c';
import { mayManageLinks } from 'c/managedLinkApi';
import { LABELS } from './labels';

/** What the platform answers about an object that somebody may not see. */
const NO_ACCESS = [403, 404];

/** Page *Link Management*: everybody's links, and managed links. For those who may make managed links. */
export default class LinkManagement extends LightningElement {
    labels = LABELS;
    bookingLink = BOOKING_LINK;

    @wire(getObjectInfo, { objectApiName: '$bookingLink' })
    bookingLinkInfo: WireResult<ObjectInfo> = {};

    get isLoading(): boolean {
        return this.bookingLinkInfo.data === undefined && this.bookingLinkInfo.error === undefined;
    }

    get isAllowed(): boolean {
        return mayManageLinks(this.bookingLinkInfo.data);
    }

    get isRefused(): boolean {
        const { data, error } = this.bookingLinkInfo;
        return (data !== undefined && !this.isAllowed) || NO_ACCESS.includes(error?.status ?? 0);
    }

    get errors(): unknown {
        return this.isRefused ? undefined : this.bookingLinkInfo.error;
    }
}
