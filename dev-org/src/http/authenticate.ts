import type { Session, Sessions } from '../oauth/sessions.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { Actor } from '../store/recordStore.ts';

/** What a stranger is on a public route. */
export const NOBODY: Actor = { userId: '' };

/** The session of a bearer token, or of the `sid` cookie when the request comes from the org's own pages. */
export function findSession(
    sessions: Sessions,
    headers: Record<string, string | undefined>,
    { origin, method }: { origin: string; method: string }
): Session | undefined {
    const bearer = /^(?:Bearer|OAuth) (.+)$/i.exec(headers['authorization'] ?? '')?.[1];
    if (bearer) return sessions.describe(bearer);
    const cookie = /(?:^|;\s*)sid=([^;]+)/.exec(headers['cookie'] ?? '')?.[1];
    if (!cookie || !isOwnPage(headers['origin'], origin, method)) return undefined;
    return sessions.describe(decoded(cookie));
}

/** The user of that session. */
export function findActor(...found: Parameters<typeof findSession>): Actor | undefined {
    const session = findSession(...found);
    return session && { userId: session.userId };
}

/** @throws SalesforceError INVALID_SESSION_ID for a session whose scopes leave the API out */
export function refuseWithoutApi({ scope }: Session): void {
    if (scope.split(' ').some((name) => name === 'api' || name === 'full' || name === 'web')) return;
    throw new SalesforceError('INVALID_SESSION_ID', 'This session is not valid for use with the REST API');
}

function decoded(cookie: string): string {
    try {
        return decodeURIComponent(cookie);
    } catch {
        // Not a cookie of ours: no session has such a token.
        return '';
    }
}

/** Other ports of this machine are the same site to a browser, so the cookie alone proves nothing about a write. */
function isOwnPage(sentOrigin: string | undefined, ownOrigin: string, method: string): boolean {
    return sentOrigin === undefined ? method === 'GET' : sentOrigin === ownOrigin;
}

/** 401: the caller signs in again. */
export function sessionExpired(): SalesforceError {
    return new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid');
}
