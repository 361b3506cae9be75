import { findActor, sessionExpired } from '../http/authenticate.ts';
import { json } from '../http/route.ts';
import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { notFound } from '../salesforceError.ts';
import type { Row } from '../store/recordStore.ts';
import { verifyAssertion } from './jwtBearer.ts';
import type { ConnectedApp } from './jwtBearer.ts';
import { OAuthError } from './oauthError.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Sign-in, sign-out and who is signed in. */
export function oauthRoutes(org: OrgContext, app: ConnectedApp): Route[] {
    return [
        publicRoute('POST', '/services/oauth2/token', async ({ body }) => {
            try {
                const user = await userOfGrant(org, app, new URLSearchParams(body));
                return tokenAnswer(org, org.sessions.start(user.Id), user);
            } catch (error) {
                if (error instanceof OAuthError) return error.toResponse();
                throw error;
            }
        }),
        publicRoute('POST', '/services/oauth2/revoke', ({ body, query }) => {
            const token = new URLSearchParams(body).get('token') ?? query.get('token') ?? '';
            org.sessions.end(token);
            return { status: 200 };
        }),
        publicRoute('GET', '/services/oauth2/userinfo', (request) => json(userInfo(org, signedIn(org, request)))),
        publicRoute('GET', '/id/:organization/:user', (request) => {
            const user = signedIn(org, request);
            if (request.params['user'] !== user.Id) throw notFound();
            return json(userInfo(org, user));
        })
    ];
}

function publicRoute(method: string, pattern: string, handle: Route['handle']): Route {
    return { method, pattern, isPublic: true, handle };
}

async function userOfGrant(org: OrgContext, app: ConnectedApp, form: URLSearchParams): Promise<Row> {
    const grant = form.get('grant_type');
    if (grant !== JWT_BEARER) {
        throw new OAuthError(
            'unsupported_grant_type',
            `The dev org does not support the grant ${grant ?? '(none)'}; use ${JWT_BEARER}.`
        );
    }
    const username = await verifyAssertion(form.get('assertion') ?? '', app, {
        orgUrl: org.url(),
        now: Date.now()
    });
    const User = org.schema.object('User');
    const [user] = User ? org.store.findByField(User, 'Username', username) : [];
    if (user?.['IsActive'] !== true) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
    return user;
}

function tokenAnswer(org: OrgContext, token: string, user: Row): OrgResponse {
    return json({
        access_token: token,
        scope: 'api',
        instance_url: org.url(),
        id: identityUrl(org, user),
        token_type: 'Bearer'
    });
}

const identityUrl = (org: OrgContext, user: Row): string => `${org.url()}/id/${org.organizationId}/${user.Id}`;

function signedIn(org: OrgContext, { headers, method }: OrgRequest): Row {
    const actor = findActor(org.sessions, headers, { origin: org.url(), method });
    const User = org.schema.object('User');
    const user = actor && User && org.store.find(User, actor.userId);
    if (!user) throw sessionExpired();
    return user;
}

function userInfo(org: OrgContext, user: Row) {
    return {
        sub: identityUrl(org, user),
        user_id: user.Id,
        organization_id: org.organizationId,
        preferred_username: user['Username'],
        name: user['Name'],
        given_name: user['FirstName'],
        family_name: user['LastName'],
        email: user['Email'],
        email_verified: true,
        zoneinfo: user['TimeZoneSidKey'],
        locale: user['LocaleSidKey'],
        picture: user['SmallPhotoUrl']
    };
}
