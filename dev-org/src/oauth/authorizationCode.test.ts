import { Connection, OAuth2 } from 'jsforce';
import type { DevOrg } from '../devOrg.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';
import { CLIENT_ID, getObject, INTEGRATION, KEYS, REP, startTestOrg } from '../testing/testOrg.ts';
import { challengeOf, Grants } from './grants.ts';

const REDIRECT = 'https://abcdefgh.chromiumapp.org/oauth';
const VERIFIER = 'a-verifier-that-is-long-enough-for-the-standard';
const SECRET = 's3cret';

let org: DevOrg;
let userIds: Record<string, string>;
beforeAll(async () => {
    org = await startTestOrg({
        connectedApp: { clientId: CLIENT_ID, publicKeyPem: KEYS.publicKey, clientSecret: SECRET, runAs: INTEGRATION },
        connectedApps: [
            { clientId: 'extension', label: 'Admit <One>', redirectUris: [REDIRECT] },
            { clientId: 'rotating', redirectUris: [REDIRECT], rotatesRefreshTokens: true },
            { clientId: 'server', redirectUris: [REDIRECT], clientSecret: SECRET }
        ]
    });
    const User = getObject(org.schema, 'User');
    userIds = Object.fromEntries(
        [REP, INTEGRATION].map((name) => [name, org.store.findByField(User, 'Username', name)[0]!.Id])
    );
});
afterAll(() => org.close());

const authorizeUrl = (query: Record<string, string> = {}) => {
    const wanted = {
        ...{ response_type: 'code', client_id: 'extension', redirect_uri: REDIRECT, state: 'a&b' },
        ...{ code_challenge: challengeOf(VERIFIER), code_challenge_method: 'S256', ...query }
    };
    return `${org.url}/services/oauth2/authorize?${new URLSearchParams(wanted).toString()}`;
};
const open = (query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    fetch(authorizeUrl(query), { redirect: 'manual', headers });
const submit = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${org.url}/services/oauth2/authorize/${path}`, {
        ...{ method: 'POST', redirect: 'manual', headers },
        body: new URLSearchParams(fields)
    });
const requestIn = (page: string) => /name="request" value="([^"]+)"/.exec(page)?.[1] ?? '';
const sentBack = (response: Response) => Object.fromEntries(new URL(response.headers.get('location')!).searchParams);

/** Goes through the pages as a person would; gives the answer that returns to the app. */
async function allow(query: Record<string, string> = {}, username = REP): Promise<Response> {
    const request = requestIn(await (await open({ prompt: 'login', ...query })).text());
    const next = await submit('user', { request, user: userIds[username]! });
    return next.status === 302 ? next : submit('consent', { request, decision: 'allow' });
}
const codeFor = async (query: Record<string, string> = {}) => sentBack(await allow(query))['code']!;

async function exchange(fields: Record<string, string>) {
    const form = {
        ...{ grant_type: 'authorization_code', client_id: 'extension', redirect_uri: REDIRECT },
        ...{ code_verifier: VERIFIER, ...fields }
    };
    const response = await fetch(`${org.url}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams(form)
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
}
const refresh = (token: string, clientId = 'extension') =>
    exchange({ grant_type: 'refresh_token', refresh_token: token, client_id: clientId });
const statusOf = async (token: string) =>
    (await fetch(`${org.url}/services/data/v66.0/limits`, { headers: { authorization: `Bearer ${token}` } })).status;

