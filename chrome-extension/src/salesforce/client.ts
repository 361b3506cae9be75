import { Problem } from '../problem.ts';
import { hasTexts, isRecord } from '../storage.ts';
import type { SignedIn } from '../background/session.ts';
import { parseJson, send, type HttpAnswer, type HttpOptions } from './http.ts';
import type { Row } from './row.ts';

const API_PATH = '/services/data/v66.0';

/** Where access tokens come from. */
export interface TokenSource {
    get(): Promise<SignedIn>;
    renew(refused: string): Promise<SignedIn>;
}

interface ApiRequest {
    method?: 'GET' | 'POST' | 'PATCH';
    /** Below the host. */
    path: string;
    body?: Record<string, unknown>;
}

/** Salesforce's REST API as the signed-in user. */
export class SalesforceClient {
    readonly #http: HttpOptions;
    readonly #tokens: TokenSource;

    constructor(http: HttpOptions, tokens: TokenSource) {
        this.#http = http;
        this.#tokens = tokens;
    }

    /** All rows of a query, page after page. @throws Problem see {@link SalesforceClient.create} */
    async query(query: string): Promise<Row[]> {
        const rows: Row[] = [];
        let path: string | undefined = `${API_PATH}/query?q=${encodeURIComponent(query)}`;
        while (path !== undefined) {
            const page: unknown = await this.#call({ path });
            if (!isRecord(page) || !Array.isArray(page['records']))
                throw new Problem('salesforce_unreachable', 'query');
            rows.push(...page['records'].filter(isRecord));
            path = typeof page['nextRecordsUrl'] === 'string' ? page['nextRecordsUrl'] : undefined;
        }
        return rows;
    }

    /**
     * Creates a record. @returns its id
     * @throws Problem signed_out, session_expired, offline, salesforce_unreachable; salesforce_refused with its words
     */
    async create(objectApiName: string, fields: Record<string, unknown>): Promise<string> {
        const path = `${API_PATH}/sobjects/${objectApiName}`;
        const created = await this.#call({ method: 'POST', path, body: fields });
        if (!hasTexts(created, 'id')) throw new Problem('salesforce_unreachable', 'create');
        return String(created['id']);
    }

    /** Changes fields of a record. @throws Problem see {@link SalesforceClient.create} */
    async update(objectApiName: string, id: string, fields: Record<string, unknown>): Promise<void> {
        await this.#call({ method: 'PATCH', path: `${API_PATH}/sobjects/${objectApiName}/${id}`, body: fields });
    }

    async #call(request: ApiRequest): Promise<unknown> {
        let signedIn = await this.#tokens.get();
        let answer = await this.#send(signedIn, request);
        if (answer.status === 401) {
            signedIn = await this.#tokens.renew(signedIn.tokens.accessToken);
            answer = await this.#send(signedIn, request);
        }
        const value = parseJson(answer);
        if (answer.status < 300) return value;
        if (answer.status === 401) throw new Problem('session_expired', refusalIn(value));
        if (answer.status >= 500)
            throw new Problem('salesforce_unreachable', refusalIn(value) || String(answer.status));
        throw new Problem('salesforce_refused', refusalIn(value) || String(answer.status));
    }

    #send({ tokens }: SignedIn, { method = 'GET', path, body }: ApiRequest): Promise<HttpAnswer> {
        return send(this.#http, tokens.instanceUrl + path, {
            method,
            headers: {
                Authorization: `Bearer ${tokens.accessToken}`,
                ...(body && { 'Content-Type': 'application/json' })
            },
            ...(body && { body: JSON.stringify(body) })
        });
    }
}

/** What Salesforce says, in its own shape: `[{ message, errorCode }]`. */
function refusalIn(value: unknown): string {
    const entries: unknown[] = Array.isArray(value) ? value : [];
    return entries.flatMap((entry) => (hasTexts(entry, 'message') ? [String(entry['message'])] : [])).join(' ');
}
