import { z } from 'zod';
import { mustParse } from '../problem/mustParse.ts';
import { SalesforceError } from '../salesforce/errors.ts';
import type { CompositeRequest } from '../salesforce/requests.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import type { UntoldOpening } from './openingStore.ts';

/** Records in one collection, and collections in one call, as far as Salesforce lets us go. */
const IN_COLLECTION = 200;
const COLLECTIONS = 5;

/** How many openings one call may bring. */
export const MOST_IN_CALL = IN_COLLECTION * COLLECTIONS;

const SavedRecords = z.array(
    z.object({
        success: z.boolean(),
        errors: z.array(z.object({ statusCode: z.string(), message: z.string() })).default([])
    })
);

/**
 * Writes the first openings of at most `MOST_IN_CALL` links, each on its own record, in one API call. Returns what
 * Salesforce refused, and why.
 * @throws what the Salesforce client throws when the call itself fails
 */
export async function writeOpenings(
    client: SalesforceClient,
    openings: UntoldOpening[]
): Promise<Map<UntoldOpening, SalesforceError>> {
    const groups: UntoldOpening[][] = [];
    for (let at = 0; at < openings.length; at += IN_COLLECTION) groups.push(openings.slice(at, at + IN_COLLECTION));
    const results = await client.composite(groups.map((group, index) => updateRequest(`openings${index}`, group)));
    const refused = new Map<UntoldOpening, SalesforceError>();
    for (const [index, group] of groups.entries()) {
        const result = results[index];
        const saved = result?.error ? [] : mustParse(SavedRecords, result?.body, 'the saved openings');
        for (const [place, opening] of group.entries()) {
            const error = result?.error ?? refusalOf(saved[place]);
            if (error) refused.set(opening, error);
        }
    }
    return refused;
}

function updateRequest(referenceId: string, openings: UntoldOpening[]): CompositeRequest {
    const records = openings.map(({ linkId, scannerAt, personAt }) => ({
        attributes: { type: 'SingleUseLink__c' },
        id: linkId,
        ...(scannerAt && { FirstScannedAt__c: scannerAt.toISOString() }),
        ...(personAt && { FirstOpenedAt__c: personAt.toISOString() })
    }));
    return { referenceId, method: 'PATCH', path: '/composite/sobjects', body: { allOrNone: false, records } };
}

function refusalOf(saved: z.infer<typeof SavedRecords>[number] | undefined): SalesforceError | undefined {
    if (saved?.success === true) return undefined;
    const [error] = saved?.errors ?? [];
    return new SalesforceError(error?.statusCode ?? 'UNKNOWN_EXCEPTION', error?.message ?? 'No answer for the record.');
}
