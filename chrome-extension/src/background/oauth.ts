import { Problem } from '../problem.ts';
import { parseJson, send, type HttpOptions } from '../salesforce/http.ts';
import { hasTexts } from '../storage.ts';

/** Tokens as an org gives them out. */
export interface Tokens {
    accessToken: string;
    refreshToken: string;
    /** Where the org's API is: its My Domain. */
    instanceUrl: string;
}

export interface SalesforceUser {
    id: string;
    name: string;
    username: string;
}

/** An org and the app that people sign in to it with. */
export interface SignInPlace {
    orgUrl: string;
    clientId: string;
}

/** No more than is used: the API, staying signed in, and who is signed in. */
const SCOPES = 'api refresh_token id';

/** The address of the page on which somebody signs in. */
export function authorizeUrl(
    { orgUrl, clientId }: SignInPlace,
    { redirectUri, challenge, state }: { redirectUri: string; challenge: string; state: string }
): string {
    const url = new URL('/services/oauth2/authorize', orgUrl);
    url.search = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: SCOPES,
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256'
    }).toString();
    return url.href;
}

/**
 * The code in the address that the sign-in page returned to.
 * @throws Problem sign_in_canceled when the user said no, sign_in_failed for an answer to another question
 */
export function readCode(address: string, state: string): string {
    const answer = new URL(address).searchParams;
    if (answer.get('state') !== state) throw new Problem('sign_in_failed', 'state');
    const error = answer.get('error');
    if (error === 'access_denied') throw new Problem('sign_in_canceled');
    const code = answer.get('code');
    if (error !== null || code === null) throw new Problem('sign_in_failed', answer.get('error_description') ?? '');
    return code;
}

/** The endpoints for tokens of one org. */
export class OAuthClient {
    readonly #http: HttpOptions;

    constructor(http: HttpOptions) {
        this.#http = http;
    }

    /** @throws Problem sign_in_failed, salesforce_unreachable, offline */
    async redeemCode(
        { orgUrl, clientId }: SignInPlace,
        { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string }
    ): Promise<Tokens> {
        const answer = await this.#post(orgUrl, 'token', {
            grant_type: 'authorization_code',
            client_id: clientId,
            code,
            code_verifier: verifier,
            redirect_uri: redirectUri
        });
        const tokens = readTokens(parseJson(answer));
        if (answer.status !== 200 || tokens?.refreshToken === undefined) {
            throw new Problem('sign_in_failed', reasonOf(parseJson(answer)));
        }
        return { ...tokens, refreshToken: tokens.refreshToken };
    }

    /**
     * New tokens for a refresh token; an org may replace that one too.
     * @throws Problem session_expired when the org no longer accepts it, salesforce_unreachable, offline
     */
    async refresh({ orgUrl, clientId }: SignInPlace, refreshToken: string): Promise<Tokens> {
        const answer = await this.#post(orgUrl, 'token', {
            grant_type: 'refresh_token',
            client_id: clientId,
            refresh_token: refreshToken
        });
        // Only a clear no ends the session: an org that is down or overwhelmed has said nothing about it.
        if (answer.status === 400 || answer.status === 401) {
            throw new Problem('session_expired', reasonOf(parseJson(answer)));
        }
        const tokens = readTokens(parseJson(answer));
        if (answer.status !== 200 || !tokens) throw new Problem('salesforce_unreachable', String(answer.status));
        return { refreshToken, ...tokens };
    }

    /** @throws Problem sign_out_incomplete when the org does not confirm, salesforce_unreachable, offline */
    async revoke(orgUrl: string, token: string): Promise<void> {
        const { status } = await this.#post(orgUrl, 'revoke', { token });
        // 400: the org does not know the token, so there is nothing left to revoke.
        if (status !== 200 && status !== 400) throw new Problem('sign_out_incomplete', String(status));
    }

    /** @throws Problem sign_in_failed, salesforce_unreachable, offline */
    async readUser({ instanceUrl, accessToken }: Tokens): Promise<SalesforceUser> {
        const answer = await send(this.#http, `${instanceUrl}/services/oauth2/userinfo`, {
            headers: { Authorization: `Bearer ${accessToken}` }
        });
        const user = parseJson(answer);
        if (answer.status !== 200 || !hasTexts(user, 'user_id', 'name', 'preferred_username')) {
            throw new Problem('sign_in_failed', String(answer.status));
        }
        return {
            id: String(user['user_id']),
            name: String(user['name']),
            username: String(user['preferred_username'])
        };
    }

    #post(orgUrl: string, endpoint: 'token' | 'revoke', form: Record<string, string>) {
        return send(this.#http, `${orgUrl}/services/oauth2/${endpoint}`, {
            method: 'POST',
            body: new URLSearchParams(form)
        });
    }
}

/** Leaves the refresh token out when there is none, so that a spread keeps the one we have. */
function readTokens(answer: unknown): { accessToken: string; instanceUrl: string; refreshToken?: string } | undefined {
    if (!hasTexts(answer, 'access_token', 'instance_url')) return undefined;
    const { access_token, instance_url, refresh_token } = answer;
    return {
        accessToken: String(access_token),
        instanceUrl: new URL(String(instance_url)).origin,
        ...(typeof refresh_token === 'string' && { refreshToken: refresh_token })
    };
}

function reasonOf(answer: unknown): string {
    return hasTexts(answer, 'error_description') ? String(answer['error_description']) : '';
}
