import { createRecord } from 'lightning/uiRecordApi';
import SINGLE_USE_LINK from '@salesforce/schema/SingleUseLink__c';
import { fillLabel } from 'c/labelUtils';
import type { CopyableLink, CopyPlace } from 'types/links';
import { LABELS } from './labels';
import { hasServiceUrl, isRecordObject, newSingleUseLink } from './newSingleUseLink';
import type { BoundRecord } from './newSingleUseLink';

export interface SingleUseLinkRequest {
    /** The original link. */
    link: CopyableLink;
    place: CopyPlace;
    /** Record the new link belongs to; needs `objectApiName`. */
    recordId?: string | undefined;
    objectApiName?: string | undefined;
}

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
    // Before the record is made: nobody must count a link that cannot be handed out.
    reusableUrl(link);
    const { url, fields } = await newSingleUseLink(link, place, boundRecord(recordId, objectApiName));
    await createRecord({ apiName: SINGLE_USE_LINK.objectApiName, fields });
    return url;
}

/**
 * The URL that books again and again.
 * @throws Error when the org has no service URL, so that there is none
 */
export function reusableUrl(link: CopyableLink): string {
    if (!hasServiceUrl(link)) throw new Error(LABELS.serviceUrlMissing);
    return link.url;
}

function boundRecord(id: string | undefined, objectApiName = ''): BoundRecord | undefined {
    if (!id) return undefined;
    if (!isRecordObject(objectApiName)) throw new Error(fillLabel(LABELS.unsupportedRecord, objectApiName));
    return { id, objectApiName };
}
