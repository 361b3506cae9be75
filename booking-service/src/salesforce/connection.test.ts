import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { jwtVerify } from 'jose';
import { startTestServer, type Answer, type ReceivedRequest, type TestServer } from '../../testing/httpServer.ts';
import { createSalesforceConnection } from './connection.ts';
import { classifySalesforceError } from './errors.ts';
import type { SalesforceClient } from './salesforceClient.ts';
import type { SalesforceCall } from './safeTransport.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ORGANIZATION_ID = '00D000000000001EAA';
const EXPIRED: Answer = { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }] };

let server: TestServer;
let answerTo: (request: ReceivedRequest) => Answer;
let answerSignIn: () => Answer;
let now: number;
let calls: SalesforceCall[];

beforeEach(async () => {
    now = Date.now();
    calls = [];
    let sessions = 0;
    answerSignIn = () => {
        sessions += 1;
        const id = `${server.url}/id/${ORGANIZATION_ID}/005000000000001AAA`;
        return { body: { access_token: `token-${sessions}`, instance_url: server.url, id } };
    };
    answerTo = () => ({ body: { records: [], done: true } });
    server = await startTestServer((request) =>
        request.url === '/services/oauth2/token' ? answerSignIn() : answerTo(request)
    );
});
afterEach(() => server.close());

function connect({ timeoutMs = 2000, loginUrl = server.url } = {}): SalesforceClient {
    return createSalesforceConnection({
        loginUrl,
        clientId: 'client',
        username: 'service@example.com',
        privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        apiVersion: '66.0',
        timeoutMs,
        onCall: (call) => calls.push(call),
        now: () => now
    });
}

const signIns = (): ReceivedRequest[] => server.requests.filter(({ url }) => url === '/services/oauth2/token');
const apiCalls = (): ReceivedRequest[] => server.requests.filter(({ url }) => url !== '/services/oauth2/token');
const isSignedInWith = (token: string, { headers }: ReceivedRequest): boolean =>
    headers.authorization === `Bearer ${token}`;

async function failureOf(answer: Answer): Promise<unknown> {
    answerTo = () => answer;
    return connect()
        .query('SELECT Id FROM Lead')
        .catch((error: unknown) => error);
}

