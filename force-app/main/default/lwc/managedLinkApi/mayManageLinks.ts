import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import MANAGED_LINK from '@salesforce/schema/BookingLink__c.ManagedLink__c';

/**
 * Whether the running user looks after everybody's links: may say of a booking link that it is managed. Read of
 * `BookingLink__c`, which reps see too; asking about `ManagedLink__c` would be a failed request for each of them.
 */
export function mayManageLinks(bookingLink: ObjectInfo | undefined): boolean {
    return bookingLink?.fields[MANAGED_LINK.fieldApiName]?.updateable === true;
}
