import { randomBytes } from 'node:crypto';
import type { Actor } from '../store/recordStore.ts';

/** One sign-in. */
export interface Session {
    userId: string;
    /** The app that signed in; absent for the org's own pages. */
    clientId?: string;
    /** `api refresh_token` */
    scope: string;
    /** The grant it came of; it ends with it. */
    grantId?: string;
    /** Milliseconds since the epoch. */
    issuedAt: number;
    expiresAt: number;
}

/** Who is signed in. Access tokens live in memory only: a restart signs everybody out. */
export interface Sessions {
    /** Signs a user in and returns the access token; scope `api` unless told otherwise. */
    start(userId: string, details?: { clientId?: string; scope?: string; grantId?: string }): string;
    /** The user of an access token, while it lives and the user is active. */
    find(token: string): Actor | undefined;
    /** All there is to tell of an access token, under the same conditions. */
    describe(token: string): Session | undefined;
    end(token: string): void;
    /** Ends every session that came of a grant. */
    endGrant(grantId: string): void;
    /** Signs everybody out. */
    endAll(): void;
}

export interface SessionOptions {
    organizationId: string;
    /** Milliseconds since the epoch. */
    now: () => number;
    /** A deactivated user's sessions are refused at once; everybody counts as active unless told otherwise. */
    isActive?: (userId: string) => boolean;
}

const LIFETIME_MS = 2 * 60 * 60 * 1000;

/** Sessions of two hours, told by `now`, with tokens that begin with the organization's id as the platform's do. */
export function createSessions({ organizationId, now, isActive = () => true }: SessionOptions): Sessions {
    const sessions = new Map<string, Session>();
    const describe = (token: string): Session | undefined => {
        const session = sessions.get(token);
        return session && session.expiresAt > now() && isActive(session.userId) ? session : undefined;
    };
    return {
        start(userId, { scope = 'api', ...details } = {}) {
            const token = `${organizationId.slice(0, 15)}!${randomBytes(32).toString('base64url')}`;
            const issuedAt = now();
            sessions.set(token, { userId, scope, ...details, issuedAt, expiresAt: issuedAt + LIFETIME_MS });
            return token;
        },
        find(token) {
            const session = describe(token);
            return session && { userId: session.userId };
        },
        describe,
        end: (token) => void sessions.delete(token),
        endGrant(grantId) {
            for (const [token, session] of sessions) if (session.grantId === grantId) sessions.delete(token);
        },
        endAll: () => sessions.clear()
    };
}
