import type { RequestHandler } from 'express';
import helmet from 'helmet';

const ONE_YEAR_S = 31_536_000;

/**
 * Headers of every answer: nothing may be loaded but our own files, no page may frame ours, no address travels in a
 * referrer, nothing is indexed, and nothing is kept in a cache unless its route says so.
 */
export function securityHeaders(publicUrl: URL): RequestHandler {
    const isHttps = publicUrl.protocol === 'https:';
    const protect = helmet({
        contentSecurityPolicy: {
            useDefaults: false,
            directives: {
                defaultSrc: ["'none'"],
                scriptSrc: ["'self'"],
                styleSrc: ["'self'"],
                imgSrc: ["'self'", 'data:'],
                connectSrc: ["'self'"],
                formAction: ["'self'"],
                frameAncestors: ["'none'"],
                baseUri: ["'none'"]
            }
        },
        strictTransportSecurity: isHttps && { maxAge: ONE_YEAR_S, includeSubDomains: false },
        referrerPolicy: { policy: 'no-referrer' },
        xFrameOptions: { action: 'deny' }
    });
    return (req, res, next) => {
        res.set({
            'Cache-Control': 'no-store',
            'X-Robots-Tag': 'noindex, nofollow',
            'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()'
        });
        protect(req, res, next);
    };
}
