import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import {
    CompositeAnswer,
    errorFromPart,
    fromCallError,
    QueryAnswer,
    readAnswer,
    SavedAnswer,
    type SalesforceRecord
} from './answers.ts';
import { SalesforceError, SalesforceNetworkError } from './errors.ts';
import {
    createRequest,
    queryRequest,
    updateRequest,
    upsertRequest,
    type CompositeRequest,
    type ExternalKey,
    type SalesforceRequest
} from './requests.ts';
import type { ApiUsage, CallOptions, CompositeResult, Query, SalesforceClient } from './salesforceClient.ts';
import { SafeTransport, type SalesforceCall } from './safeTransport.ts';
import { SalesforceSessions, type Session, type SignInOptions } from './session.ts';

/** How to reach Salesforce. */
export interface SalesforceConnectionOptions extends SignInOptions {
    /** Time for one call, from sending it to the last byte of the answer. */
    timeoutMs?: number;
    /** Told about every HTTP request, for metrics and the budget of API calls. */
    onCall?: (call: SalesforceCall) => void;
    now?: () => number;
}

const DEFAULT_TIMEOUT_MS = 15_000;
/** Salesforce refuses a URI beyond 16 KB; longer queries travel in the body of a composite call. */
const MAX_PATH_LENGTH = 8_000;

/** Whoever closes one idle connection closes the others too; by then none of them is taken for open. */
const OTHERS_CLOSE_MS = 25;

/** Connects to Salesforce. Nothing is sent, and nothing can fail, before the first call. */
export function createSalesforceConnection(options: SalesforceConnectionOptions): SalesforceClient {
    return new SalesforceConnection(options);
}

class SalesforceConnection implements SalesforceClient {
    private readonly sessions: SalesforceSessions;
    private readonly timeoutMs: number;
    private readonly apiVersion: string;
    private usage: ApiUsage | undefined;

    constructor({ timeoutMs = DEFAULT_TIMEOUT_MS, onCall, now, ...signIn }: SalesforceConnectionOptions) {
        const onHeaders = (headers: Headers): void => {
            this.usage = readUsage(headers.get('sforce-limit-info')) ?? this.usage;
            this.sessions.noteServerTime(headers.get('date'));
        };
        this.sessions = new SalesforceSessions(signIn, new SafeTransport({ timeoutMs, onCall, onHeaders }), now);
        this.timeoutMs = timeoutMs;
        this.apiVersion = signIn.apiVersion;
    }

    query(soql: string, options: CallOptions = {}): Promise<SalesforceRecord[]> {
        return this.readRows({ soql }, options);
    }

    queryAll(soql: string, options: CallOptions = {}): Promise<SalesforceRecord[]> {
        return this.readRows({ soql, includeDeleted: true }, options);
    }

    async queryMany(queries: Query[], options: CallOptions = {}): Promise<SalesforceRecord[][]> {
        const requests = queries.map(({ soql, ...query }, index) => ({
            ...queryRequest(soql, query),
            referenceId: `query${index}`
        }));
        const answers = await this.composite(requests, options);
        return Promise.all(
            answers.map(({ error, body }) => {
                if (error) throw error;
                return this.allPages(body, options);
            })
        );
    }

    async composite(
        requests: CompositeRequest[],
        { allOrNone = false, ...options }: CallOptions & { allOrNone?: boolean } = {}
    ): Promise<CompositeResult[]> {
        const compositeRequest = requests.map(({ path, ...request }) => ({
            ...request,
            url: `/services/data/v${this.apiVersion}${path}`
        }));
        const body = { allOrNone, compositeRequest };
        const answer = await this.call({ method: 'POST', path: '/composite', body }, options);
        return readAnswer(CompositeAnswer, answer).compositeResponse.map(toCompositeResult);
    }

    async create(objectName: string, fields: Record<string, unknown>, options: CallOptions = {}): Promise<string> {
        return readAnswer(SavedAnswer, await this.call(createRequest(objectName, fields), options)).id;
    }

    async update(
        objectName: string,
        id: string,
        fields: Record<string, unknown>,
        options: CallOptions = {}
    ): Promise<void> {
        await this.call(updateRequest(objectName, id, fields), options);
    }

    async upsert(
        key: ExternalKey,
        fields: Record<string, unknown>,
        { updateOnly = false, ...options }: CallOptions & { updateOnly?: boolean } = {}
    ): Promise<{ id: string; isCreated: boolean }> {
        const answer = await this.call(upsertRequest(key, fields, { updateOnly }), options);
        const { id, created = false } = readAnswer(SavedAnswer, answer);
        return { id, isCreated: created };
    }