describe('signing in', () => {
    it('happens at the first call, with an assertion for this login server', async () => {
        const client = connect();
        expect(server.requests).toHaveLength(0);
        expect(await client.organizationId()).toBe(ORGANIZATION_ID);
        const form = new URLSearchParams(signIns()[0]!.body);
        expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
        const { payload } = await jwtVerify(form.get('assertion')!, publicKey, { audience: server.url });
        expect(payload).toMatchObject({ iss: 'client', sub: 'service@example.com' });
        expect(payload.exp! - now / 1000).toBeGreaterThan(170);
    });

    it('happens once for many calls at the same time', async () => {
        const client = connect();
        await Promise.all(Array.from({ length: 20 }, () => client.query('SELECT Id FROM Lead')));
        expect(signIns()).toHaveLength(1);
        expect(apiCalls()).toHaveLength(20);
    });

    it('happens again, once, when the session has ended under many calls', async () => {
        const client = connect();
        await client.organizationId();
        now += 31_000;
        answerTo = (request) => (isSignedInWith('token-1', request) ? EXPIRED : { body: { records: [{ Id: '1' }] } });
        const answers = await Promise.all(Array.from({ length: 20 }, () => client.query('SELECT Id FROM Lead')));
        expect(answers).toEqual(Array(20).fill([{ Id: '1' }]));
        expect(signIns()).toHaveLength(2);
    });

    it('stops when a second session in a row is refused as soon as it is opened', async () => {
        const client = connect();
        await client.organizationId();
        now += 31_000;
        answerTo = () => EXPIRED;
        const error: unknown = await client.query('SELECT Id FROM Lead').catch((reason: unknown) => reason);
        expect(error).toMatchObject({ name: 'SalesforceSignInError', code: 'INVALID_SESSION_ID' });
        expect(classifySalesforceError(error)).toBe('signIn');
        expect(apiCalls()).toHaveLength(3);
        expect(signIns()).toHaveLength(3);
    });

    it('is not asked for again within 30 seconds of a refusal, and then works', async () => {
        const client = connect();
        const accept = answerSignIn;
        answerSignIn = () => ({ status: 400, body: { error: 'invalid_grant', error_description: 'not approved' } });
        for (let attempt = 0; attempt < 3; attempt += 1) {
            await expect(client.query('SELECT Id FROM Lead')).rejects.toMatchObject({ code: 'invalid_grant' });
        }
        expect(signIns()).toHaveLength(1);
        answerSignIn = accept;
        now += 31_000;
        expect(await client.query('SELECT Id FROM Lead')).toEqual([]);
    });

    it('is asked for again at once after a network failure', async () => {
        const client = connect();
        const accept = answerSignIn;
        answerSignIn = () => (response) => response.destroy();
        await expect(client.organizationId()).rejects.toMatchObject({ name: 'SalesforceNetworkError' });
        answerSignIn = accept;
        expect(await client.organizationId()).toBe(ORGANIZATION_ID);
    });

    it('uses the time of Salesforce when the clock of this machine is wrong', async () => {
        now -= 3_600_000;
        const client = connect();
        const accept = answerSignIn;
        answerSignIn = () => {
            answerSignIn = accept;
            return { status: 400, body: { error: 'invalid_grant', error_description: 'expired' } };
        };
        await client.organizationId();
        const assertion = new URLSearchParams(signIns()[1]!.body).get('assertion')!;
        const { payload } = await jwtVerify(assertion, publicKey);
        expect(payload.exp! - Date.now() / 1000).toBeGreaterThan(170);
    });

    it('takes no longer than the caller is willing to wait', async () => {
        answerSignIn = () => () => undefined;
        const client = connect();
        await expect(client.query('SELECT Id FROM Lead', { timeoutMs: 50 })).rejects.toMatchObject({
            code: 'SF_TIMEOUT'
        });
    });

    it('reports an answer that is no session as unreadable', async () => {
        answerSignIn = () => ({ body: '<html>maintenance</html>' });
        await expect(connect().organizationId()).rejects.toMatchObject({ code: 'SF_UNREADABLE' });
    });
});

describe('queries', () => {
    it('read every page', async () => {
        answerTo = ({ url }) =>
            url.includes('?q=')
                ? { body: { records: [{ Id: '1' }], nextRecordsUrl: '/services/data/v66.0/query/01g-2000' } }
                : { body: { records: [{ Id: '2' }], nextRecordsUrl: null } };
        expect(await connect().query('SELECT Id FROM Lead')).toEqual([{ Id: '1' }, { Id: '2' }]);
        expect(apiCalls().map(({ url }) => url)).toEqual([
            '/services/data/v66.0/query?q=SELECT%20Id%20FROM%20Lead',
            '/services/data/v66.0/query/01g-2000'
        ]);
    });

    it('that are too long for a URL travel in a body', async () => {
        answerTo = () => ({
            body: {
                compositeResponse: [{ referenceId: 'query0', httpStatusCode: 200, body: { records: [{ Id: '1' }] } }]
            }
        });
        const query = `SELECT Id FROM Lead WHERE Name != '${'x'.repeat(9000)}'`;
        expect(await connect().queryAll(query)).toEqual([{ Id: '1' }]);
        expect(apiCalls()[0]).toMatchObject({ method: 'POST', url: '/services/data/v66.0/composite' });
        expect(apiCalls()[0]!.body).toContain('/services/data/v66.0/queryAll?q=SELECT');
    });

    it('sent together fail together, with the code of the one at fault', async () => {
        answerTo = () => ({
            body: {
                compositeResponse: [
                    { referenceId: 'query0', httpStatusCode: 200, body: { records: [] } },
                    { referenceId: 'query1', httpStatusCode: 400, body: [{ errorCode: 'INVALID_FIELD', message: 'x' }] }
                ]
            }
        });
        await expect(connect().queryMany([{ soql: 'a' }, { soql: 'b' }])).rejects.toMatchObject({
            code: 'INVALID_FIELD'
        });
    });
});

