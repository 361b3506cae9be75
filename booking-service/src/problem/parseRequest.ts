import type { z } from 'zod';

/** What a field has to be, as a client reads it. */
const KINDS: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a JSON object',
    record: 'a JSON object'
};

/** A body of another type is not read at all. */
const BODY_IS_MISSING = 'is required: send a JSON object with Content-Type: application/json';

/**
 * Reads what a client sent. Where a schema has no words of its own, what is wrong is said in ours, never in zod's.
 * @throws z.ZodError, which `problemHandler` answers with `invalid_request` and the fields by name
 */
export function parseRequest<T>(schema: z.ZodType<T>, value: unknown): T {
    return schema.parse(value, { error: inPlainWords });
}

function inPlainWords(issue: z.core.$ZodRawIssue): string {
    switch (issue.code) {
        case 'invalid_type':
            return ofType(issue);
        case 'too_small':
            return `must be at least ${String(issue.minimum)}${unitOf(issue.origin)}`;
        case 'too_big':
            return `must be at most ${String(issue.maximum)}${unitOf(issue.origin)}`;
        case 'invalid_key':
            return 'is not a name allowed here';
        case 'invalid_value':
            return `must be one of ${issue.values.map(String).join(', ')}`;
        default:
            return 'is not a value allowed here: see /api/v1/openapi.json';
    }
}

function ofType({ expected, input, path = [] }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>): string {
    if (input === undefined && path.length === 0) return BODY_IS_MISSING;
    const kind = KINDS[expected] ?? 'a value of another kind';
    return input === undefined ? `is required: it must be ${kind}` : `must be ${kind}`;
}

function unitOf(origin: string): string {
    if (origin === 'string') return ' characters long';
    return origin === 'array' || origin === 'set' ? ' entries long' : '';
}
