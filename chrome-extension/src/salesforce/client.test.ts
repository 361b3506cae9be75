import { Problem } from '../problem.ts';
import { fakeServer, jsonAnswer } from '../testing/fakeServer.ts';
import { SalesforceClient } from './client.ts';
import type { SignedIn } from '../background/session.ts';

function signedInWith(accessToken: string): SignedIn {
    return {
        place: { orgUrl: 'https://login.salesforce.com', clientId: 'key' },
        tokens: { accessToken, refreshToken: 'r', instanceUrl: 'https://acme.my.salesforce.com' },
        user: { id: '005', name: 'Julio Reyes', username: 'julio' }
    };
}

function setup(answer: Parameters<typeof fakeServer>[0], { isOnline = true, renewable = true } = {}) {
    const server = fakeServer(answer);
    const tokens = {
        get: () => Promise.resolve(signedInWith('old')),
        renew: () => (renewable ? Promise.resolve(signedInWith('new')) : Promise.reject(new Problem('session_expired')))
    };
    const http = { fetch: server.fetch, isOnline: () => isOnline, deadlineMs: 1000 };
    return { ...server, client: new SalesforceClient(http, tokens) };
}

const code = (name: string, detail?: string): Error =>
    expect.objectContaining({ code: name, ...(detail !== undefined && { detail }) }) as Error;
const expiredToken = (): Response => jsonAnswer([{ message: 'Session expired', errorCode: 'INVALID_SESSION_ID' }], 401);

describe('SalesforceClient', () => {
    it('reads all pages of a query', async () => {
        const { client, requests } = setup(({ url }) =>
            url.endsWith('/more')
                ? jsonAnswer({ records: [{ Id: '2' }] })
                : jsonAnswer({ records: [{ Id: '1' }], nextRecordsUrl: '/more' })
        );
        expect(await client.query('SELECT Id FROM Lead')).toEqual([{ Id: '1' }, { Id: '2' }]);
        expect(requests[0]?.url).toContain('/query?q=SELECT%20Id%20FROM%20Lead');
    });

    it('renews an expired token and asks again', async () => {
        const { client, requests } = setup(({ headers }) =>
            headers.get('authorization') === 'Bearer new' ? jsonAnswer({ id: 'a01' }, 201) : expiredToken()
        );
        expect(await client.create('SingleUseLink__c', { A__c: 1 })).toBe('a01');
        expect(requests).toHaveLength(2);
    });

    it('says that the session has ended when it cannot be renewed', async () => {
        const { client } = setup(expiredToken, { renewable: false });
        await expect(client.query('q')).rejects.toThrow(code('session_expired'));
    });

    it('gives up when the new token is refused too', async () => {
        const { client, requests } = setup(expiredToken);
        await expect(client.query('q')).rejects.toThrow(code('session_expired'));
        expect(requests).toHaveLength(2);
    });

    it('passes on why Salesforce refuses', async () => {
        const { client } = setup(() => jsonAnswer([{ message: 'not yours', errorCode: 'FORBIDDEN' }], 403));
        await expect(client.update('SingleUseLink__c', 'a01', {})).rejects.toThrow(
            code('salesforce_refused', 'not yours')
        );
    });

    it.each([
        ['offline', false],
        ['salesforce_unreachable', true]
    ])('says %s when no answer comes and the browser thinks it is online: %p', async (expected, isOnline) => {
        const { client } = setup(() => Promise.reject(new TypeError('Failed to fetch')), { isOnline });
        await expect(client.query('q')).rejects.toThrow(code(expected));
    });

    it.each([
        ['an outage', () => new Response('<html>', { status: 503 })],
        ['a page instead of an answer', () => new Response('<html>')]
    ])('takes %s for no answer', async (_, answer) => {
        await expect(setup(answer).client.query('q')).rejects.toThrow(code('salesforce_unreachable'));
    });
});
