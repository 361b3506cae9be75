import type { FetchError } from 'lightning/uiRecordApi';

/** The org's words for what went wrong. */
export function errorText(error: unknown): string {
    if (error instanceof Error) return error.message;
    const { body, statusText } = error as Partial<FetchError>;
    const first = Array.isArray(body) ? body[0] : body;
    return first?.message ?? statusText ?? 'Something went wrong.';
}
