import { updateRecord } from 'lightning/uiRecordApi';
import IS_ACTIVE from '@salesforce/schema/BookingLink__c.IsActive__c';
import IS_IN_LIBRARY from '@salesforce/schema/BookingLink__c.IsInLibrary__c';
import REVOKED_AT from '@salesforce/schema/SingleUseLink__c.RevokedAt__c';
import type { ChangeFailure, UnusedLink } from 'types/links';

/** Switches a link on or off. @throws FetchError */
export async function setLinkActive(linkId: string, isActive: boolean): Promise<void> {
    await updateRecord({ fields: { Id: linkId, [IS_ACTIVE.fieldApiName]: isActive } });
}

/** Puts a link into the Links Library or takes it out. @throws FetchError */
export async function setLinkShared(linkId: string, isInLibrary: boolean): Promise<void> {
    await updateRecord({ fields: { Id: linkId, [IS_IN_LIBRARY.fieldApiName]: isInLibrary } });
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
    const failures: ChangeFailure[] = [];
    for (const [index, { id, number }] of links.entries()) {
        try {
            // eslint-disable-next-line no-await-in-loop -- Versions of one link, saved at once, lock each other out.
            await updateRecord({ fields: { Id: id, [REVOKED_AT.fieldApiName]: now.toISOString() } });
        } catch (error) {
            failures.push({ name: number, error });
        }
        onProgress(index + 1);
    }
    return failures;
}
