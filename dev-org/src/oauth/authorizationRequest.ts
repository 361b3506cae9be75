import { randomBytes } from 'node:crypto';
import { grantedScopes } from './connectedApp.ts';
import type { ConnectedApp, ConnectedApps } from './connectedApp.ts';
import { OAuthError } from './oauthError.ts';

/** A request of an app to act for whoever signs in, while that person decides. */
export interface AuthorizationRequest {
    app: ConnectedApp;
    redirectUri: string;
    scopes: string[];
    state: string | undefined;
    challenge: string;
    /** Who signed in, once somebody did. */
    userId?: string;
    expiresAt: number;
}

const LIFETIME_MS = 10 * 60 * 1000;
const MOST_REQUESTS = 1000;
/** SHA-256 in base64url. */
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

/**
 * The app and the address to return to. What is wrong here is shown and never sent on: the address may be anybody's.
 * @throws OAuthError invalid_client_id, redirect_uri_missing, redirect_uri_mismatch
 */
export function readReturn(apps: ConnectedApps, query: URLSearchParams): { app: ConnectedApp; redirectUri: string } {
    const app = apps.get(query.get('client_id') ?? '');
    const redirectUri = query.get('redirect_uri');
    if (redirectUri === null) throw new OAuthError('redirect_uri_missing', 'redirect_uri not provided');
    if (!app.redirectUris?.includes(redirectUri)) {
        throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
    }
    return { app, redirectUri };
}

/**
 * What is asked for. What is wrong here goes back to the app.
 * @throws OAuthError unsupported_response_type, invalid_request, invalid_scope
 */
export function readAsked(app: ConnectedApp, query: URLSearchParams): { scopes: string[]; challenge: string } {
    if (query.get('response_type') !== 'code') {
        throw new OAuthError('unsupported_response_type', 'response type not supported: only code is');
    }
    const challenge = query.get('code_challenge') ?? '';
    if (!CHALLENGE.test(challenge)) throw new OAuthError('invalid_request', 'required code challenge');
    if (query.get('code_challenge_method') !== 'S256') {
        throw new OAuthError('invalid_request', 'code_challenge_method must be S256');
    }
    return { scopes: grantedScopes(app, query.get('scope')), challenge };
}

/** Requests that wait for a person, by an id that only the pages shown to that person carry. */
export class AuthorizationRequests {
    readonly #now: () => number;
    readonly #waiting = new Map<string, AuthorizationRequest>();

    constructor(now: () => number) {
        this.#now = now;
    }

    add(request: Omit<AuthorizationRequest, 'expiresAt'>): string {
        const id = randomBytes(24).toString('base64url');
        this.#waiting.set(id, { ...request, expiresAt: this.#now() + LIFETIME_MS });
        const [oldest] = this.#waiting.keys();
        if (this.#waiting.size > MOST_REQUESTS && oldest !== undefined) this.#waiting.delete(oldest);
        return id;
    }

    /** @throws OAuthError invalid_request when it was answered or waited too long */
    get(id: string): AuthorizationRequest {
        const request = this.#waiting.get(id);
        if (request && request.expiresAt > this.#now()) return request;
        throw new OAuthError('invalid_request', 'this sign-in has ended; start it again from the app');
    }

    /** Takes a request off the list: it is answered once. @throws OAuthError invalid_request */
    take(id: string): AuthorizationRequest {
        const request = this.get(id);
        this.#waiting.delete(id);
        return request;
    }
}
