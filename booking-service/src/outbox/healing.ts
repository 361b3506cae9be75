import type { Meeting } from '../meetings/meeting.ts';
import { SalesforceError } from '../salesforce/errors.ts';
import type { Query, SalesforceClient } from '../salesforce/salesforceClient.ts';
import { rawSoql, soql } from '../salesforce/soql.ts';
import { matchByEmail } from './recordMatcher.ts';
import type { MatchedRecord } from './recordMatcher.ts';
import type { WritePlan } from './salesforceFields.ts';

/** Records a meeting points to that may go away between booking and writing. */
const REFERENCES: [keyof MatchedRecord, string][] = [
    ['contactId', 'Contact'],
    ['accountId', 'Account'],
    ['opportunityId', 'Opportunity'],
    ['caseId', 'Case']
];

/**
 * Finds another way to write what Salesforce has refused: a Lead that was converted meanwhile becomes its Contact, what
 * is gone is left out, an inactive owner gives way to the fallback owner, a refused address moves to the notes.
 * Undefined when only an admin can help. Codes decide, never texts.
 */
export async function healPlan(
    client: SalesforceClient,
    meeting: Meeting,
    plan: WritePlan,
    { error, fallbackOwner }: { error: unknown; fallbackOwner: string | undefined }
): Promise<WritePlan | undefined> {
    if (!(error instanceof SalesforceError)) return undefined;
    switch (error.code) {
        case 'INVALID_EMAIL_ADDRESS':
            return plan.isEmailRefused ? undefined : { ...plan, isEmailRefused: true };
        case 'INACTIVE_OWNER_OR_USER':
            return plan.ownerId === undefined
                ? { ...plan, ownerId: await findOwner(client, fallbackOwner) }
                : undefined;
        case 'INVALID_CROSS_REFERENCE_KEY':
        case 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY':
        case 'ENTITY_IS_DELETED':
        case 'CANNOT_UPDATE_CONVERTED_LEAD':
        case 'FIELD_INTEGRITY_EXCEPTION':
            return plan.isResolvedAgain
                ? undefined
                : { ...plan, isResolvedAgain: true, record: await resolveAgain(client, meeting, plan.record) };
        default:
            return undefined;
    }
}

/** `null`: nobody is named, so the service's own user owns the record. */
async function findOwner(client: SalesforceClient, username: string | undefined): Promise<string | null> {
    if (username === undefined) return null;
    const [user] = await client.query(
        soql`SELECT Id FROM User WHERE Username = ${username} AND IsActive = true LIMIT 1`
    );
    const id = user?.['Id'];
    return typeof id === 'string' ? id : null;
}

async function resolveAgain(client: SalesforceClient, meeting: Meeting, record: MatchedRecord): Promise<MatchedRecord> {
    const known = REFERENCES.filter(([key]) => record[key] !== undefined);
    const queries: Query[] = known.map(([key, objectName]) => ({
        soql: soql`SELECT Id FROM ${rawSoql(objectName)} WHERE Id = ${record[key] ?? ''}`
    }));
    const rows = queries.length > 0 ? await client.queryMany(queries) : [];
    const found: MatchedRecord = Object.fromEntries(
        known.filter((_, index) => (rows[index]?.length ?? 0) > 0).map(([key]) => [key, record[key]])
    );
    const contactId = found.contactId ?? (await findConverted(client, record.leadId));
    if (contactId !== undefined) return { ...found, contactId };
    return { ...found, ...(await matchByEmail(client, meeting.snapshot.prospect.email)) };
}

/** The Contact that a converted Lead has become. */
async function findConverted(client: SalesforceClient, leadId: string | undefined): Promise<string | undefined> {
    if (leadId === undefined) return undefined;
    const [lead] = await client.query(soql`SELECT ConvertedContactId FROM Lead WHERE Id = ${leadId}`);
    const id = lead?.['ConvertedContactId'];
    return typeof id === 'string' ? id : undefined;
}
