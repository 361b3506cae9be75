import { z } from 'zod';
import type { Meeting } from '../meetings/meeting.ts';
import { SalesforceError } from '../salesforce/errors.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { leadAsItIsNow } from './recordMatcher.ts';
import type { MatchedRecord } from './recordMatcher.ts';
import { leadFields } from './salesforceFields.ts';
import type { WritePlan } from './salesforceFields.ts';

/** `DUPLICATES_DETECTED` as Salesforce sends it, whose own name for the result is misspelt. */
const Duplicates = z.object({
    duplicateResut: z.object({
        matchResults: z.array(
            z.object({
                entityType: z.string(),
                matchRecords: z.array(z.object({ record: z.object({ Id: z.string() }) }))
            })
        )
    })
});

/**
 * Makes a Lead of a prospect whom nobody knows, or finds the person that a duplicate rule of the org recognises: then
 * that one is used, Contacts first. Called only after a look for the e-mail address, so a repetition finds its own Lead.
 *
 * @throws SalesforceError, SalesforceNetworkError
 */
export async function createLead(client: SalesforceClient, meeting: Meeting, plan: WritePlan): Promise<MatchedRecord> {
    try {
        return { leadId: await client.create('Lead', leadFields(meeting, plan)) };
    } catch (error) {
        if (!(error instanceof SalesforceError) || error.code !== 'DUPLICATES_DETECTED') throw error;
        return findMatch(client, error);
    }
}

/** A rule may not tell whom it found, or somebody the service does not see; then nobody is matched. */
async function findMatch(client: SalesforceClient, error: SalesforceError): Promise<MatchedRecord> {
    const found = Duplicates.safeParse(error.details).data?.duplicateResut.matchResults ?? [];
    const idOf = (type: string): string | undefined =>
        found.find(({ entityType }) => entityType === type)?.matchRecords[0]?.record.Id;
    const contactId = idOf('Contact');
    if (contactId !== undefined) return { contactId };
    const leadId = idOf('Lead');
    return leadId === undefined ? {} : leadAsItIsNow(client, leadId);
}