    async organizationId(): Promise<string> {
        return (await this.sessions.get()).organizationId;
    }

    apiUsage(): ApiUsage | undefined {
        return this.usage;
    }

    private async readRows({ soql, ...query }: Query, options: CallOptions): Promise<SalesforceRecord[]> {
        const request = queryRequest(soql, query);
        if (request.path.length > MAX_PATH_LENGTH) {
            const [rows] = await this.queryMany([{ soql, ...query }], options);
            return rows ?? [];
        }
        return this.allPages(await this.call(request, options), options);
    }

    private async allPages(firstPage: unknown, options: CallOptions): Promise<SalesforceRecord[]> {
        let page = readAnswer(QueryAnswer, firstPage);
        const rows = [...page.records];
        while (page.nextRecordsUrl) {
            page = readAnswer(QueryAnswer, await this.call({ method: 'GET', path: page.nextRecordsUrl }, options));
            rows.push(...page.records);
        }
        return rows;
    }

    /** Ends, because `renew` refuses to replace a session it has just opened, and a connection is lost once. */
    private async call(request: SalesforceRequest, { timeoutMs = this.timeoutMs }: CallOptions): Promise<unknown> {
        const deadline = performance.now() + timeoutMs;
        let session = await before(deadline, this.sessions.get());
        let mayBeLost = isRead(request);
        for (;;) {
            try {
                return await send(session, request, deadline);
            } catch (error) {
                if (isSessionRefused(error)) session = await before(deadline, this.sessions.renew(session));
                else if (mayBeLost && isConnectionLost(error)) {
                    mayBeLost = false;
                    await setTimeoutPromise(OTHERS_CLOSE_MS);
                } else throw error;
            }
        }
    }
}

/**
 * What only looks may be asked again. Nothing else, whatever it is: of a write whose answer is lost nobody knows whether
 * it was done, so its sender has to look first.
 */
function isRead({ method, path, body }: SalesforceRequest): boolean {
    if (method === 'GET') return true;
    const parts = path === '/composite' ? body?.['compositeRequest'] : undefined;
    return Array.isArray(parts) && parts.every((part: { method?: unknown }) => part.method === 'GET');
}

/** A server may close an idle connection at the very moment that a request goes out on it: fetch cannot know. */
function isConnectionLost(error: unknown): boolean {
    return error instanceof SalesforceNetworkError && ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(error.code);
}

async function send({ connection }: Session, request: SalesforceRequest, deadline: number): Promise<unknown> {
    const { method, path, body } = request;
    const content = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    try {
        const timeout = Math.max(1, Math.ceil(deadline - performance.now()));
        return await connection.request({ method, url: path, ...content }, { timeout });
    } catch (error) {
        throw fromCallError(error);
    }
}

/** Other callers may be willing to wait longer for the same sign-in, so it goes on. */
async function before<T>(deadline: number, signIn: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
        const fail = (): void =>
            reject(
                new SalesforceNetworkError('SF_TIMEOUT', 'Signing in to Salesforce took too long.', {
                    isAmbiguous: false
                })
            );
        timer = setTimeout(fail, deadline - performance.now());
    });
    try {
        return await Promise.race([signIn, timeout]);
    } finally {
        clearTimeout(timer);
    }
}

/** An org that was moved redirects its old address; signing in tells the new one. */
function isSessionRefused(error: unknown): boolean {
    if (error instanceof SalesforceNetworkError) return error.code === 'SF_REDIRECT';
    const codes = ['INVALID_SESSION_ID', 'INVALID_AUTH_HEADER', 'ERROR_HTTP_401'];
    return error instanceof SalesforceError && codes.includes(error.code);
}

function toCompositeResult({
    referenceId,
    httpStatusCode: status,
    body
}: {
    referenceId: string;
    httpStatusCode: number;
    body?: unknown;
}): CompositeResult {
    const result = { referenceId, status, body };
    // 300 is how an upsert says that several records have its key.
    return status < 300 ? result : { ...result, error: errorFromPart(status, body) };
}

function readUsage(header: string | null): ApiUsage | undefined {
    const [, used, limit] = /api-usage=(\d+)\/(\d+)/.exec(header ?? '') ?? [];
    return used !== undefined && limit !== undefined ? { used: Number(used), limit: Number(limit) } : undefined;
}
