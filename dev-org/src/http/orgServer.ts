import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Faults } from '../faults/fault.ts';
import type { RequestLog } from '../faults/requestLog.ts';
import { strikeAfter, strikeBefore } from '../faults/strike.ts';
import type { Session, Sessions } from '../oauth/sessions.ts';
import { notFound, SalesforceError } from '../salesforceError.ts';
import type { Actor } from '../store/recordStore.ts';
import type { ApiUsage } from './apiUsage.ts';
import { findSession, NOBODY, refuseWithoutApi, sessionExpired } from './authenticate.ts';
import { flatHeaders, isLoopbackHost, parseJson, readBody } from './readRequest.ts';
import { json } from './route.ts';
import type { OrgRequest, OrgResponse, Route } from './route.ts';
import { reword } from './reword.ts';
import type { Wording } from './reword.ts';
import { Router } from './router.ts';

export interface OrgServerParts {
    routes: Route[];
    sessions: Sessions;
    usage: ApiUsage;
    faults: Faults;
    requests: RequestLog;
    /** The org's own origin. */
    url: () => string;
    /** How errors are worded; in English unless told otherwise. */
    wording?: Wording | undefined;
}

/** Longer than clients keep idle connections: whoever closes first risks that a request is just under way on it. */
const KEEP_ALIVE_MS = 65_000;

/** The HTTP server of an org: checks who asks, finds the route, writes the answer, strikes faults. */
export function createOrgServer(parts: OrgServerParts): Server {
    const router = new Router(parts.routes);
    const server = createServer((request, response) => {
        answer(request, response, parts, router).catch((error: unknown) => {
            console.error('The dev org failed on', request.method, request.url, error);
            if (!response.headersSent) send(response, failure(error), {});
        });
    });
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    return server;
}

async function answer(
    incoming: IncomingMessage,
    response: ServerResponse,
    parts: OrgServerParts,
    router: Router
): Promise<void> {
    if (!isLoopbackHost(incoming.headers.host)) {
        send(response, { status: 421, body: 'The dev org answers to 127.0.0.1 and localhost only.\n' }, {});
        return;
    }
    const method = incoming.method ?? 'GET';
    const url = readUrl(incoming.url ?? '/', parts.url());
    if (!url) {
        send(response, failure(notFound()), {});
        return;
    }
    const bytes = await readBody(incoming).catch((error: unknown) => {
        if (error instanceof SalesforceError) return error;
        throw error;
    });
    if (bytes instanceof SalesforceError) {
        send(response, failure(bytes), {});
        return;
    }
    const body = bytes.toString('utf8');
    const isSteering = url.pathname.startsWith('/__dev/');
    const logged = { method, url: url.pathname + url.search, body };
    if (!isSteering) parts.requests.add(logged);
    const fault = isSteering ? undefined : parts.faults.take(logged);
    const instead = strikeBefore(fault, parts.sessions, response);
    if (instead === 'cut') return;
    const worked = instead ?? (await work({ incoming, method, url, body, bytes }, parts, router));
    const done = parts.wording ? reword(worked, parts.wording) : worked;
    const sent = await strikeAfter(fault, done, response);
    const limits = { 'Sforce-Limit-Info': parts.usage.header() };
    if (sent !== 'cut') send(response, sent, url.pathname.startsWith('/services/data/') ? limits : {});
}

/** The Salesforce CLI begins paths with two slashes, which would make their first part a host. */
function readUrl(target: string, base: string): URL | undefined {
    const url = target.replace(/^\/+/, '/');
    return URL.canParse(url, base) ? new URL(url, base) : undefined;
}

interface Received {
    incoming: IncomingMessage;
    method: string;
    url: URL;
    body: string;
    bytes: Uint8Array;
}

/** Answers failures the way the REST API does, whoever threw them. */
async function work(
    { incoming, method, url, body, bytes }: Received,
    parts: OrgServerParts,
    router: Router
): Promise<OrgResponse> {
    try {
        const headers = flatHeaders(incoming);
        const session = findSession(parts.sessions, headers, { origin: parts.url(), method });
        // A trailing slash names the same resource.
        const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : '/';
        const match = router.find(method, path);
        if (!match?.route.isPublic && !session && url.pathname.startsWith('/services/')) throw sessionExpired();
        const methods = !match || match.route.method === '*' ? router.methodsOf(path) : [];
        if (methods.length > 0) throw methodNotAllowed(method, methods);
        if (!match) throw notFound();
        if (!match.route.isPublic) {
            if (!session) throw sessionExpired();
            refuseWithoutApi(session);
            // Steering and the pages of the org itself are no API calls.
            if (match.route.pattern.startsWith('/services/')) parts.usage.count(match.route);
        }
        const request: OrgRequest = {
            method,
            path: url.pathname,
            params: match.params,
            query: url.searchParams,
            headers,
            body,
            bytes,
            apiVersion: apiVersionOf(match.params['version']),
            actor: session ? actorOf(session, headers['sforce-duplicate-rule-header']) : NOBODY,
            json: () => parseJson(body)
        };
        return await match.route.handle(request);
    } catch (error) {
        if (!(error instanceof SalesforceError)) console.error('The dev org failed on', method, url.pathname, error);
        return failure(error);
    }
}

function actorOf({ userId }: Session, duplicateRules = ''): Actor {
    return /\ballowSave\s*=\s*true\b/i.test(duplicateRules) ? { userId, allowsDuplicates: true } : { userId };
}

/** @throws SalesforceError NOT_FOUND when the path's version is none */
function apiVersionOf(version: string | undefined): string {
    if (version === undefined) return '';
    const number = /^v(\d{2}\.0)$/.exec(version)?.[1];
    if (number === undefined) throw notFound();
    return number;
}

function methodNotAllowed(method: string, methods: string[]): SalesforceError {
    const message = `HTTP Method '${method}' not allowed. Allowed are ${methods.join(',')}`;
    return new SalesforceError('METHOD_NOT_ALLOWED', message);
}

function failure(error: unknown): OrgResponse {
    const known =
        error instanceof SalesforceError
            ? error
            : new SalesforceError(
                  'UNKNOWN_EXCEPTION',
                  `The dev org failed: ${error instanceof Error ? error.message : String(error)}`
              );
    return json([known.toBody()], known.status);
}

function send(
    response: ServerResponse,
    { status, headers = {}, body }: OrgResponse,
    extra: Record<string, string>
): void {
    if (response.destroyed) return;
    response.writeHead(status, { ...extra, ...headers });
    response.end(body);
}
