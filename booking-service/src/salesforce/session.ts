import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { Connection } from 'jsforce';
import { fromSignInError } from './answers.ts';
import { SalesforceSignInError } from './errors.ts';
import type { SafeTransport } from './safeTransport.ts';

/** Who signs in where. */
export interface SignInOptions {
    /** `https://<domain>.my.salesforce.com`, `https://login.salesforce.com` or the dev org. */
    loginUrl: string;
    clientId: string;
    username: string;
    /** Private key of the certificate that the External Client App trusts, PKCS#8 or PKCS#1. */
    privateKeyPem: string;
    apiVersion: string;
}

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ASSERTION_LIFETIME_S = 180;
/** A session refused sooner than this after its sign-in lived suspiciously short. */
const MIN_SESSION_MS = 30_000;
/** One short life may be a restart or a revocation; two in a row would be a loop of sign-ins without end. */
const MOST_SHORT_LIVES = 1;
/** Smaller differences between the clocks are within what Salesforce allows. */
const TOLERATED_CLOCK_SKEW_MS = 60_000;

/** One signed-in jsforce connection. jsforce never renews it; `SalesforceSessions` does. */
export interface Session {
    connection: Connection;
    organizationId: string;
}

/** Signs in when first needed, once for any number of callers, and again when Salesforce ends the session. */
export class SalesforceSessions {
    private readonly options: SignInOptions;
    private readonly transport: SafeTransport;
    private readonly now: () => number;
    private current: Promise<Session> | undefined;
    private signedInAt = -Infinity;
    private shortLives = 0;
    private refusal: SalesforceSignInError | undefined;
    private clockSkewMs = 0;

    constructor(options: SignInOptions, transport: SafeTransport, now: () => number = Date.now) {
        this.options = options;
        this.transport = transport;
        this.now = now;
    }

    /** @throws SalesforceSignInError, for 30 s without asking again; SalesforceNetworkError */
    get(): Promise<Session> {
        if (!this.current && this.refusal && this.isRecent()) return Promise.reject(this.refusal);
        this.current ??= this.signIn();
        return this.current;
    }

    /**
     * A new session in place of one that Salesforce refused.
     * @throws SalesforceSignInError when that one and the one before were refused as soon as they were made
     */
    async renew(refused: Session): Promise<Session> {
        const pending = this.get();
        const current = await pending;
        if (current !== refused) return current;
        // Of many callers that wait here, the first one signs in for all.
        if (this.current !== pending) return this.get();
        this.shortLives = this.isRecent() ? this.shortLives + 1 : 0;
        if (this.shortLives > MOST_SHORT_LIVES) {
            const message =
                'Salesforce refuses the session it has just opened; check the permissions of the service user.';
            throw new SalesforceSignInError('INVALID_SESSION_ID', message);
        }
        this.current = undefined;
        return this.get();
    }

    /** Learns from an answer's `Date` header how far this machine's clock is off. */
    noteServerTime(date: string | null): void {
        const serverTime = Date.parse(date ?? '');
        if (Number.isNaN(serverTime)) return;
        const skew = serverTime - this.now();
        this.clockSkewMs = Math.abs(skew) > TOLERATED_CLOCK_SKEW_MS ? skew : 0;
    }

    private isRecent(): boolean {
        return this.now() - this.signedInAt < MIN_SESSION_MS;
    }

    private async signIn(): Promise<Session> {
        try {
            const session = await this.authorize();
            this.refusal = undefined;
            return session;
        } catch (error) {
            this.current = undefined;
            this.refusal = error instanceof SalesforceSignInError ? error : undefined;
            throw error;
        }
    }

    private async authorize(): Promise<Session> {
        const skewBefore = this.clockSkewMs;
        try {
            return await this.authorizeOnce();
        } catch (error) {
            const hasLearnt = this.clockSkewMs !== skewBefore;
            if (error instanceof SalesforceSignInError && hasLearnt) return this.authorizeOnce();
            throw error;
        }
    }

    private async authorizeOnce(): Promise<Session> {
        const { loginUrl, clientId, apiVersion } = this.options;
        // Without a client id of its own, jsforce never renews a session: its loop over a refused token has no end.
        const connection = new Connection({ loginUrl, version: apiVersion });
        connection._transport = this.transport;
        connection.oauth2._transport = this.transport;
        const assertion = await this.signAssertion();
        try {
            const parameters = { grant_type: JWT_BEARER, assertion, client_id: clientId };
            const { organizationId } = await connection.authorize(parameters);
            return { connection, organizationId };
        } catch (error) {
            throw fromSignInError(error);
        } finally {
            this.signedInAt = this.now();
        }
    }

    private signAssertion(): Promise<string> {
        const { loginUrl, clientId, username, privateKeyPem } = this.options;
        const expiresAt = Math.floor((this.now() + this.clockSkewMs) / 1000) + ASSERTION_LIFETIME_S;
        return new SignJWT()
            .setProtectedHeader({ alg: 'RS256' })
            .setIssuer(clientId)
            .setSubject(username)
            .setAudience(new URL(loginUrl).origin)
            .setExpirationTime(expiresAt)
            .sign(createPrivateKey(privateKeyPem));
    }
}
