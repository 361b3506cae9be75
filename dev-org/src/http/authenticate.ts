import type { Sessions } from '../oauth/sessions.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { Actor } from '../store/recordStore.ts';

/** What a stranger is on a public route. */
export const NOBODY: Actor = { userId: '' };

/** The user of a bearer token, or of the `sid` cookie when the request comes from the org's own pages. */
export function findActor(
    sessions: Sessions,
    headers: Record<string, string | undefined>,
    { origin, method }: { origin: string; method: string }
): Actor | undefined {
    const bearer = /^(?:Bearer|OAuth) (.+)$/i.exec(headers['authorization'] ?? '')?.[1];
    if (bearer) return sessions.find(bearer);
    const cookie = /(?:^|;\s*)sid=([^;]+)/.exec(headers['cookie'] ?? '')?.[1];
    if (!cookie || !isOwnPage(headers['origin'], origin, method)) return undefined;
    return sessions.find(decodeURIComponent(cookie));
}

/** Other ports of this machine are the same site to a browser, so the cookie alone proves nothing about a write. */
function isOwnPage(sentOrigin: string | undefined, ownOrigin: string, method: string): boolean {
    return sentOrigin === undefined ? method === 'GET' : sentOrigin === ownOrigin;
}

/** 401: the caller signs in again. */
export function sessionExpired(): SalesforceError {
    return new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid');
}
