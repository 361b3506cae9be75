import type { Actor } from '../store/recordStore.ts';

/** One request, read whole. */
export interface OrgRequest {
    method: string;
    /** Path without the query, still percent-encoded. */
    path: string;
    /** Named parts of the route's pattern, decoded. */
    params: Record<string, string>;
    query: URLSearchParams;
    /** By lower-case name. */
    headers: Record<string, string | undefined>;
    body: string;
    /** The body as it came, for what is no text. */
    bytes: Uint8Array;
    /** `66.0` of `/services/data/v66.0/…`; empty elsewhere. */
    apiVersion: string;
    /** The session's user; on a public route without a session, nobody: `userId` is empty. */
    actor: Actor;
    /**
     * The body parsed as JSON; an empty body is an empty object.
     * @throws SalesforceError JSON_PARSER_ERROR
     */
    json(): unknown;
}

/** What goes back. No body with 204. */
export interface OrgResponse {
    status: number;
    headers?: Record<string, string>;
    body?: string | Uint8Array;
}

/** One resource and method. Handlers throw SalesforceError; the server writes it as the REST API does. */
export interface Route {
    method: string;
    /** `/services/data/:version/sobjects/:object/:id`; a last part `*rest` takes all that remains. */
    pattern: string;
    /** Open without a session. Everything else answers 401 INVALID_SESSION_ID to strangers. */
    isPublic?: boolean;
    /** What it does, for the table in docs/dev-org.md; steering and pages of the dev org itself have none. */
    about?: string;
    /** It answers 501 and is here to say so. */
    isUnsupported?: boolean;
    handle(request: OrgRequest): OrgResponse | Promise<OrgResponse>;
}

/** A JSON answer, 200 unless told otherwise. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): OrgResponse {
    return {
        status,
        headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
        body: JSON.stringify(value)
    };
}

/** 204: done, nothing to say. */
export function noContent(): OrgResponse {
    return { status: 204 };
}
