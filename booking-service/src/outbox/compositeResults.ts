import type { SalesforceError } from '../salesforce/errors.ts';
import type { CompositeResult } from '../salesforce/salesforceClient.ts';

/** A part of a composite call that Salesforce refused. */
export interface FailedPart {
    referenceId: string;
    error: SalesforceError;
}

/** @throws Error when Salesforce left the part out, which its documentation rules out */
export function resultOf(results: CompositeResult[], referenceId: string): CompositeResult {
    const found = results.find((candidate) => candidate.referenceId === referenceId);
    if (!found) throw new Error(`Salesforce left out the answer to "${referenceId}" of a composite call`);
    return found;
}

/** The part that failed by itself; those that were only taken back with it say PROCESSING_HALTED. */
export function firstFailure(results: CompositeResult[]): FailedPart | undefined {
    const failed = results.flatMap(({ referenceId, error }) => (error ? [{ referenceId, error }] : []));
    return failed.find(({ error }) => error.code !== 'PROCESSING_HALTED') ?? failed[0];
}