describe('the authorization code flow', () => {
    it('signs jsforce in with PKCE, as the user who allowed it', async () => {
        const oauth2 = new OAuth2({
            ...{ loginUrl: org.url, clientId: 'extension', redirectUri: REDIRECT, useVerifier: true }
        });
        const asked = Object.fromEntries(
            new URL(oauth2.getAuthorizationUrl({ scope: 'api refresh_token' })).searchParams
        );
        const back = sentBack(await allow(asked));
        const sf = new Connection({ oauth2, version: '66.0' });
        expect(await sf.authorize(back['code']!)).toMatchObject({ id: userIds[REP] });
        expect(sf.instanceUrl).toBe(org.url);
        expect((await sf.query('SELECT Id FROM Lead')).totalSize).toBe(0);
        org.sessions.endAll();
        expect((await sf.query('SELECT Id FROM Lead')).totalSize).toBe(0);
    });

    it('returns the state as it was sent', async () => {
        expect(sentBack(await allow())).toEqual({ code: expect.any(String) as string, state: 'a&b' });
    });

    it('tells the app when the person refuses', async () => {
        const request = requestIn(await (await open({ prompt: 'login', scope: 'id' })).text());
        await submit('user', { request, user: userIds[INTEGRATION]! });
        const refused = await submit('consent', { request, decision: 'deny' });
        expect(sentBack(refused)).toMatchObject({ error: 'access_denied', state: 'a&b' });
    });

    it('does not ask again whom it knows and who has allowed it', async () => {
        const request = requestIn(await (await open({ prompt: 'login' })).text());
        const chosen = await submit('user', { request, user: userIds[REP]! });
        const cookie = chosen.headers.get('set-cookie')!.split(';')[0]!;
        const { status } = await (chosen.status === 302 ? chosen : submit('consent', { request, decision: 'allow' }));
        expect(status).toBe(302);
        expect(sentBack(await open({ prompt: 'none' }, { cookie }))).toHaveProperty('code');
        expect(sentBack(await open({ prompt: 'none' }))).toMatchObject({ error: 'login_required' });
        expect(await (await open({ prompt: 'consent' }, { cookie })).text()).toContain('Allow access?');
    });

    it('serves pages that no other page may frame or script', async () => {
        const page = await open({ prompt: 'login' });
        const text = await page.text();
        const policy = page.headers.get('content-security-policy')!;
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toContain('unsafe-inline');
        expect(text).toContain('<html lang="en">');
        expect(text).toContain('Admit &lt;One&gt;');
        expect(text).toContain('Julio Reyes');
    });

    it.each([
        ['an unknown app', { client_id: 'nobody' }, 'invalid_client_id'],
        ['an address that the app does not list', { redirect_uri: 'https://evil.example/' }, 'redirect_uri_mismatch'],
        ['an app without addresses', { client_id: CLIENT_ID }, 'redirect_uri_mismatch']
    ])('shows what is wrong and goes nowhere for %s', async (_case, query, code) => {
        const response = await open(query);
        expect(response.status).toBe(400);
        expect(await response.text()).toContain(`error=${code}`);
    });

    it.each([
        ['no challenge', { code_challenge: '' }, 'invalid_request'],
        ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
        ['a token at once', { response_type: 'token' }, 'unsupported_response_type'],
        ['a scope it may not have', { scope: 'api full' }, 'invalid_scope']
    ])('returns an error to the app for %s', async (_case, query, error) => {
        expect(sentBack(await open(query))).toMatchObject({ error, state: 'a&b' });
    });

    it('takes each form once, from its own pages, of a request it knows', async () => {
        const request = requestIn(await (await open({ prompt: 'login' })).text());
        const elsewhere = { origin: 'https://evil.example' };
        expect((await submit('user', { request, user: userIds[REP]! }, elsewhere)).status).toBe(400);
        expect((await submit('user', { request, user: 'nobody' })).status).toBe(400);
        expect((await submit('consent', { request: 'guessed', decision: 'allow' })).status).toBe(400);
        await submit('user', { request, user: userIds[REP]! });
        await submit('consent', { request, decision: 'deny' });
        expect((await submit('consent', { request, decision: 'allow' })).status).toBe(400);
    });
});

