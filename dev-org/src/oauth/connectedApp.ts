import { timingSafeEqual } from 'node:crypto';
import { OAuthError } from './oauthError.ts';

/** An app that may sign in: what an External Client App is in a real org. Each part it has opens a flow. */
export interface ConnectedApp {
    clientId: string;
    /** SPKI PEM of the key its assertions are signed with; absent: no JWT bearer flow. */
    publicKeyPem?: string;
    /** Absent: a public client, which proves itself by PKCE alone. */
    clientSecret?: string;
    /** User name that the client credentials flow runs as; absent: no client credentials flow. */
    runAs?: string;
    /** Where the authorization code flow may return to, compared whole; absent: no such flow. */
    redirectUris?: string[];
    /** What it may ask for; `api refresh_token id` unless told otherwise. */
    scopes?: string[];
    /** What people read on the consent page; its client id unless told otherwise. */
    label?: string;
    /** Whether each use of a refresh token replaces it. */
    rotatesRefreshTokens?: boolean;
}

const DEFAULT_SCOPES = ['api', 'refresh_token', 'id'];

/** The apps of an org by client id. */
export class ConnectedApps {
    readonly #apps: Map<string, ConnectedApp>;

    constructor(apps: ConnectedApp[]) {
        this.#apps = new Map(apps.map((app) => [app.clientId, app]));
    }

    /** @throws OAuthError invalid_client_id */
    get(clientId: string): ConnectedApp {
        const app = this.#apps.get(clientId);
        if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
        return app;
    }

    /**
     * The app that sends a form, by the form's fields or by HTTP Basic; one with a secret has to show it.
     * @throws OAuthError invalid_client_id, invalid_client
     */
    authenticate(form: URLSearchParams, authorization: string | undefined): ConnectedApp {
        const basic = readBasic(authorization);
        const app = this.get(form.get('client_id') ?? basic?.clientId ?? '');
        if (app.clientSecret === undefined) return app;
        const sent = form.get('client_secret') ?? (basic?.clientId === app.clientId ? basic.secret : '');
        if (!isSame(sent, app.clientSecret)) throw new OAuthError('invalid_client', 'invalid client credentials');
        return app;
    }
}

/**
 * The scopes a request asks for; all the app's when it names none.
 * @throws OAuthError invalid_scope
 */
export function grantedScopes(app: ConnectedApp, asked: string | null): string[] {
    const allowed = app.scopes ?? DEFAULT_SCOPES;
    const names = (asked ?? '').split(/\s+/).filter(Boolean);
    if (names.length === 0) return allowed;
    const wanted = names.map((name) => (name === 'offline_access' ? 'refresh_token' : name));
    if (wanted.some((name) => !allowed.includes(name))) {
        throw new OAuthError('invalid_scope', 'the requested scope is not allowed');
    }
    return [...new Set(wanted)];
}

/** Compares secrets in a time that tells nothing about them but their length. */
export function isSame(sent: string, expected: string): boolean {
    const [a, b] = [Buffer.from(sent), Buffer.from(expected)];
    return a.length === b.length && timingSafeEqual(a, b);
}

function readBasic(authorization: string | undefined): { clientId: string; secret: string } | undefined {
    const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
    if (encoded === undefined) return undefined;
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon < 0 ? undefined : { clientId: text.slice(0, colon), secret: text.slice(colon + 1) };
}
