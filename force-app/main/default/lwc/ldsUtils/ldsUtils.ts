/** Any part of what Lightning Data Service, GraphQL or JavaScript may hand over as an error. */
interface ErrorShape {
    body?: unknown;
    errorCode?: unknown;
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

/** Whether any part of an error has this code, such as `DUPLICATES_DETECTED`. */
export function hasErrorCode(error: unknown, code: string): boolean {
    if (Array.isArray(error)) return error.some((part) => hasErrorCode(part, code));
    if (typeof error !== 'object' || error === null) return false;
    const { errorCode, body, errors, output } = error as ErrorShape;
    return errorCode === code || [body, errors, output].some((part) => hasErrorCode(part, code));
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