describe('the exchange of a code', () => {
    it.each([
        ['another verifier', { code_verifier: VERIFIER.replace('a', 'b') }, 'invalid_grant'],
        ['no verifier', { code_verifier: '' }, 'invalid_grant'],
        ['another address', { redirect_uri: 'https://evil.example/' }, 'redirect_uri_mismatch'],
        ['another app', { client_id: 'rotating' }, 'invalid_grant'],
        ['a made-up code', { code: 'aPrxnothing' }, 'invalid_grant']
    ])('refuses %s', async (_case, fields, error) => {
        const answer = await exchange({ code: await codeFor(), ...fields });
        expect(answer).toMatchObject({ status: 400, body: { error } });
    });

    it('demands the secret of an app that has one', async () => {
        const code = await codeFor({ client_id: 'server' });
        const sent = { code, client_id: 'server' };
        expect((await exchange({ ...sent, client_secret: 'wrong' })).body).toMatchObject({ error: 'invalid_client' });
        expect((await exchange({ ...sent, client_secret: SECRET })).status).toBe(200);
    });

    it('works once; a second try ends what the first one gave', async () => {
        const code = await codeFor();
        const { body } = await exchange({ code });
        expect(await statusOf(body['access_token']!)).toBe(200);
        expect((await exchange({ code })).body).toMatchObject({ error: 'invalid_grant' });
        expect(await statusOf(body['access_token']!)).toBe(401);
        expect((await refresh(body['refresh_token']!)).body).toMatchObject({ error: 'invalid_grant' });
    });

    it('is over after ten minutes', () => {
        let now = 0;
        const grants = new Grants({ now: () => now, endSessions: () => undefined });
        const grant = { clientId: 'c', userId: 'u', scopes: ['api'] };
        const sent = { clientId: 'c', redirectUri: REDIRECT, verifier: VERIFIER };
        const issue = () => grants.issueCode(grant, { redirectUri: REDIRECT, challenge: challengeOf(VERIFIER) });
        const [early, late] = [issue(), issue()];
        now = 600_000 - 1;
        expect(grants.redeemCode(early, sent)).toMatchObject(grant);
        now = 600_000;
        expect(() => grants.redeemCode(late, sent)).toThrow('expired authorization code');
    });

    it('gives no refresh token and no API to whoever did not ask for them', async () => {
        const { body } = await exchange({ code: await codeFor({ scope: 'id' }) });
        expect(body).not.toHaveProperty('refresh_token');
        expect(await statusOf(body['access_token']!)).toBe(401);
        const identity = await fetch(body['id']!, { headers: { authorization: `Bearer ${body['access_token']!}` } });
        expect(await identity.json()).toMatchObject({ username: REP, display_name: 'Julio Reyes' });
    });
});

describe('refresh tokens', () => {
    it('give new sessions again and again', async () => {
        const { body } = await exchange({ code: await codeFor() });
        const first = await refresh(body['refresh_token']!);
        const second = await refresh(body['refresh_token']!);
        expect(first.body).not.toHaveProperty('refresh_token');
        expect(await statusOf(first.body['access_token']!)).toBe(200);
        expect(await statusOf(second.body['access_token']!)).toBe(200);
    });

    it('are replaced at each use where the app rotates them; a replaced one ends all', async () => {
        const { body } = await exchange({ code: await codeFor({ client_id: 'rotating' }), client_id: 'rotating' });
        const next = await refresh(body['refresh_token']!, 'rotating');
        expect(next.body['refresh_token']).not.toBe(body['refresh_token']);
        expect((await refresh(body['refresh_token']!, 'rotating')).body).toMatchObject({ error: 'invalid_grant' });
        expect((await refresh(next.body['refresh_token']!, 'rotating')).body).toMatchObject({ error: 'invalid_grant' });
        expect(await statusOf(next.body['access_token']!)).toBe(401);
    });

    it('belong to one app', async () => {
        const { body } = await exchange({ code: await codeFor() });
        expect((await refresh(body['refresh_token']!, 'rotating')).status).toBe(400);
    });

    it('end with a revoke, and their sessions with them', async () => {
        const { body } = await exchange({ code: await codeFor() });
        const revoke = () =>
            fetch(`${org.url}/services/oauth2/revoke`, {
                method: 'POST',
                body: new URLSearchParams({ token: body['refresh_token']! })
            });
        expect((await revoke()).status).toBe(200);
        expect(await statusOf(body['access_token']!)).toBe(401);
        expect((await refresh(body['refresh_token']!)).status).toBe(400);
        expect(await (await revoke()).json()).toMatchObject({ error: 'invalid_token' });
    });
});

