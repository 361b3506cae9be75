import { createHash, randomBytes } from 'node:crypto';
import { isSame } from './connectedApp.ts';
import { OAuthError } from './oauthError.ts';

/** What a user allowed an app. */
export interface Grant {
    id: string;
    clientId: string;
    userId: string;
    scopes: string[];
}

interface Code {
    grant: Grant;
    redirectUri: string;
    /** SHA-256 of the verifier, in base64url. */
    challenge: string;
    expiresAt: number;
    isUsed: boolean;
}

const CODE_LIFETIME_MS = 10 * 60 * 1000;
/** A laptop's memory is finite; the oldest go first. */
const MOST_CODES = 1000;
/** The standard ends at 128 characters; the platform takes the 171 of jsforce, which encodes 128 bytes. */
const VERIFIER = /^[A-Za-z0-9._~-]{43,256}$/;

/** Authorization codes and refresh tokens. They live in memory only: a restart forgets them. */
export class Grants {
    readonly #now: () => number;
    readonly #endSessions: (grantId: string) => void;
    readonly #codes = new Map<string, Code>();
    readonly #refreshTokens = new Map<string, Grant>();
    /** Replaced refresh tokens: whoever shows one again is not who it was given to. */
    readonly #replaced = new Map<string, Grant>();

    constructor({ now, endSessions }: { now: () => number; endSessions: (grantId: string) => void }) {
        this.#now = now;
        this.#endSessions = endSessions;
    }

    /** A code that lives ten minutes and is good for one exchange. */
    issueCode(
        grant: Omit<Grant, 'id'>,
        { redirectUri, challenge }: { redirectUri: string; challenge: string }
    ): string {
        const code = `aPrx${randomToken()}`;
        this.#codes.set(code, {
            grant: { id: randomToken(), ...grant },
            redirectUri,
            challenge,
            expiresAt: this.#now() + CODE_LIFETIME_MS,
            isUsed: false
        });
        const [oldest] = this.#codes.keys();
        if (this.#codes.size > MOST_CODES && oldest !== undefined) this.#codes.delete(oldest);
        return code;
    }

    /**
     * Takes a code in. A second exchange of the same code ends everything the first one gave, as the code was stolen.
     * @throws OAuthError invalid_grant, redirect_uri_mismatch
     */
    redeemCode(code: string, sent: { clientId: string; redirectUri: string; verifier: string }): Grant {
        const known = this.#codes.get(code);
        if (!known || known.grant.clientId !== sent.clientId) {
            throw new OAuthError('invalid_grant', 'invalid authorization code');
        }
        if (known.isUsed) {
            this.end(known.grant);
            throw new OAuthError('invalid_grant', 'invalid authorization code');
        }
        if (known.expiresAt <= this.#now()) throw new OAuthError('invalid_grant', 'expired authorization code');
        if (known.redirectUri !== sent.redirectUri) {
            throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
        }
        if (!VERIFIER.test(sent.verifier) || !isSame(challengeOf(sent.verifier), known.challenge)) {
            throw new OAuthError('invalid_grant', 'invalid code verifier');
        }
        known.isUsed = true;
        return known.grant;
    }

    issueRefreshToken(grant: Grant): string {
        const token = `5Aep${randomToken()}`;
        this.#refreshTokens.set(token, grant);
        return token;
    }

    /**
     * The grant of a refresh token. With rotation the token is replaced, and showing a replaced one ends the grant.
     * @throws OAuthError invalid_grant
     */
    refresh(token: string, { clientId, rotates }: { clientId: string; rotates: boolean }): Grant & { next?: string } {
        const stolen = this.#replaced.get(token);
        if (stolen) this.end(stolen);
        const grant = this.#refreshTokens.get(token);
        if (grant?.clientId !== clientId) throw new OAuthError('invalid_grant', 'expired access/refresh token');
        if (!rotates) return grant;
        this.#refreshTokens.delete(token);
        this.#replaced.set(token, grant);
        return { ...grant, next: this.issueRefreshToken(grant) };
    }

    /** The grant behind a refresh token that still works. */
    ofRefreshToken(token: string): Grant | undefined {
        return this.#refreshTokens.get(token);
    }

    /** Takes back all that came of a grant: refresh tokens and sessions. */
    end(grant: Grant): void {
        for (const tokens of [this.#refreshTokens, this.#replaced]) {
            for (const [token, { id }] of tokens) if (id === grant.id) tokens.delete(token);
        }
        this.#endSessions(grant.id);
    }
}

/** The S256 challenge of a verifier. */
export function challengeOf(verifier: string): string {
    return createHash('sha256').update(verifier).digest('base64url');
}

const randomToken = (): string => randomBytes(32).toString('base64url');
