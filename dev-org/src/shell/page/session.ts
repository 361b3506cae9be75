import { json } from '../../http/route.ts';
import type { OrgRequest, OrgResponse, Route } from '../../http/route.ts';
import type { OrgContext } from '../../orgContext.ts';
import { SalesforceError } from '../../salesforceError.ts';
import type { Row } from '../../store/recordStore.ts';
import { activeUsers, defaultUser } from '../settings/users.ts';
import { readCookie } from './cookies.ts';
import { isSameOrigin } from './sameOrigin.ts';

const COOKIE = 'devOrgUser';

/** The user chosen in this browser, else the default; undefined in an org without users. */
export function pageUser(org: OrgContext, request: Pick<OrgRequest, 'headers'>): Row | undefined {
    const id = readCookie(request, COOKIE);
    return activeUsers(org).find((user) => user.Id === id) ?? defaultUser(org);
}

/**
 * `GET /__dev/session` renews the page's session, `POST /__dev/session` `{ userId }` makes this browser another user.
 * Both answer `{ userId, accessToken }`.
 */
export function sessionRoutes(org: OrgContext): Route[] {
    const pattern = '/__dev/session';
    return [
        { method: 'GET', pattern, isPublic: true, handle: (request) => renew(org, request) },
        { method: 'POST', pattern, isPublic: true, handle: (request) => choose(org, request) }
    ];
}

function renew(org: OrgContext, request: OrgRequest): OrgResponse {
    refuseOtherOrigins(request);
    const user = pageUser(org, request);
    if (!user) throw new SalesforceError('NOT_FOUND', 'The org has no active user.');
    return answer(org, user.Id);
}

function choose(org: OrgContext, request: OrgRequest): OrgResponse {
    refuseOtherOrigins(request);
    const { userId } = request.json() as { userId?: unknown };
    const user = activeUsers(org).find(({ Id }) => Id === userId);
    if (!user) throw new SalesforceError('INVALID_ID_FIELD', 'userId must be the id of an active user.', ['userId']);
    return answer(org, user.Id, { 'set-cookie': `${COOKIE}=${user.Id}; Path=/; HttpOnly; SameSite=Strict` });
}

function refuseOtherOrigins(request: OrgRequest): void {
    if (isSameOrigin(request)) return;
    throw new SalesforceError('INSUFFICIENT_ACCESS', 'Only the org’s own pages may ask for a session.', undefined, 403);
}

function answer(org: OrgContext, userId: string, headers: Record<string, string> = {}): OrgResponse {
    const body = { userId, accessToken: org.sessions.start(userId) };
    return json(body, 200, { 'cache-control': 'no-store', ...headers });
}
