import { SalesforceError } from '../salesforceError.ts';

const REFERENCE = /@\{(\w+)\.?([\w.[\]]*)\}/g;

/**
 * Replaces `@{ref.id}` and `@{query.records[0].Id}` in every text of a subrequest by what earlier ones answered.
 * @throws SalesforceError PROCESSING_HALTED when an earlier answer has no such value
 */
export function resolveReferences<T>(value: T, answers: ReadonlyMap<string, unknown>): T {
    return replaceIn(value, answers) as T;
}

function replaceIn(value: unknown, answers: ReadonlyMap<string, unknown>): unknown {
    if (typeof value === 'string') {
        return value.replace(REFERENCE, (_match, reference: string, path: string) => lookUp(reference, path, answers));
    }
    if (Array.isArray(value)) return value.map((item) => replaceIn(item, answers));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaceIn(inner, answers)]));
}

function lookUp(reference: string, path: string, answers: ReadonlyMap<string, unknown>): string {
    const steps = path.split(/[.[\]]+/).filter(Boolean);
    let value = answers.get(reference);
    for (const step of steps) {
        value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
    }
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw new SalesforceError(
        'PROCESSING_HALTED',
        `Invalid reference specified. No value for ${reference}.${path} found in ${reference}.`
    );
}
