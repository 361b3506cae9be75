import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { isLoopback } from './loopback.ts';

/** Who may read the metrics: whoever sends the token; without one, anybody, but only where nobody else can reach them. */
export interface MetricsAccess {
    publicUrl: URL;
    token?: string | undefined;
}

/** Refuses with 401 who may not read the metrics, and says what to do. */
export function metricsAccess({ publicUrl, token }: MetricsAccess): RequestHandler {
    const isOpen = token === undefined && isLoopback(publicUrl);
    const remedy =
        token === undefined
            ? 'Set METRICS_TOKEN to read the metrics of a service that others can reach.\n'
            : 'Send METRICS_TOKEN: Authorization: Bearer <token>.\n';
    return (req, res, next) => {
        if (isOpen || (token !== undefined && isSame(bearerOf(req.get('Authorization')), token))) {
            next();
            return;
        }
        res.status(401).set('WWW-Authenticate', 'Bearer realm="metrics"').type('text/plain').send(remedy);
    };
}

const bearerOf = (header = ''): string => /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';

/** Takes as long for every text, whatever its length and however much of it is right. */
function isSame(given: string, wanted: string): boolean {
    const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
    return timingSafeEqual(one, other);
}
