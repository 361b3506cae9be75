import type { OrgRequest } from '../../http/route.ts';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Whether a request can only come from this org's own pages or from outside of a browser.
 * Pages carry an access token, so no other site may fetch one or act through one, not even under
 * a name of its own that points at this machine.
 */
export function isSameOrigin({ headers }: Pick<OrgRequest, 'headers'>): boolean {
    const { host = '', origin } = headers;
    if (!LOOPBACK.test(host)) return false;
    if (origin !== undefined && origin !== `http://${host}`) return false;
    return ['same-origin', 'none', undefined].includes(headers['sec-fetch-site']);
}

/** Whether the request was made under a name that only this machine has. */
export function isLoopbackHost({ headers }: Pick<OrgRequest, 'headers'>): boolean {
    return LOOPBACK.test(headers['host'] ?? '');
}
