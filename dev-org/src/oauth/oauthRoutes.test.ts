import { generateKeyPairSync } from 'node:crypto';
import type { DevOrg } from '../devOrg.ts';
import { connect, getObject, INTEGRATION, REP, signAssertion, startTestOrg } from '../testing/testOrg.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';
import { createSessions } from './sessions.ts';

let org: DevOrg;
beforeAll(async () => {
    org = await startTestOrg();
});
afterAll(() => org.close());

const stranger = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});

const requestToken = (fields: Record<string, string>) =>
    fetch(`${org.url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(fields) });
const withAssertion = (assertion: string) =>
    requestToken({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });

describe('sign-in by JWT', () => {
    it('gives a session of the user it speaks for', async () => {
        const sf = await connect(org, REP);
        expect(sf.instanceUrl).toBe(org.url);
        expect(sf.userInfo).toMatchObject({ organizationId: '00D5e0000000001EAA' });
        const info = await sf.request({ url: '/services/oauth2/userinfo', method: 'GET' });
        expect(info).toMatchObject({ preferred_username: REP, name: 'Julio Reyes' });
    });

    it('takes the org itself as audience', async () => {
        expect((await withAssertion(await signAssertion({ aud: org.url }))).status).toBe(200);
    });

    it.each<[string, () => Promise<string>, string]>([
        ['a stranger’s key', () => signAssertion({}, stranger.privateKey), 'invalid_grant'],
        ['no token at all', () => Promise.resolve('nonsense'), 'invalid_grant'],
        ['another client', () => signAssertion({ iss: 'other' }), 'invalid_client_id'],
        ['another audience', () => signAssertion({ aud: 'https://example.com' }), 'invalid_grant'],
        ['an expired assertion', () => signAssertion({ expiresAt: Date.now() - 5000 }), 'invalid_grant'],
        ['an assertion for too long', () => signAssertion({ expiresAt: Date.now() + 3_600_000 }), 'invalid_grant'],
        ['an unknown user', () => signAssertion({ sub: 'nobody@example.com' }), 'invalid_grant'],
        ['the org’s own user', () => signAssertion({ sub: 'automatedprocess@dev-org.invalid' }), 'invalid_grant']
    ])('refuses %s', async (_case, sign, error) => {
        const response = await withAssertion(await sign());
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ error });
    });

    it('refuses grants it does not support', async () => {
        const response = await requestToken({ grant_type: 'password' });
        expect(await response.json()).toMatchObject({ error: 'unsupported_grant_type' });
    });

    it('refuses a user who was deactivated', async () => {
        const User = getObject(org.schema, 'User');
        const [rep] = org.store.findByField(User, 'Username', REP);
        org.store.update(User, rep!.Id, { IsActive: false }, SYSTEM_ACTOR);
        const response = await withAssertion(await signAssertion({ sub: REP }));
        expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
    });
});

describe('sessions', () => {
    const status = async (token: string | null | undefined) =>
        (await fetch(`${org.url}/services/data/v66.0/limits`, { headers: { authorization: `Bearer ${token}` } }))
            .status;

    it('ends with a revoked token', async () => {
        const sf = await connect(org, INTEGRATION);
        const token = sf.accessToken;
        expect(await status(token)).toBe(200);
        await sf.oauth2.revokeToken(token!);
        expect(await status(token)).toBe(401);
    });

    it('lives two hours', () => {
        let now = 0;
        const sessions = createSessions({ organizationId: '00D5e0000000001EAA', now: () => now });
        const token = sessions.start('0055e0000000001AAA');
        now = 2 * 3_600_000 - 1;
        expect(sessions.find(token)).toEqual({ userId: '0055e0000000001AAA' });
        now += 1;
        expect(sessions.find(token)).toBeUndefined();
    });

    it('outlives a change of the org’s clock', async () => {
        const { accessToken } = await connect(org);
        org.clock.set(Date.now() + 90 * 24 * 3_600_000);
        expect(await status(accessToken)).toBe(200);
        expect((await withAssertion(await signAssertion())).status).toBe(200);
        org.clock.reset();
    });

    it('takes the cookie of its own pages only', async () => {
        const { accessToken } = await connect(org);
        const write = (origin: string) =>
            fetch(`${org.url}/services/data/v66.0/sobjects/Account`, {
                method: 'POST',
                headers: { cookie: `sid=${encodeURIComponent(accessToken!)}`, origin },
                body: '{"Name":"Cookie"}'
            });
        expect((await write('http://127.0.0.1:4000')).status).toBe(401);
        expect((await write(org.url)).status).toBe(201);
    });
});
