import type { Meeting } from '../meetings/meeting.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { soql } from '../salesforce/soql.ts';

/** The records a meeting belongs to. Never both a Lead and a Contact. */
export interface MatchedRecord {
    leadId?: string | undefined;
    contactId?: string | undefined;
    accountId?: string | undefined;
    opportunityId?: string | undefined;
    caseId?: string | undefined;
}

/**
 * Finds where a meeting belongs: the record its link was made for, else the Contact with the prospect's e-mail,
 * else the unconverted Lead with it, the one changed last when there are several.
 */
export async function matchRecord(client: SalesforceClient, meeting: Meeting): Promise<MatchedRecord> {
    const { record, prospect } = meeting.snapshot;
    if (record.leadId !== undefined || record.contactId !== undefined) return record;
    return { ...record, ...(await matchByEmail(client, prospect.email)) };
}

/** The Contact or else the open Lead with an e-mail address. */
export async function matchByEmail(client: SalesforceClient, email: string): Promise<MatchedRecord> {
    const [contacts, leads] = await client.queryMany([
        {
            soql: soql`SELECT Id FROM Contact WHERE Email = ${email} ORDER BY LastModifiedDate DESC, Id LIMIT 1`
        },
        {
            soql: soql`SELECT Id FROM Lead WHERE Email = ${email} AND IsConverted = false ORDER BY LastModifiedDate DESC, Id LIMIT 1`
        }
    ]);
    const contactId = idOf(contacts?.[0]);
    if (contactId !== undefined) return { contactId };
    const leadId = idOf(leads?.[0]);
    return leadId === undefined ? {} : { leadId };
}

function idOf(row: unknown): string | undefined {
    const id = (row as { Id?: unknown } | undefined)?.Id;
    return typeof id === 'string' ? id : undefined;
}
