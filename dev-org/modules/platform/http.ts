import type { FetchError, FetchErrorBody } from 'lightning/uiRecordApi';
import { settings } from './settings';

export interface RestRequest {
    method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
    /** Below `/services/data/vNN.N`, or `/__dev`. */
    path: string;
    body?: unknown;
    headers?: Record<string, string>;
}

let accessToken = settings.accessToken;

/**
 * Calls the org's REST API as the running user. A session that has ended (the org was restarted, hours have passed)
 * is renewed once.
 * @throws FetchError in the shape Lightning Data Service rejects with
 */
export function rest<T>(request: RestRequest): Promise<T> {
    return call(`/services/data/v${settings.apiVersion}${request.path}`, request);
}

/** Asks the dev org for what only it has: usage, faults, clock, deployments. @throws FetchError */
export function devOrg<T>(request: RestRequest): Promise<T> {
    return call(`/__dev${request.path}`, request);
}

async function call<T>(url: string, request: RestRequest): Promise<T> {
    let response = await send(url, request);
    if (response.status === 401) {
        accessToken = await renewSession();
        response = await send(url, request);
    }
    const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    if (!response.ok) throw fetchError(response.status, response.statusText, body as FetchErrorBody | undefined);
    return body as T;
}

async function send(url: string, { method = 'GET', body, headers }: RestRequest): Promise<Response> {
    try {
        return await fetch(url, {
            method,
            headers: {
                accept: 'application/json',
                authorization: `Bearer ${accessToken}`,
                ...(body !== undefined && { 'content-type': 'application/json' }),
                ...headers
            },
            ...(body !== undefined && { body: JSON.stringify(body) })
        });
    } catch {
        throw fetchError(0, 'Network error', { message: 'The org cannot be reached. Check that it is still running.' });
    }
}

async function renewSession(): Promise<string> {
    const response = await fetch('/__dev/session');
    if (!response.ok) throw fetchError(401, 'Unauthorized', { message: 'Your session has ended. Reload the page.' });
    const session = (await response.json()) as { accessToken: string };
    return session.accessToken;
}

function fetchError(status: number, statusText: string, body: FetchErrorBody | undefined): FetchError {
    return Object.freeze({ status, statusText, ok: false as const, ...(body !== undefined && { body }) });
}
