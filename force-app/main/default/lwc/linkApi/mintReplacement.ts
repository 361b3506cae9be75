import { createRecord } from 'lightning/uiRecordApi';
import SINGLE_USE_LINK from '@salesforce/schema/SingleUseLink__c';
import LEAD from '@salesforce/schema/SingleUseLink__c.Lead__c';
import REPLACES from '@salesforce/schema/SingleUseLink__c.Replaces__c';
import { hasErrorCode } from 'c/ldsUtils';
import type { CopyableLink, CopyPlace } from 'types/links';
import { reusableUrl } from './mintSingleUseLink';
import { newSingleUseLink } from './newSingleUseLink';

const CONVERTED = 'CANNOT_UPDATE_CONVERTED_LEAD';

export interface ReplacementRequest {
    /** Id of the single-use link whose place the new one takes. */
    replacesId: string;
    /** The original of both. */
    link: CopyableLink;
    place: CopyPlace;
    /** Whom the replaced link was made for, by field of `SingleUseLink__c`: records and the recipient's address. */
    madeFor: Record<string, string>;
}

/**
 * Makes the successor of a single-use link, for the same person and records, and returns its URL, which cannot be
 * shown again later.
 * @throws Error when the org has no service URL
 * @throws FetchError when Salesforce refuses the record
 */
export async function mintReplacement({ replacesId, link, place, madeFor }: ReplacementRequest): Promise<string> {
    // Before the record is made: nobody must count a link that cannot be handed out.
    reusableUrl(link);
    const { url, fields } = await newSingleUseLink(link, place);
    const create = (whom: Record<string, string>) =>
        createRecord({
            apiName: SINGLE_USE_LINK.objectApiName,
            fields: { ...whom, ...fields, [REPLACES.fieldApiName]: replacesId }
        });
    try {
        await create(madeFor);
    } catch (error) {
        const { [LEAD.fieldApiName]: lead, ...others } = madeFor;
        if (lead === undefined || !hasErrorCode(error, CONVERTED)) throw error;
        // Nothing may refer to a Lead that was converted; by the address the meeting finds the Contact it has become.
        await create(others);
    }
    return url;
}
