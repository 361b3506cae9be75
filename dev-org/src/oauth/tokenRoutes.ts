import { createHmac } from 'node:crypto';
import { json } from '../http/route.ts';
import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { grantedScopes } from './connectedApp.ts';
import type { ConnectedApp, ConnectedApps } from './connectedApp.ts';
import type { Grant, Grants } from './grants.ts';
import { identityUrl } from './identity.ts';
import { verifyAssertion } from './jwtBearer.ts';
import { OAuthError } from './oauthError.ts';
import { activeUserById, activeUserNamed } from './users.ts';

interface Parts {
    org: OrgContext;
    apps: ConnectedApps;
    grants: Grants;
    now: () => number;
}

/** What a grant type gives: whose session, for which app, with which scopes. */
interface SignIn {
    app: ConnectedApp;
    userId: string;
    scopes: string[];
    grant?: Grant;
    refreshToken?: string;
}

type GrantType = (parts: Parts, form: URLSearchParams, authorization: string | undefined) => SignIn | Promise<SignIn>;

/** What `POST /services/oauth2/token` gives tokens for. */
export const GRANT_TYPES: Record<string, GrantType> = {
    'urn:ietf:params:oauth:grant-type:jwt-bearer': byAssertion,
    client_credentials: byClientCredentials,
    authorization_code: byCode,
    refresh_token: byRefreshToken
};

/** Tokens: give, take back, tell about. */
export function tokenRoutes(parts: Parts): Route[] {
    const route = (path: string, about: string, handle: Route['handle']): Route => ({
        ...{ method: 'POST', pattern: `/services/oauth2/${path}`, about, isPublic: true },
        handle: async (request) => {
            try {
                return await handle(request);
            } catch (error) {
                if (error instanceof OAuthError) return error.toResponse();
                throw error;
            }
        }
    });
    return [
        route('token', `access tokens for the grants ${Object.keys(GRANT_TYPES).join(', ')}`, (request) =>
            token(parts, request)
        ),
        route('revoke', 'ends an access token, or a refresh token with all that came of it', (request) =>
            revoke(parts, request)
        ),
        route('introspect', 'tells an app with a secret about its token', (request) => introspect(parts, request))
    ];
}

async function token(parts: Parts, { body, headers }: OrgRequest): Promise<OrgResponse> {
    const form = new URLSearchParams(body);
    const name = form.get('grant_type') ?? '';
    const grantType = Object.hasOwn(GRANT_TYPES, name) ? GRANT_TYPES[name] : undefined;
    if (!grantType) {
        const known = Object.keys(GRANT_TYPES).join(', ');
        throw new OAuthError(
            'unsupported_grant_type',
            `The dev org does not support the grant ${name === '' ? '(none)' : name}; use one of ${known}.`
        );
    }
    return tokenAnswer(parts, await grantType(parts, form, headers['authorization']));
}

async function byAssertion({ org, apps, now }: Parts, form: URLSearchParams): Promise<SignIn> {
    const assertion = form.get('assertion') ?? '';
    const app = apps.get(form.get('client_id') ?? issuerOf(assertion));
    const username = await verifyAssertion(assertion, app, { orgUrl: org.url(), now: now() });
    return { app, userId: activeUserNamed(org, username).Id, scopes: ['api'] };
}

/** Who an assertion says it comes from; its signature is not checked yet. */
function issuerOf(assertion: string): string {
    try {
        const claims = Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8');
        const { iss } = JSON.parse(claims) as { iss?: unknown };
        return typeof iss === 'string' ? iss : '';
    } catch {
        throw new OAuthError('invalid_grant', 'invalid assertion');
    }
}

function byClientCredentials({ org, apps }: Parts, form: URLSearchParams, authorization: string | undefined): SignIn {
    const app = apps.authenticate(form, authorization);
    if (app.clientSecret === undefined) throw new OAuthError('invalid_client', 'invalid client credentials');
    if (app.runAs === undefined) throw new OAuthError('invalid_grant', 'no client credentials user enabled');
    const scopes = grantedScopes(app, form.get('scope')).filter((scope) => scope !== 'refresh_token');
    return { app, userId: activeUserNamed(org, app.runAs).Id, scopes };
}

function byCode({ org, apps, grants }: Parts, form: URLSearchParams, authorization: string | undefined): SignIn {
    const app = apps.authenticate(form, authorization);
    const grant = grants.redeemCode(form.get('code') ?? '', {
        clientId: app.clientId,
        redirectUri: form.get('redirect_uri') ?? '',
        verifier: form.get('code_verifier') ?? ''
    });
    const { userId, scopes } = grant;
    activeUserById(org, userId);
    const refreshToken = scopes.includes('refresh_token') && grants.issueRefreshToken(grant);
    return { app, userId, scopes, grant, ...(refreshToken !== false && { refreshToken }) };
}

function byRefreshToken(
    { org, apps, grants }: Parts,
    form: URLSearchParams,
    authorization: string | undefined
): SignIn {
    const app = apps.authenticate(form, authorization);
    const { next, ...grant } = grants.refresh(form.get('refresh_token') ?? '', {
        clientId: app.clientId,
        rotates: app.rotatesRefreshTokens === true
    });
    activeUserById(org, grant.userId);
    return {
        app,
        userId: grant.userId,
        scopes: grant.scopes,
        grant,
        ...(next !== undefined && { refreshToken: next })
    };
}

function tokenAnswer({ org, now }: Parts, { app, userId, scopes, grant, refreshToken }: SignIn): OrgResponse {
    const scope = scopes.join(' ');
    const id = identityUrl(org, userId);
    const issuedAt = String(now());
    const access_token = org.sessions.start(userId, {
        ...{ clientId: app.clientId, scope },
        ...(grant && { grantId: grant.id })
    });
    const signature = createHmac('sha256', app.clientSecret ?? app.clientId)
        .update(id + issuedAt)
        .digest('base64');
    return json(
        {
            access_token,
            ...(refreshToken !== undefined && { refresh_token: refreshToken }),
            signature,
            scope,
            instance_url: org.url(),
            id,
            token_type: 'Bearer',
            issued_at: issuedAt
        },
        200,
        { 'cache-control': 'no-store' }
    );
}

function revoke({ org, grants }: Parts, { body, query }: OrgRequest): OrgResponse {
    const sent = new URLSearchParams(body).get('token') ?? query.get('token') ?? '';
    const grant = grants.ofRefreshToken(sent);
    if (!grant && !org.sessions.describe(sent)) throw new OAuthError('invalid_token', 'the token is invalid');
    if (grant) grants.end(grant);
    org.sessions.end(sent);
    return { status: 200 };
}

function introspect({ org, apps, grants }: Parts, { body, headers }: OrgRequest): OrgResponse {
    const form = new URLSearchParams(body);
    const app = apps.authenticate(form, headers['authorization']);
    if (app.clientSecret === undefined) throw new OAuthError('invalid_client', 'invalid client credentials');
    const sent = form.get('token') ?? '';
    const session = org.sessions.describe(sent);
    const grant = grants.ofRefreshToken(sent);
    const owner = session ?? grant;
    if (owner?.clientId !== app.clientId) return json({ active: false });
    return json({
        active: true,
        scope: session?.scope ?? grant?.scopes.join(' '),
        client_id: app.clientId,
        username: activeUserById(org, owner.userId)['Username'],
        sub: identityUrl(org, owner.userId),
        token_type: session ? 'access_token' : 'refresh_token',
        ...(session && {
            exp: seconds(session.expiresAt),
            iat: seconds(session.issuedAt),
            nbf: seconds(session.issuedAt)
        })
    });
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
