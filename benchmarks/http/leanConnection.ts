import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { LoadRequest } from './loadGenerator.ts';

const HEAD_END = '\r\n\r\n';

/**
 * One keep-alive connection that costs next to nothing: a load that shares two processors with what it measures must not
 * take them from it. Reads what our servers send: a status and a body of a known length.
 */
export class LeanConnection {
    private readonly socket: Socket;
    private readonly host: string;
    private received: Buffer = Buffer.alloc(0);
    private answer: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;

    private constructor(socket: Socket, host: string) {
        this.socket = socket;
        this.host = host;
        socket.setNoDelay(true);
        socket.on('data', (chunk) => this.receive(chunk));
        socket.on('error', (error) => this.fail(error));
        socket.on('close', () => this.fail(new Error('The server closed the connection.')));
    }

    static async open(url: URL): Promise<LeanConnection> {
        const socket = connect(Number(url.port), url.hostname);
        await new Promise((resolve, reject) => {
            socket.once('connect', resolve);
            socket.once('error', reject);
        });
        return new LeanConnection(socket, url.host);
    }

    /** One request at a time; gives the status once the whole answer is there. */
    send({ path, method = 'GET', headers = {}, body = '' }: LoadRequest): Promise<number> {
        const lines = Object.entries({ Host: this.host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
        const length = body === '' ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
        const answered = new Promise<number>((resolve, reject) => (this.answer = { resolve, reject }));
        this.socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}${length}\r\n${body}`);
        return answered;
    }

    close(): void {
        this.answer = undefined;
        this.socket.destroy();
    }

    private receive(chunk: Buffer): void {
        this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
        const headEnd = this.received.indexOf(HEAD_END);
        if (headEnd < 0) return;
        const head = this.received.toString('latin1', 0, headEnd);
        const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
        if (length === undefined) {
            this.fail(new Error('The answer does not tell its length.'));
            return;
        }
        if (this.received.length < headEnd + HEAD_END.length + Number(length)) return;
        this.received = Buffer.alloc(0);
        const { answer } = this;
        this.answer = undefined;
        answer?.resolve(Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 '.length + 3)));
    }

    private fail(error: Error): void {
        this.answer?.reject(error);
        this.answer = undefined;
    }
}