describe('writing', () => {
    it('encodes the value of an external key', async () => {
        answerTo = () => ({ body: { id: 'a00', success: true, created: true, errors: [] } });
        const key = { objectName: 'Meeting__c', field: 'BookingUid__c', value: 'a b/c?d' };
        expect(await connect().upsert(key, { Revision__c: 1 }, { updateOnly: true })).toEqual({
            id: 'a00',
            isCreated: true
        });
        expect(apiCalls()[0]).toMatchObject({
            method: 'PATCH',
            url: '/services/data/v66.0/sobjects/Meeting__c/BookingUid__c/a%20b%2Fc%3Fd?updateOnly=true',
            body: '{"Revision__c":1}'
        });
    });

    it('updates where Salesforce answers nothing', async () => {
        answerTo = () => ({ status: 204 });
        await expect(connect().update('Event', '00U1', { Subject: 'x' })).resolves.toBeUndefined();
    });

    it('reports each part of a composite call, naming the real cause among consequences', async () => {
        const rolledBack = [
            { errorCode: 'PROCESSING_HALTED', message: 'halted' },
            { errorCode: 'STRING_TOO_LONG', message: 'too long', fields: ['Name'] }
        ];
        answerTo = () => ({
            body: {
                compositeResponse: [
                    { referenceId: 'meeting', httpStatusCode: 201, body: { id: 'a00' } },
                    { referenceId: 'link', httpStatusCode: 400, body: rolledBack },
                    { referenceId: 'event', httpStatusCode: 500, body: null }
                ]
            }
        });
        const request = { referenceId: 'meeting', method: 'GET', path: '/x' } as const;
        const results = await connect().composite([request], { allOrNone: true });
        expect(results.map(({ error }) => error?.code)).toEqual([undefined, 'STRING_TOO_LONG', 'ERROR_HTTP_500']);
        expect(results[1]!.error!.fields).toEqual(['Name']);
        expect(JSON.parse(apiCalls()[0]!.body)).toEqual({
            allOrNone: true,
            compositeRequest: [{ referenceId: 'meeting', method: 'GET', url: '/services/data/v66.0/x' }]
        });
    });
});

describe('failures', () => {
    it.each<[string, Answer, Record<string, unknown>]>([
        [
            'one error',
            { status: 400, body: [{ errorCode: 'INVALID_FIELD', message: 'No such column', fields: [] }] },
            { name: 'SalesforceError', code: 'INVALID_FIELD' }
        ],
        [
            'several errors',
            {
                status: 400,
                body: [
                    { errorCode: 'REQUIRED_FIELD_MISSING', message: 'a', fields: ['Slug__c'] },
                    { errorCode: 'STRING_TOO_LONG', message: 'b', fields: ['Name'] }
                ]
            },
            { name: 'SalesforceError', code: 'REQUIRED_FIELD_MISSING', fields: ['Slug__c'] }
        ],
        ['a page of a proxy', { status: 503, body: '<html>down</html>' }, { code: 'ERROR_HTTP_503' }],
        ['half an answer', { body: { total: 1 } }, { name: 'SalesforceNetworkError', code: 'SF_UNREADABLE' }],
        ['a page with status 200', { body: '<html>hello</html>' }, { code: 'SF_UNREADABLE' }]
    ])('carry the code of %s', async (_, answer, expected) => {
        expect(await failureOf(answer)).toMatchObject(expected);
    });
});

