import { reduceErrors } from 'c/ldsUtils';

/** What Salesforce says against the slug in what it rejected a link with; empty when the slug is not the reason. */
export function slugErrorIn(error: unknown): string {
    const { body } = (error ?? {}) as { body?: { output?: { fieldErrors?: Record<string, unknown> } } };
    return reduceErrors(body?.output?.fieldErrors?.Slug__c)[0] ?? '';
}
