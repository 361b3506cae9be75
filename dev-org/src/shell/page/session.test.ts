import type { OrgRequest, OrgResponse, Route } from '../../http/route.ts';
import type { OrgContext } from '../../orgContext.ts';
import { SalesforceError } from '../../salesforceError.ts';
import { shellTestOrg } from '../testing/shellTestOrg.ts';
import type { ShellTestOrg } from '../testing/shellTestOrg.ts';
import { pageUser, sessionRoutes } from './session.ts';

const HOST = '127.0.0.1:3000';

let test: ShellTestOrg;
let org: OrgContext;
let routes: Route[];

beforeAll(() => {
    test = shellTestOrg();
    org = test.org;
    routes = sessionRoutes(org);
});

async function call(method: string, headers: Record<string, string>, body: unknown = {}): Promise<OrgResponse> {
    const route = routes.find((each) => each.method === method);
    if (!route) throw new Error(`no route for ${method}`);
    return route.handle({ method, headers: { host: HOST, ...headers }, json: () => body } as unknown as OrgRequest);
}

describe('pageUser', () => {
    it('is the first active user with the rep permission set when nobody was chosen', () => {
        expect(pageUser(org, { headers: {} })?.Id).toBe(test.repId);
    });

    it('is the user of the cookie', () => {
        expect(pageUser(org, { headers: { cookie: `theme=light; devOrgUser=${test.adminId}` } })?.Id).toBe(
            test.adminId
        );
    });

    it('falls back when the user of the cookie is no longer active', () => {
        expect(pageUser(org, { headers: { cookie: `devOrgUser=${test.inactiveId}` } })?.Id).toBe(test.repId);
    });
});

describe('POST /__dev/session', () => {
    it('makes this browser another user and signs that user in', async () => {
        const response = await call('POST', { origin: `http://${HOST}` }, { userId: test.adminId });
        const { userId, accessToken } = JSON.parse(String(response.body)) as { userId: string; accessToken: string };
        expect(userId).toBe(test.adminId);
        expect(org.sessions.find(accessToken)).toEqual({ userId: test.adminId });
        expect(response.headers?.['set-cookie']).toBe(`devOrgUser=${test.adminId}; Path=/; HttpOnly; SameSite=Strict`);
    });

    it.each([
        ['another site', { origin: 'http://evil.example' }],
        ['another port of this machine', { origin: 'http://127.0.0.1:4000' }],
        ['a page that hides its origin', { origin: 'null' }],
        ['a name that points at this machine', { host: 'evil.example:3000', origin: 'http://evil.example:3000' }]
    ])('refuses %s', async (_case, headers) => {
        const answer = call('POST', headers, { userId: test.adminId });
        await expect(answer).rejects.toMatchObject({ status: 403 });
    });

    it('refuses a user who is not active', async () => {
        await expect(call('POST', {}, { userId: test.inactiveId })).rejects.toBeInstanceOf(SalesforceError);
    });
});

describe('GET /__dev/session', () => {
    it('renews the session of the page', async () => {
        const response = await call('GET', { 'sec-fetch-site': 'same-origin' });
        expect(JSON.parse(String(response.body))).toMatchObject({ userId: test.repId });
        expect(response.headers).toMatchObject({ 'cache-control': 'no-store' });
    });

    it('tells nothing to another site', async () => {
        await expect(call('GET', { 'sec-fetch-site': 'cross-site' })).rejects.toMatchObject({ status: 403 });
    });
});