describe('client credentials', () => {
    it('run as the user the app names', async () => {
        const sf = new Connection({
            ...{ version: '66.0', oauth2: { loginUrl: org.url, clientId: CLIENT_ID, clientSecret: SECRET } }
        });
        await sf.authorize({ grant_type: 'client_credentials' });
        expect(sf.userInfo?.id).toBe(userIds[INTEGRATION]);
        expect((await sf.query('SELECT Id FROM Lead')).totalSize).toBe(0);
    });

    it('take the secret as HTTP Basic too', async () => {
        const response = await fetch(`${org.url}/services/oauth2/token`, {
            method: 'POST',
            headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${SECRET}`).toString('base64')}` },
            body: new URLSearchParams({ grant_type: 'client_credentials' })
        });
        expect(await response.json()).toMatchObject({ token_type: 'Bearer', scope: 'api id' });
    });

    it.each([
        ['a wrong secret', { client_id: CLIENT_ID, client_secret: 'wrong' }, 'invalid_client'],
        ['an app without a secret', { client_id: 'extension' }, 'invalid_client'],
        ['an app that runs as nobody', { client_id: 'server', client_secret: SECRET }, 'invalid_grant'],
        ['an unknown app', { client_id: 'nobody' }, 'invalid_client_id']
    ])('refuse %s', async (_case, fields, error) => {
        const answer = await exchange({ grant_type: 'client_credentials', ...fields });
        expect(answer).toMatchObject({ status: 400, body: { error } });
    });
});

describe('introspection', () => {
    it('tells an app about its own tokens only', async () => {
        const { body } = await exchange({
            ...{ code: await codeFor({ client_id: 'server' }), client_id: 'server', client_secret: SECRET }
        });
        const ask = async (clientId: string, token: string) => {
            const form = new URLSearchParams({ client_id: clientId, client_secret: SECRET, token });
            const response = await fetch(`${org.url}/services/oauth2/introspect`, { method: 'POST', body: form });
            return (await response.json()) as unknown;
        };
        expect(await ask('server', body['access_token']!)).toMatchObject({
            ...{ active: true, username: REP, client_id: 'server', token_type: 'access_token' }
        });
        expect(await ask('server', body['refresh_token']!)).toMatchObject({ token_type: 'refresh_token' });
        expect(await ask(CLIENT_ID, body['access_token']!)).toEqual({ active: false });
        expect(await ask('server', 'nothing')).toEqual({ active: false });
    });
});

describe('sessions', () => {
    it('end with their user’s activity', async () => {
        const { body } = await exchange({ code: await codeFor() });
        const User = getObject(org.schema, 'User');
        org.store.update(User, userIds[REP]!, { IsActive: false }, SYSTEM_ACTOR);
        expect(await statusOf(body['access_token']!)).toBe(401);
        expect((await refresh(body['refresh_token']!)).body).toMatchObject({ error: 'invalid_grant' });
        org.store.update(User, userIds[REP]!, { IsActive: true }, SYSTEM_ACTOR);
        expect(await statusOf(body['access_token']!)).toBe(200);
    });

    it('say Bad_OAuth_Token where the platform does', async () => {
        const response = await fetch(`${org.url}/services/oauth2/userinfo`, { headers: { authorization: 'Bearer x' } });
        expect({ status: response.status, text: await response.text() }).toEqual({
            ...{ status: 403, text: 'Bad_OAuth_Token' }
        });
    });
});
