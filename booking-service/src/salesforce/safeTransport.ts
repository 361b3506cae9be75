import { PassThrough } from 'node:stream';
import type { HttpRequest, HttpRequestOptions, HttpResponse } from 'jsforce';
import { Transport } from 'jsforce/lib/transport.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';
import { SalesforceNetworkError } from './errors.ts';

/** What happened to one HTTP request to Salesforce; each counts against the org's daily limit. */
export interface SalesforceCall {
    method: string;
    /** Path without query, ids of records included. */
    path: string;
    /** HTTP status, or the code of the network error. */
    outcome: number | string;
    durationMs: number;
}

/** How requests are sent. */
export interface SafeTransportOptions {
    /** Time for one request, from sending it to the last byte of the answer. */
    timeoutMs: number;
    maxBodyBytes?: number;
    onCall?: ((call: SalesforceCall) => void) | undefined;
    onHeaders?: ((headers: Headers) => void) | undefined;
}

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** With these nothing has reached Salesforce. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * Stands in for jsforce's own transport, which waits 30 minutes, retries silently for 15 s and ends the process when an
 * answer is cut off. One deadline covers headers and body, nothing is retried, redirects and huge answers are errors.
 */
export class SafeTransport extends Transport {
    private readonly options: SafeTransportOptions;

    constructor(options: SafeTransportOptions) {
        super();
        this.options = options;
    }

    /** Called by jsforce for everything it sends. */
    override httpRequest(request: HttpRequest, options: HttpRequestOptions = {}): StreamPromise<HttpResponse> {
        return StreamPromise.create(() => ({
            // jsforce asks each answer for a stream too; nothing of ours reads it.
            stream: new PassThrough(),
            promise: this.send(request, options.timeout ?? this.options.timeoutMs)
        }));
    }

    override getRequestStreamCreator(): never {
        throw new Error('Streaming from Salesforce is not supported.');
    }

    private async send(request: HttpRequest, timeoutMs: number): Promise<HttpResponse> {
        const startedAt = performance.now();
        const { pathname: path } = new URL(request.url);
        const report = (outcome: number | string): void =>
            this.options.onCall?.({ method: request.method, path, outcome, durationMs: performance.now() - startedAt });
        try {
            const response = await this.exchange(request, timeoutMs);
            report(response.statusCode);
            return response;
        } catch (error) {
            const failure = toNetworkError(error, `${request.method} ${path}`);
            report(failure.code);
            throw failure;
        }
    }

    private async exchange({ method, url, headers, body }: HttpRequest, timeoutMs: number): Promise<HttpResponse> {
        refuseCleartext(url);
        const answer = await fetch(url, {
            method,
            headers: withoutLength(headers),
            body: typeof body === 'string' && method !== 'GET' && method !== 'HEAD' ? body : null,
            redirect: 'manual',
            signal: AbortSignal.timeout(timeoutMs)
        });
        this.options.onHeaders?.(answer.headers);
        const text = await readText(answer, this.options.maxBodyBytes ?? MAX_BODY_BYTES);
        if (answer.status > 300 && answer.status < 400) throw refusal('SF_REDIRECT', `redirects (${answer.status})`);
        return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: text };
    }
}

/** A bearer token must not cross a network in the clear. */
function refuseCleartext(url: string): void {
    const { protocol, hostname } = new URL(url);
    const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    if (protocol !== 'https:' && !isLoopback) throw refusal('SF_CLEARTEXT', `is not reached by https (${protocol})`);
}

/** fetch computes both from the body and refuses to be told. */
function withoutLength(headers: Record<string, string> = {}): [string, string][] {
    return Object.entries(headers).filter(([name]) => !/^(content-length|transfer-encoding)$/i.test(name));
}

async function readText(answer: Response, maxBytes: number): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    for await (const chunk of answer.body ?? []) {
        bytes += chunk.byteLength;
        if (bytes > maxBytes) throw refusal('SF_TOO_LARGE', `sent more than ${maxBytes} bytes`, true);
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}

const refusal = (code: string, what: string, isAmbiguous = false): SalesforceNetworkError =>
    new SalesforceNetworkError(code, `Salesforce ${what}.`, { isAmbiguous });

function toNetworkError(error: unknown, request: string): SalesforceNetworkError {
    if (error instanceof SalesforceNetworkError) return error;
    const code = networkCode(error);
    return new SalesforceNetworkError(code, `Salesforce did not answer ${request}: ${code}`, {
        isAmbiguous: !NEVER_SENT.includes(code),
        cause: error
    });
}

/** fetch says "fetch failed" and hides the reason in `cause`. */
function networkCode(error: unknown): string {
    const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
    if (name === 'TimeoutError') return 'SF_TIMEOUT';
    return typeof cause?.code === 'string' ? cause.code : 'SF_NETWORK';
}
