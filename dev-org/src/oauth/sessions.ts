import { randomBytes } from 'node:crypto';
import type { Actor } from '../store/recordStore.ts';

/** Who is signed in. Access tokens live in memory only: a restart signs everybody out. */
export interface Sessions {
    /** Signs a user in and returns the access token. */
    start(userId: string): string;
    /** The user of an access token, while it lives. */
    find(token: string): Actor | undefined;
    end(token: string): void;
    /** Signs everybody out. */
    endAll(): void;
}

const LIFETIME_MS = 2 * 60 * 60 * 1000;

/** Sessions of two hours, told by `now`, with tokens that begin with the organization's id as the platform's do. */
export function createSessions({ organizationId, now }: { organizationId: string; now: () => number }): Sessions {
    const sessions = new Map<string, { actor: Actor; expiresAt: number }>();
    return {
        start(userId) {
            const token = `${organizationId.slice(0, 15)}!${randomBytes(32).toString('base64url')}`;
            sessions.set(token, { actor: { userId }, expiresAt: now() + LIFETIME_MS });
            return token;
        },
        find(token) {
            const session = sessions.get(token);
            return session && session.expiresAt > now() ? session.actor : undefined;
        },
        end: (token) => void sessions.delete(token),
        endAll: () => sessions.clear()
    };
}
