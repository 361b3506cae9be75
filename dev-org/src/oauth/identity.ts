import { findActor } from '../http/authenticate.ts';
import { json } from '../http/route.ts';
import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import type { Row } from '../store/recordStore.ts';

/** `https://…/id/<organization>/<user>`: names a user and answers who it is. */
export function identityUrl(org: OrgContext, userId: string): string {
    return `${org.url()}/id/${org.organizationId}/${userId}`;
}

/** Who is signed in: the identity URL, and userinfo of OpenID Connect. */
export function identityRoutes(org: OrgContext): Route[] {
    const asUser = (present: (user: Row) => unknown) => (request: OrgRequest) => {
        const user = signedIn(org, request);
        const { organization, user: asked } = request.params;
        const isOther = asked !== undefined && (asked !== user?.Id || organization !== org.organizationId);
        return user && !isOther ? json(present(user)) : badToken();
    };
    const userInfoOf = asUser((user) => userInfo(org, user));
    return [
        {
            ...{ method: 'GET', pattern: '/services/oauth2/userinfo', isPublic: true },
            about: 'who is signed in, in the words of OpenID Connect',
            handle: userInfoOf
        },
        {
            ...{ method: 'POST', pattern: '/services/oauth2/userinfo', isPublic: true },
            about: 'the same by POST',
            handle: userInfoOf
        },
        {
            ...{ method: 'GET', pattern: '/id/:organization/:user', isPublic: true },
            about: 'the identity URL of the user who is signed in',
            handle: asUser((user) => identity(org, user))
        }
    ];
}

/** What the platform says to a token it does not know here, in plain text. */
function badToken(): OrgResponse {
    return { status: 403, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: 'Bad_OAuth_Token' };
}

function signedIn(org: OrgContext, { headers, method }: OrgRequest): Row | undefined {
    const actor = findActor(org.sessions, headers, { origin: org.url(), method });
    const User = org.schema.object('User');
    return actor && User && org.store.find(User, actor.userId);
}

function urls(org: OrgContext, user: Row): Record<string, string> {
    const api = `${org.url()}/services/data/v{version}`;
    return {
        rest: `${api}/`,
        sobjects: `${api}/sobjects/`,
        query: `${api}/query/`,
        profile: `${org.url()}/${user.Id}`
    };
}

function identity(org: OrgContext, user: Row) {
    return {
        id: identityUrl(org, user.Id),
        asserted_user: true,
        user_id: user.Id,
        organization_id: org.organizationId,
        username: user['Username'],
        nick_name: user['Alias'] ?? user['Username'],
        display_name: user['Name'],
        email: user['Email'],
        email_verified: true,
        first_name: user['FirstName'],
        last_name: user['LastName'],
        timezone: user['TimeZoneSidKey'],
        photos: { picture: user['FullPhotoUrl'] ?? null, thumbnail: user['SmallPhotoUrl'] ?? null },
        addr_street: null,
        mobile_phone: user['MobilePhone'] ?? null,
        urls: urls(org, user),
        active: true,
        user_type: 'STANDARD',
        language: user['LanguageLocaleKey'],
        locale: user['LocaleSidKey'],
        utcOffset: 0,
        last_modified_date: user['LastModifiedDate'],
        is_app_installed: true
    };
}

function userInfo(org: OrgContext, user: Row) {
    return {
        sub: identityUrl(org, user.Id),
        user_id: user.Id,
        organization_id: org.organizationId,
        preferred_username: user['Username'],
        nickname: user['Alias'] ?? user['Username'],
        name: user['Name'],
        given_name: user['FirstName'],
        family_name: user['LastName'],
        email: user['Email'],
        email_verified: true,
        zoneinfo: user['TimeZoneSidKey'],
        locale: user['LocaleSidKey'],
        language: user['LanguageLocaleKey'],
        picture: user['SmallPhotoUrl'],
        urls: urls(org, user),
        active: true,
        user_type: 'STANDARD'
    };
}
