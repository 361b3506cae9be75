import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as the server got it. */
export interface ReceivedRequest {
    method: string;
    /** Path and query. */
    url: string;
    headers: IncomingMessage['headers'];
    body: string;
}

/** What to answer: status and body, sent as JSON unless it is text; or a function that writes what it likes. */
export type Answer =
    { status?: number; headers?: Record<string, string>; body?: unknown } | ((response: ServerResponse) => void);

/** A real HTTP server on loopback that answers as told and keeps what it got. */
export interface TestServer {
    url: string;
    requests: ReceivedRequest[];
    close(): Promise<void>;
}

/** Starts one; `answer` decides about each request. Call `close` at the end. */
export async function startTestServer(answer: (request: ReceivedRequest) => Answer): Promise<TestServer> {
    const requests: ReceivedRequest[] = [];
    const server = createServer((incoming, response) => {
        void text(incoming).then((body) => {
            const { method = '', url = '', headers } = incoming;
            const request = { method, url, headers, body };
            requests.push(request);
            write(response, answer(request));
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        requests,
        close: () => close(server)
    };
}

function write(response: ServerResponse, answer: Answer): void {
    if (typeof answer === 'function') {
        answer(response);
        return;
    }
    const { status = 200, headers = {}, body } = answer;
    const isText = typeof body === 'string';
    response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
    response.end(isText || body === undefined ? body : JSON.stringify(body));
}

function close(server: Server): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
}
