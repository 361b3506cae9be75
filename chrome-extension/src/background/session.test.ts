import { fakeServer, jsonAnswer, type SeenRequest } from '../testing/fakeServer.ts';
import { memoryStorage } from '../testing/memoryStorage.ts';
import { OAuthClient } from './oauth.ts';
import { Session, type OpenSignIn } from './session.ts';

const PLACE = { orgUrl: 'https://login.salesforce.com', clientId: 'key' };
const REDIRECT = 'https://abc.chromiumapp.org/';
const USER = { user_id: '005000000000001AAA', name: 'Julio Reyes', preferred_username: 'julio@nexora.example' };

/** An org that takes every code and counts its tokens; `refuse` decides about the rest. */
function org(refuse: (request: SeenRequest) => Response | undefined = () => undefined) {
    let tokens = 0;
    return fakeServer((request) => {
        const refusal = refuse(request);
        if (refusal) return refusal;
        if (request.url.endsWith('/userinfo')) return jsonAnswer(USER);
        if (request.url.endsWith('/revoke')) return new Response('');
        tokens += 1;
        return jsonAnswer({
            access_token: `access ${tokens}`,
            refresh_token: `refresh ${tokens}`,
            instance_url: 'https://acme.my.salesforce.com'
        });
    });
}

/** Answers as the org does when the user allows it. */
const allow: OpenSignIn = (url) => {
    const state = new URL(url).searchParams.get('state') ?? '';
    return Promise.resolve(`${REDIRECT}?code=c0de&state=${encodeURIComponent(state)}`);
};

function setup({ server = org(), openSignIn = allow, isOnline = true } = {}) {
    const area = memoryStorage();
    const oauth = new OAuthClient({ fetch: server.fetch, isOnline: () => isOnline, deadlineMs: 1000 });
    return { ...server, area, session: new Session({ area, oauth, openSignIn, redirectUri: REDIRECT }) };
}

const isRefresh = ({ body }: SeenRequest): boolean => body.includes('grant_type=refresh_token');
const code = (name: string): Error => expect.objectContaining({ code: name }) as Error;

describe('signing in', () => {
    it('asks for a code with a challenge and redeems it with what the challenge was made of', async () => {
        let asked = new URL('about:blank');
        const { session, requests } = setup({
            openSignIn: (url) => {
                asked = new URL(url);
                return allow(url);
            }
        });
        await session.signIn(PLACE);
        expect(asked.origin + asked.pathname).toBe('https://login.salesforce.com/services/oauth2/authorize');
        expect(Object.fromEntries(asked.searchParams)).toMatchObject({
            response_type: 'code',
            client_id: 'key',
            redirect_uri: REDIRECT,
            scope: 'api refresh_token id',
            code_challenge_method: 'S256'
        });
        const sent = new URLSearchParams(requests[0]?.body);
        expect(sent.has('client_secret')).toBe(false);
        const verifier = new TextEncoder().encode(sent.get('code_verifier') ?? '');
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', verifier));
        const challenge = asked.searchParams.get('code_challenge') ?? '';
        const bytes = atob(challenge.replaceAll('-', '+').replaceAll('_', '/'));
        expect(Array.from(bytes, (byte) => byte.charCodeAt(0))).toEqual([...digest]);
        expect(challenge).toHaveLength(43);
    });

    it('tells pages who is signed in and no token', async () => {
        const { session } = setup();
        await session.signIn(PLACE);
        const state = await session.state();
        expect(state).toEqual({
            status: 'signed_in',
            user: { id: USER.user_id, name: 'Julio Reyes', username: 'julio@nexora.example' },
            instanceUrl: 'https://acme.my.salesforce.com'
        });
        expect(JSON.stringify(state)).not.toMatch(/access|refresh/);
    });

    it('refuses an answer to a question it did not ask', async () => {
        const { session, requests } = setup({ openSignIn: () => Promise.resolve(`${REDIRECT}?code=x&state=other`) });
        await expect(session.signIn(PLACE)).rejects.toThrow(code('sign_in_failed'));
        expect(requests).toEqual([]);
    });

    it.each([
        ['the window is closed', () => Promise.reject(new Error('The user did not approve access.'))],
        [
            'the user says no',
            (url: string) =>
                Promise.resolve(`${REDIRECT}?error=access_denied&state=${new URL(url).searchParams.get('state') ?? ''}`)
        ]
    ])('is canceled when %s', async (_, openSignIn) => {
        const { session } = setup({ openSignIn });
        await expect(session.signIn(PLACE)).rejects.toThrow(code('sign_in_canceled'));
        expect(await session.state()).toEqual({ status: 'signed_out' });
    });

    it('asks for the consumer key first', async () => {
        await expect(setup().session.signIn({ ...PLACE, clientId: '' })).rejects.toThrow(code('setup_missing'));
    });
});

describe('renewing', () => {
    it('happens once for all who were refused, and keeps the new refresh token', async () => {
        const { session, requests } = setup();
        await session.signIn(PLACE);
        const renewed = await Promise.all([session.renew('access 1'), session.renew('access 1')]);
        expect(renewed.map(({ tokens }) => tokens.accessToken)).toEqual(['access 2', 'access 2']);
        expect(requests.filter(isRefresh)).toHaveLength(1);
        expect((await session.get()).tokens.refreshToken).toBe('refresh 2');
    });

    it('is left out when somebody else has done it', async () => {
        const { session, requests } = setup();
        await session.signIn(PLACE);
        await session.renew('access 1');
        expect((await session.renew('access 1')).tokens.accessToken).toBe('access 2');
        expect(requests.filter(isRefresh)).toHaveLength(1);
    });

    it('ends the session when the org says no, and forgets the tokens', async () => {
        const server = org((request) => (isRefresh(request) ? jsonAnswer({ error: 'invalid_grant' }, 400) : undefined));
        const { session, area } = setup({ server });
        await session.signIn(PLACE);
        await expect(session.renew('access 1')).rejects.toThrow(code('session_expired'));
        expect(await session.state()).toEqual({ status: 'expired', userName: 'Julio Reyes' });
        expect(JSON.stringify([...area.values])).not.toMatch(/access 1|refresh 1/);
    });

    it('keeps the session when the org only is out of order', async () => {
        const server = org((request) => (isRefresh(request) ? new Response('busy', { status: 503 }) : undefined));
        const { session } = setup({ server });
        await session.signIn(PLACE);
        await expect(session.renew('access 1')).rejects.toThrow(code('salesforce_unreachable'));
        expect((await session.state()).status).toBe('signed_in');
    });

    it('does not bring back a session that was signed out meanwhile', async () => {
        const { session } = setup();
        await session.signIn(PLACE);
        const renewal = session.renew('access 1');
        await Promise.all([renewal, session.signOut()]);
        expect(await session.state()).toEqual({ status: 'signed_out' });
    });
});

describe('signing out', () => {
    it('revokes the refresh token and forgets everything', async () => {
        const { session, requests, area } = setup();
        await session.signIn(PLACE);
        await session.signOut();
        expect(requests.at(-1)).toMatchObject({
            url: 'https://login.salesforce.com/services/oauth2/revoke',
            body: 'token=refresh+1'
        });
        expect(area.values.size).toBe(0);
    });

    it('forgets the tokens and says so when the org cannot be told', async () => {
        const server = org(({ url }) => (url.endsWith('/revoke') ? new Response('', { status: 503 }) : undefined));
        const { session, area } = setup({ server });
        await session.signIn(PLACE);
        await expect(session.signOut()).rejects.toThrow(code('sign_out_incomplete'));
        expect(area.values.size).toBe(0);
    });
});
