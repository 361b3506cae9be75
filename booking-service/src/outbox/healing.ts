import type { Meeting } from '../meetings/meeting.ts';
import { SalesforceError } from '../salesforce/errors.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { soql } from '../salesforce/soql.ts';
import { matchRecordAgain } from './recordMatcher.ts';
import type { MatchedRecord } from './recordMatcher.ts';
import type { WritePlan } from './salesforceFields.ts';

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
                : { ...plan, isResolvedAgain: true, record: await matchAgain(client, meeting, plan) };
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

const matchAgain = (client: SalesforceClient, { snapshot }: Meeting, { record }: WritePlan): Promise<MatchedRecord> =>
    matchRecordAgain(client, record, snapshot.prospect.email);
