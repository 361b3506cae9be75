import { parseJson } from '../http/readRequest.ts';
import type { OrgRequest, OrgResponse } from '../http/route.ts';
import type { Router } from '../http/router.ts';
import { notFound, notSupported, SalesforceError } from '../salesforceError.ts';

/** A request inside another one. */
export interface Subrequest {
    method: string;
    /** Path and query, from the root. */
    url: string;
    body?: unknown;
    httpHeaders?: Record<string, string> | undefined;
}

/**
 * Answers a request that came inside another one, as the user of the outer one.
 * @throws SalesforceError NOT_FOUND, NOT_IMPLEMENTED for what cannot run inside another request, and what it answers
 */
export function dispatch(subrequest: Subrequest, outer: OrgRequest, router: Router): OrgResponse {
    const { method, url, body, httpHeaders = {} } = subrequest;
    const target = readUrl(url);
    const match = router.find(method, target.pathname);
    if (!match) {
        if (target.pathname.startsWith('/services/data/')) throw notSupported(`${method} ${url} inside a composite`);
        throw notFound();
    }
    const text = body === undefined ? '' : JSON.stringify(body);
    const response = match.route.handle({
        method,
        path: target.pathname,
        params: match.params,
        query: target.searchParams,
        headers: Object.fromEntries(Object.entries(httpHeaders).map(([name, value]) => [name.toLowerCase(), value])),
        body: text,
        bytes: Buffer.from(text),
        apiVersion: outer.apiVersion,
        actor: outer.actor,
        json: () => parseJson(text)
    });
    // A composite is one transaction, and a transaction cannot wait.
    if (response instanceof Promise) throw notSupported(`${method} ${url} inside a composite`);
    return response;
}

/** A body as it stands inside the outer answer. */
export const presentBody = (body: OrgResponse['body']): unknown =>
    body === undefined ? null : parseJson(String(body));

function readUrl(url: string): URL {
    try {
        return new URL(url, 'http://127.0.0.1');
    } catch {
        throw new SalesforceError('INVALID_INPUT', `${url} is no URL`);
    }
}