describe('a connection that is lost', () => {
    const lost: Answer = (response) => response.destroy();
    const EMPTY = { compositeResponse: [{ referenceId: 'query0', httpStatusCode: 200, body: { records: [] } }] };
    const READ = { referenceId: 'query0', method: 'GET', path: '/query?q=x' } as const;
    const WRITE = { referenceId: 'meeting', method: 'PATCH', path: '/x', body: {} } as const;
    const key = { objectName: 'Meeting__c', field: 'BookingUid__c', value: 'a' };

    /** The first calls are lost, those after them answered. */
    const lose = (times: number, body: unknown = { records: [] }): void => {
        let left = times;
        answerTo = () => ((left -= 1) >= 0 ? lost : { body });
    };

    it.each<[string, unknown, (client: SalesforceClient) => Promise<unknown>]>([
        ['a query', { records: [] }, (client) => client.query('SELECT Id FROM Lead')],
        ['queries that are sent together', EMPTY, (client) => client.queryMany([{ soql: 'x' }])],
        ['a composite call of queries alone', EMPTY, (client) => client.composite([READ])]
    ])('costs %s one more call', async (_what, body, ask) => {
        const client = connect();
        lose(1, body);
        await ask(client);
        expect(apiCalls()).toHaveLength(2);
    });

    it('is an error of a query the second time', async () => {
        lose(9);
        await expect(connect().query('SELECT Id FROM Lead')).rejects.toMatchObject({
            name: 'SalesforceNetworkError',
            isAmbiguous: true
        });
        expect(apiCalls()).toHaveLength(2);
    });

    it.each<[string, (client: SalesforceClient) => Promise<unknown>]>([
        ['create', (client) => client.create('Event', { Subject: 'x' })],
        ['update', (client) => client.update('Event', '00U1', { Subject: 'x' })],
        ['upsert', (client) => client.upsert(key, { Revision__c: 1 })],
        ['composite call that writes', (client) => client.composite([READ, WRITE])]
    ])('is an error of a %s, which is never sent again', async (_what, write) => {
        const client = connect();
        lose(1);
        await expect(write(client)).rejects.toMatchObject({ name: 'SalesforceNetworkError', isAmbiguous: true });
        expect(apiCalls()).toHaveLength(1);
    });

    it('is none of the caller’s concern where a server closes idle connections as a query goes out', async () => {
        const idle = new Set<Socket>();
        const impatient = createServer((incoming, response) => {
            incoming.resume();
            // Whoever comes on a connection that has been idle finds it closed, as with a server that was just closing all.
            if (idle.has(incoming.socket)) {
                for (const socket of idle) socket.destroy();
                return;
            }
            idle.add(incoming.socket);
            const id = `${url}/id/${ORGANIZATION_ID}/005000000000001AAA`;
            response.setHeader('content-type', 'application/json');
            response.end(JSON.stringify({ access_token: 'token', instance_url: url, id, records: [], done: true }));
        });
        await new Promise<void>((resolve) => impatient.listen(0, '127.0.0.1', resolve));
        const url = `http://127.0.0.1:${(impatient.address() as AddressInfo).port}`;
        try {
            const client = connect({ loginUrl: url });
            for (let time = 0; time < 5; time += 1) expect(await client.query('SELECT Id FROM Lead')).toEqual([]);
            expect(calls.filter(({ outcome }) => outcome !== 200).length).toBeGreaterThan(0);
        } finally {
            impatient.closeAllConnections();
            impatient.close();
        }
    });
});

describe('what is observed', () => {
    it('counts every request and knows how many of the calls are used up', async () => {
        answerTo = () => ({ headers: { 'sforce-limit-info': 'api-usage=18/5000' }, body: { records: [] } });
        const client = connect();
        expect(client.apiUsage()).toBeUndefined();
        await client.query('SELECT Id FROM Lead');
        expect(client.apiUsage()).toEqual({ used: 18, limit: 5000 });
        expect(calls.map(({ path, outcome }) => [path, outcome])).toEqual([
            ['/services/oauth2/token', 200],
            ['/services/data/v66.0/query', 200]
        ]);
    });

    it('sends everything jsforce sends through our transport', async () => {
        await connect().query('SELECT Id FROM Lead');
        expect(calls).toHaveLength(server.requests.length);
        expect(server.requests).toHaveLength(2);
    });
});
