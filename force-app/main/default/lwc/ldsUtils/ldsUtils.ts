/** Any part of what Lightning Data Service, GraphQL or JavaScript may hand over as an error. */
interface ErrorShape {
    body?: unknown;
    errors?: unknown;
    fieldErrors?: Record<string, unknown>;
    message?: unknown;
    output?: unknown;
    statusText?: unknown;
}

/**
 * Finds every message in one error or several, whichever of the platform's shapes they have.
 * @returns messages without duplicates, the most exact first; empty when there is none.
 */
export function reduceErrors(errors: unknown): string[] {
    return [...new Set(messagesOf(errors))];
}

function messagesOf(error: unknown): string[] {
    if (typeof error === 'string') return error === '' ? [] : [error];
    if (Array.isArray(error)) return error.flatMap(messagesOf);
    if (typeof error !== 'object' || error === null) return [];
    const { body, errors, fieldErrors, message, output, statusText } = error as ErrorShape;
    // A body's own message is general ("An error occurred while trying to update the record"); its output is exact.
    const exact = [body, output, errors, ...Object.values(fieldErrors ?? {})].flatMap(messagesOf);
    if (exact.length > 0) return exact;
    return [message, statusText].filter((text) => typeof text === 'string' && text !== '').slice(0, 1) as string[];
}
