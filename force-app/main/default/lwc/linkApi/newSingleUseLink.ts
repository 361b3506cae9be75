/**
 * What a new single-use link is made of. Standard Web APIs only: components and the browser extension
 * both run this very file, each with its own way to Salesforce.
 */
import { hashToken, newToken } from 'c/linkToken';
import type { CopyableLink, CopyPlace, RecordObject } from 'types/links';

/** A record that a single-use link belongs to. */
export interface BoundRecord {
    id: string;
    objectApiName: RecordObject;
}

export interface NewSingleUseLink {
    /** The only copy of the URL there will ever be: Salesforce learns its token's hash alone. */
    url: string;
    /** Fields of the `SingleUseLink__c` to create before anybody is given the URL. */
    fields: Record<string, string>;
}

/** The lookup of a single-use link for each object whose records it can belong to. */
const RECORD_LOOKUPS: Record<RecordObject, string> = {
    Account: 'Account__c',
    Case: 'Case__c',
    Contact: 'Contact__c',
    Lead: 'Lead__c',
    Opportunity: 'Opportunity__c'
};

/** Whether single-use links can belong to records of an object. */
export function isRecordObject(objectApiName: string): objectApiName is RecordObject {
    return Object.hasOwn(RECORD_LOOKUPS, objectApiName);
}

/** Whether a link has a URL to hand out. Without a service URL in the org its formula yields a bare path. */
export function hasServiceUrl({ url }: CopyableLink): boolean {
    return /^https?:/.test(url);
}

/**
 * Makes the token of a new single-use version of `link`; `record` is whom it is for.
 * @throws TypeError when the link has no URL: ask {@link hasServiceUrl} first
 */
export async function newSingleUseLink(
    link: CopyableLink,
    place: CopyPlace,
    record?: BoundRecord
): Promise<NewSingleUseLink> {
    const token = newToken();
    return {
        // The reusable URL ends in `/l/<slug>`; a service may live below a path, so only this end is replaced.
        url: new URL(`../s/${token}`, link.url).href,
        fields: {
            BookingLink__c: link.id,
            TokenHash__c: await hashToken(token),
            CopiedFrom__c: place,
            ...(record && { [RECORD_LOOKUPS[record.objectApiName]]: record.id })
        }
    };
}
