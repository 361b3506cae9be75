import { createRecord } from 'lightning/uiRecordApi';
import SINGLE_USE_LINK from '@salesforce/schema/SingleUseLink__c';
import ACCOUNT from '@salesforce/schema/SingleUseLink__c.Account__c';
import BOOKING_LINK from '@salesforce/schema/SingleUseLink__c.BookingLink__c';
import CASE from '@salesforce/schema/SingleUseLink__c.Case__c';
import CONTACT from '@salesforce/schema/SingleUseLink__c.Contact__c';
import COPIED_FROM from '@salesforce/schema/SingleUseLink__c.CopiedFrom__c';
import LEAD from '@salesforce/schema/SingleUseLink__c.Lead__c';
import OPPORTUNITY from '@salesforce/schema/SingleUseLink__c.Opportunity__c';
import TOKEN_HASH from '@salesforce/schema/SingleUseLink__c.TokenHash__c';
import { fillLabel } from 'c/labelUtils';
import { hashToken, newToken } from 'c/linkToken';
import type { CopyableLink, CopyPlace } from 'types/links';
import { LABELS } from './labels';

export interface SingleUseLinkRequest {
    /** The original link. */
    link: CopyableLink;
    place: CopyPlace;
    /** Record the new link belongs to; needs `objectApiName`. */
    recordId?: string | undefined;
    objectApiName?: string | undefined;
}

/** The lookup of a single-use link for each object whose records it can belong to. */
const RECORD_LOOKUPS = new Map([
    ['Account', ACCOUNT],
    ['Case', CASE],
    ['Contact', CONTACT],
    ['Lead', LEAD],
    ['Opportunity', OPPORTUNITY]
]);

/**
 * Makes a new single-use version of `link` and returns its URL. The token is made here and only its hash is sent:
 * the URL cannot be shown again later.
 * @throws Error when the org has no service URL or records of `objectApiName` cannot have links
 * @throws FetchError when Salesforce refuses the record
 */
export async function mintSingleUseLink({
    link,
    place,
    recordId,
    objectApiName
}: SingleUseLinkRequest): Promise<string> {
    const token = newToken();
    // Before the record is made: nobody must count a link that cannot be handed out.
    const url = singleUseUrl(link, token);
    await createRecord({
        apiName: SINGLE_USE_LINK.objectApiName,
        fields: {
            [BOOKING_LINK.fieldApiName]: link.id,
            [TOKEN_HASH.fieldApiName]: await hashToken(token),
            [COPIED_FROM.fieldApiName]: place,
            ...recordFields(recordId, objectApiName)
        }
    });
    return url;
}

/**
 * The URL that books again and again.
 * @throws Error when the org has no service URL, so that there is none
 */
export function reusableUrl(link: CopyableLink): string {
    // Without a service URL the formula yields a bare path.
    if (!/^https?:/.test(link.url)) throw new Error(LABELS.serviceUrlMissing);
    return link.url;
}

/** The reusable URL ends in `/l/<slug>`; a service may live below a path, so only this end is replaced. */
function singleUseUrl(link: CopyableLink, token: string): string {
    return new URL(`../s/${token}`, reusableUrl(link)).href;
}

function recordFields(recordId: string | undefined, objectApiName: string | undefined): Record<string, string> {
    if (!recordId) return {};
    const lookup = RECORD_LOOKUPS.get(objectApiName ?? '');
    if (!lookup) throw new Error(fillLabel(LABELS.unsupportedRecord, objectApiName ?? ''));
    return { [lookup.fieldApiName]: recordId };
}
