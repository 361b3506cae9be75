import type { RequestHandler, Response } from 'express';

const POLICY = 'Content-Security-Policy';

/** The usable ones of the origins somebody typed, separated by white space or commas; what is no origin is left out. */
export function readEmbedOrigins(text: string | undefined): string[] {
    const words = (text ?? '').split(/[\s,]+/).map((word) => word.replace(/\/$/, ''));
    return [...new Set(words.filter((word) => word !== '' && isOrigin(word)))];
}

/**
 * Lets the pages of these origins show ours in a frame: booking pages and the word that it is done, but no page that
 * moves or cancels a meeting. Without any origin nothing changes: nobody may.
 */
export function allowFraming(origins: () => Promise<string[]>): RequestHandler {
    return async (req, res, next) => {
        const isManagePage = req.baseUrl === '/m' && !('booked' in req.query);
        if (!isManagePage) allow(res, await origins());
        next();
    };
}

function allow(res: Response, origins: string[]): void {
    if (origins.length === 0) return;
    const policy = String(res.getHeader(POLICY) ?? '');
    res.setHeader(POLICY, policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`));
    // It knows no list of origins; browsers follow the policy.
    res.removeHeader('X-Frame-Options');
}

/** An https origin, or one on this machine to try things out. */
function isOrigin(text: string): boolean {
    const url = URL.parse(text);
    // A star is a letter of a host name to URL, and a wildcard to browsers.
    if (url?.origin !== text || text.includes('*')) return false;
    return url.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(url.hostname);
}
