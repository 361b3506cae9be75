import type { IncomingMessage } from 'node:http';
import { SalesforceError } from '../salesforceError.ts';

const LARGEST_BODY = 50 * 1024 * 1024;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a request names this machine as its host. A page on the internet can point its own name at 127.0.0.1
 * (DNS rebinding), but it cannot change the Host header its browser sends.
 */
export function isLoopbackHost(host: string | undefined): boolean {
    return host !== undefined && LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase());
}

/** @throws SalesforceError REQUEST_ENTITY_TOO_LARGE */
export async function readBody(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > LARGEST_BODY) {
            throw new SalesforceError('REQUEST_ENTITY_TOO_LARGE', 'The request is too large', undefined, 413);
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

/** @throws SalesforceError JSON_PARSER_ERROR */
export function parseJson(body: string): unknown {
    if (body.trim() === '') return {};
    try {
        return JSON.parse(body);
    } catch (error) {
        throw new SalesforceError('JSON_PARSER_ERROR', error instanceof Error ? error.message : String(error));
    }
}

/** Headers by lower-case name; repeated ones joined. */
export function flatHeaders(request: IncomingMessage): Record<string, string | undefined> {
    return Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value])
    );
}
