import { updateRecord } from 'lightning/uiRecordApi';
import IS_ACTIVE from '@salesforce/schema/BookingLink__c.IsActive__c';
import IS_IN_LIBRARY from '@salesforce/schema/BookingLink__c.IsInLibrary__c';
import REVOKED_AT from '@salesforce/schema/SingleUseLink__c.RevokedAt__c';
import { doLongWork } from 'c/longWork';
import type { ChangeFailure, UnusedLink } from 'types/links';

/** Switches a link on or off. @throws FetchError */
export async function setLinkActive(linkId: string, isActive: boolean): Promise<void> {
    await updateRecord({ fields: { Id: linkId, [IS_ACTIVE.fieldApiName]: isActive } });
}

/** Puts a link into the Links Library or takes it out. @throws FetchError */
export async function setLinkShared(linkId: string, isInLibrary: boolean): Promise<void> {
    await updateRecord({ fields: { Id: linkId, [IS_IN_LIBRARY.fieldApiName]: isInLibrary } });
}

/** Withdraws a single-use link for good. @throws FetchError */
export async function revokeLink(singleUseLinkId: string, now: Date): Promise<void> {
    await updateRecord({ fields: { Id: singleUseLinkId, [REVOKED_AT.fieldApiName]: now.toISOString() } });
}

/**
 * Revokes single-use links one after another; one that cannot be revoked does not hold up the others.
 * `onProgress` hears after each how many are through.
 */
export async function revokeLinks(
    links: readonly UnusedLink[],
    now: Date,
    onProgress: (count: number) => void = () => undefined
): Promise<ChangeFailure[]> {
    // Versions of one link, saved at once, lock each other out.
    const { undone } = await doLongWork({ items: links, run: ({ id }) => revokeLink(id, now), onProgress, lanes: 1 });
    return undone.map(({ item, error }) => ({ name: item.number, error }));
}
