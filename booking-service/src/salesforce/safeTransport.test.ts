import { startTestServer, type Answer, type TestServer } from '../../testing/httpServer.ts';
import { SalesforceNetworkError } from './errors.ts';
import { SafeTransport, type SalesforceCall } from './safeTransport.ts';

let server: TestServer;
let answer: Answer;
let calls: SalesforceCall[];
beforeEach(async () => {
    answer = { body: { ok: true } };
    calls = [];
    server = await startTestServer(() => answer);
});
afterEach(() => server.close());

function send(method: 'GET' | 'POST', url = `${server.url}/services/data?q=secret`): Promise<unknown> {
    const transport = new SafeTransport({
        timeoutMs: 150,
        maxBodyBytes: 1000,
        onCall: (call) => calls.push(call)
    });
    return transport.httpRequest({ method, url, headers: { 'Content-Length': '4' }, body: 'body' });
}

async function failure(method: 'GET' | 'POST' = 'POST', url?: string): Promise<SalesforceNetworkError> {
    const error: unknown = await send(method, url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SalesforceNetworkError);
    return error as SalesforceNetworkError;
}

describe('SafeTransport', () => {
    it('sends a body with a POST and none with a GET', async () => {
        expect(await send('POST')).toMatchObject({ statusCode: 200, body: '{"ok":true}' });
        await send('GET');
        expect(server.requests.map(({ method, body }) => [method, body])).toEqual([
            ['POST', 'body'],
            ['GET', '']
        ]);
    });

    it('counts every request with its path but not its query', async () => {
        await send('GET');
        expect(calls).toEqual([
            { method: 'GET', path: '/services/data', outcome: 200, durationMs: expect.any(Number) as number }
        ]);
        await server.close();
        await failure('GET');
        expect(calls[1]).toMatchObject({ outcome: 'ECONNREFUSED' });
    });

    it('gives up when no answer comes', async () => {
        answer = () => undefined;
        expect(await failure()).toMatchObject({ code: 'SF_TIMEOUT', isAmbiguous: true });
    });

    it('gives up when the body never ends', async () => {
        answer = (response) => response.writeHead(200).write('{"a":');
        expect(await failure()).toMatchObject({ code: 'SF_TIMEOUT', isAmbiguous: true });
    });

    it('rejects an answer that is cut off', async () => {
        answer = (response) => {
            response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy());
        };
        expect(await failure()).toMatchObject({ isAmbiguous: true });
    });

    it('rejects when the connection is closed without an answer, and sends nothing again', async () => {
        answer = (response) => response.destroy();
        expect(await failure('GET')).toMatchObject({ isAmbiguous: true });
        expect(server.requests).toHaveLength(1);
    });

    it('knows that nothing was done where nobody listens', async () => {
        await server.close();
        expect(await failure()).toMatchObject({ code: 'ECONNREFUSED', isAmbiguous: false });
    });

    it('hands back a 503 at once instead of retrying', async () => {
        answer = { status: 503, body: 'busy' };
        expect(await send('GET')).toMatchObject({ statusCode: 503 });
        expect(server.requests).toHaveLength(1);
    });

    it('refuses to follow a redirect', async () => {
        answer = { status: 302, headers: { location: '/elsewhere' } };
        expect(await failure()).toMatchObject({ code: 'SF_REDIRECT' });
        expect(server.requests).toHaveLength(1);
    });

    it('refuses an answer that is too large', async () => {
        answer = { body: 'x'.repeat(1001) };
        expect(await failure()).toMatchObject({ code: 'SF_TOO_LARGE' });
    });

    it('refuses to send a token over plain http to another machine', async () => {
        expect(await failure('GET', 'http://salesforce.example/services')).toMatchObject({ code: 'SF_CLEARTEXT' });
    });
});
