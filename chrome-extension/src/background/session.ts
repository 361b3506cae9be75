import { Problem, toProblem } from '../problem.ts';
import { hasTexts, isRecord, StoredValue, type StorageArea } from '../storage.ts';
import {
    authorizeUrl,
    readCode,
    type OAuthClient,
    type SalesforceUser,
    type SignInPlace,
    type Tokens
} from './oauth.ts';
import { newSignInSecrets } from './pkce.ts';

/** Shows a sign-in page and resolves to the address it returned to; rejects when the user closes it. */
export type OpenSignIn = (url: string) => Promise<string | undefined>;

/** A signed-in user with all it takes to act for them. Never leaves the service worker. */
export interface SignedIn {
    place: SignInPlace;
    tokens: Tokens;
    user: SalesforceUser;
}

/** What pages may know about the session. */
export type SessionState =
    | { status: 'signed_out' }
    | { status: 'expired'; userName: string }
    | { status: 'signed_in'; user: SalesforceUser; instanceUrl: string };

type Stored = SignedIn | { expiredFor: string };

interface SessionParts {
    /** An area that forgets when the browser closes. */
    area: StorageArea;
    oauth: OAuthClient;
    openSignIn: OpenSignIn;
    redirectUri: string;
}

/** Who is signed in. Tokens live in session storage, and each is renewed once, whoever asks meanwhile. */
export class Session {
    readonly #stored: StoredValue<Stored>;
    readonly #oauth: OAuthClient;
    readonly #openSignIn: OpenSignIn;
    readonly #redirectUri: string;
    #renewal: Promise<SignedIn> | undefined;

    constructor({ area, oauth, openSignIn, redirectUri }: SessionParts) {
        this.#stored = new StoredValue(area, 'session', isStored);
        this.#oauth = oauth;
        this.#openSignIn = openSignIn;
        this.#redirectUri = redirectUri;
    }

    async state(): Promise<SessionState> {
        const stored = await this.#stored.read();
        if (!stored) return { status: 'signed_out' };
        if ('expiredFor' in stored) return { status: 'expired', userName: stored.expiredFor };
        return { status: 'signed_in', user: stored.user, instanceUrl: stored.tokens.instanceUrl };
    }

    /** @throws Problem signed_out, session_expired */
    async get(): Promise<SignedIn> {
        const stored = await this.#stored.read();
        if (!stored) throw new Problem('signed_out');
        if ('expiredFor' in stored) throw new Problem('session_expired');
        return stored;
    }

    /** @throws Problem setup_missing, sign_in_canceled, sign_in_failed, salesforce_unreachable, offline */
    async signIn(place: SignInPlace): Promise<void> {
        if (place.clientId === '') throw new Problem('setup_missing');
        const redirectUri = this.#redirectUri;
        const { verifier, challenge, state } = await newSignInSecrets();
        const address = await this.#open(authorizeUrl(place, { redirectUri, challenge, state }));
        const code = readCode(address, state);
        const tokens = await this.#oauth.redeemCode(place, { code, verifier, redirectUri });
        await this.#stored.write({ place, tokens, user: await this.#oauth.readUser(tokens) });
    }

    /**
     * Replaces an access token that was refused.
     * @throws Problem session_expired when the org ended the session, salesforce_unreachable, offline
     */
    async renew(refused: string): Promise<SignedIn> {
        const signedIn = await this.get();
        // Somebody else has renewed it since.
        if (signedIn.tokens.accessToken !== refused) return signedIn;
        this.#renewal ??= this.#renewOnce(signedIn).finally(() => {
            this.#renewal = undefined;
        });
        return this.#renewal;
    }

    /**
     * Forgets the tokens first, then has the org revoke them.
     * @throws Problem sign_out_incomplete when the org could not be told
     */
    async signOut(): Promise<void> {
        const stored = await this.#stored.read();
        await this.#stored.clear();
        if (!stored || 'expiredFor' in stored) return;
        try {
            await this.#oauth.revoke(stored.place.orgUrl, stored.tokens.refreshToken);
        } catch (cause) {
            throw new Problem('sign_out_incomplete', toProblem(cause).code, { cause });
        }
    }

    async #open(url: string): Promise<string> {
        try {
            const address = await this.#openSignIn(url);
            if (address !== undefined) return address;
        } catch (cause) {
            const message = toProblem(cause).detail;
            // Chrome says so, in English, whatever its language.
            const isRefusal = /did not approve|canceled|cancelled/i.test(message);
            throw new Problem(isRefusal ? 'sign_in_canceled' : 'sign_in_failed', isRefusal ? '' : message, { cause });
        }
        throw new Problem('sign_in_canceled');
    }

    async #renewOnce(signedIn: SignedIn): Promise<SignedIn> {
        try {
            const tokens = await this.#oauth.refresh(signedIn.place, signedIn.tokens.refreshToken);
            const renewed = { ...signedIn, tokens };
            // Signed out while we waited: what came must not bring the session back.
            if (await this.#isStill(signedIn)) await this.#stored.write(renewed);
            return renewed;
        } catch (error) {
            if (toProblem(error).code === 'session_expired' && (await this.#isStill(signedIn))) {
                await this.#stored.write({ expiredFor: signedIn.user.name });
            }
            throw error;
        }
    }

    async #isStill({ tokens }: SignedIn): Promise<boolean> {
        const stored = await this.#stored.read();
        return stored !== undefined && 'tokens' in stored && stored.tokens.refreshToken === tokens.refreshToken;
    }
}

function isStored(value: unknown): value is Stored {
    if (!isRecord(value)) return false;
    if (typeof value['expiredFor'] === 'string') return true;
    return (
        hasTexts(value['place'], 'orgUrl', 'clientId') &&
        hasTexts(value['tokens'], 'accessToken', 'refreshToken', 'instanceUrl') &&
        hasTexts(value['user'], 'id', 'name', 'username')
    );
}
