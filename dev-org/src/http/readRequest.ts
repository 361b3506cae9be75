import type { IncomingMessage } from 'node:http';
import { SalesforceError } from '../salesforceError.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST_BODY = 10 * MEGABYTE;
/** What the platform takes for a deploy. */
const LARGEST_ARCHIVE = 50 * MEGABYTE;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a request names this machine as its host. A page on the internet can point its own name at 127.0.0.1
 * (DNS rebinding), but it cannot change the Host header its browser sends.
 */
export function isLoopbackHost(host: string | undefined): boolean {
    return host !== undefined && LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase());
}

/**
 * The body as it came: 10 MB at most, 50 MB for an archive of metadata.
 * @throws SalesforceError REQUEST_ENTITY_TOO_LARGE
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
    const isArchive = /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');
    const largest = isArchive ? LARGEST_ARCHIVE : LARGEST_BODY;
    const chunks: Buffer[] = [];
    let size = 0;
    // What is too large is read all the same, and forgotten: whoever still sends does not hear the answer.
    for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size <= largest) chunks.push(chunk);
    }
    if (size <= largest) return Buffer.concat(chunks);
    throw new SalesforceError('REQUEST_ENTITY_TOO_LARGE', 'The request is too large', undefined, 413);
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
