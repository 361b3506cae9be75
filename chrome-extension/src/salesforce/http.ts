import { Problem, type ProblemCode } from '../problem.ts';

export interface HttpOptions {
    fetch: typeof fetch;
    /** Whether the browser believes it has a network. */
    isOnline: () => boolean;
    /** For headers and body together. */
    deadlineMs: number;
}

/** An answer read to its end. */
export interface HttpAnswer {
    status: number;
    text: string;
}

/**
 * Sends a request without cookies and reads the whole answer before the deadline.
 * @throws Problem offline without a network, else `unreachable` when no answer comes
 */
export async function send(
    { fetch, isOnline, deadlineMs }: HttpOptions,
    url: string,
    init: RequestInit,
    unreachable: ProblemCode = 'salesforce_unreachable'
): Promise<HttpAnswer> {
    try {
        const response = await fetch(url, {
            ...init,
            // The session is the token's alone, whoever else is signed in to the org in this browser.
            credentials: 'omit',
            redirect: 'error',
            cache: 'no-store',
            signal: AbortSignal.timeout(deadlineMs)
        });
        return { status: response.status, text: await response.text() };
    } catch (cause) {
        throw new Problem(isOnline() ? unreachable : 'offline', '', { cause });
    }
}

/** The JSON of an answer, or undefined for anything else. */
export function parseJson({ text }: HttpAnswer): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        // A proxy's page or nothing at all: the status says what there is to say.
        return undefined;
    }
}
