import type { Meeting } from '../meetings/meeting.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { rawSoql, soql } from '../salesforce/soql.ts';

/** The records a meeting belongs to. Never both a Lead and a Contact. */
export interface MatchedRecord {
    leadId?: string | undefined;
    contactId?: string | undefined;
    accountId?: string | undefined;
    opportunityId?: string | undefined;
    caseId?: string | undefined;
}

/** Records beside the Lead that may be gone, or were never the service's to see. */
const REFERENCES: [Exclude<keyof MatchedRecord, 'leadId'>, string][] = [
    ['contactId', 'Contact'],
    ['accountId', 'Account'],
    ['opportunityId', 'Opportunity'],
    ['caseId', 'Case']
];

/**
 * Finds where a meeting belongs: the record its link was made for, else the Contact with the prospect's e-mail,
 * else the unconverted Lead with it, the one changed last when there are several.
 */
export async function matchRecord(client: SalesforceClient, meeting: Meeting): Promise<MatchedRecord> {
    const { record, prospect } = meeting.snapshot;
    if (record.contactId !== undefined) return record;
    const { leadId, ...others } = record;
    const person = leadId === undefined ? {} : await leadAsItIsNow(client, leadId);
    if (isSomebody(person)) return { ...person, ...others };
    return { ...others, ...(await matchByEmail(client, prospect.email)) };
}

/**
 * Finds it again after Salesforce refused one of its records: what is gone or not to be seen is left out, a Lead that was
 * converted meanwhile is what it has become.
 */
export async function matchRecordAgain(
    client: SalesforceClient,
    { leadId, ...others }: MatchedRecord,
    email: string
): Promise<MatchedRecord> {
    const person = leadId === undefined ? {} : await leadAsItIsNow(client, leadId);
    const found = { ...person, ...(await onlyVisible(client, others)) };
    return isSomebody(found) ? found : { ...found, ...(await matchByEmail(client, email)) };
}

/**
 * A Lead itself while it is open; once it is converted, the Contact, Account and Opportunity it has become, as far as the
 * service sees them. Empty when it is gone.
 */
export async function leadAsItIsNow(client: SalesforceClient, leadId: string): Promise<MatchedRecord> {
    const [lead] = await client.query(
        soql`SELECT IsConverted, ConvertedContactId, ConvertedAccountId, ConvertedOpportunityId FROM Lead WHERE Id = ${leadId}`
    );
    if (!lead) return {};
    if (lead['IsConverted'] !== true) return { leadId };
    return onlyVisible(client, {
        contactId: textOf(lead['ConvertedContactId']),
        accountId: textOf(lead['ConvertedAccountId']),
        opportunityId: textOf(lead['ConvertedOpportunityId'])
    });
}

/** Leaves out what was deleted, and what the service may not see. */
async function onlyVisible(client: SalesforceClient, record: Omit<MatchedRecord, 'leadId'>): Promise<MatchedRecord> {
    const named = REFERENCES.filter(([key]) => record[key] !== undefined);
    if (named.length === 0) return {};
    const rows = await client.queryMany(
        named.map(([key, objectName]) => ({
            soql: soql`SELECT Id FROM ${rawSoql(objectName)} WHERE Id = ${record[key] ?? ''}`
        }))
    );
    const visible = named.filter((_, index) => (rows[index]?.length ?? 0) > 0);
    return Object.fromEntries(visible.map(([key]) => [key, record[key]]));
}

const isSomebody = ({ leadId, contactId }: MatchedRecord): boolean => leadId !== undefined || contactId !== undefined;

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

const idOf = (row: unknown): string | undefined => textOf((row as { Id?: unknown } | undefined)?.Id);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
