import { isLoopback } from './options.ts';

/** The hosts that signing in at an org needs: where one signs in, and where every org has its API. */
export function originsToAllow(orgUrl: string): string[] {
    const url = new URL(orgUrl);
    // A pattern knows no ports.
    if (isLoopback(url)) return [`${url.protocol}//${url.hostname}/*`];
    return [`${url.origin}/*`, 'https://*.my.salesforce.com/*'];
}
