import { Router, json } from 'express';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';

/** Looks a minute that hints may cause, whoever sends them; polling goes on beside them. */
const LOOKS_PER_MINUTE = 60;

const Hint = z.strictObject({
    recordId: z.string().regex(/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/, 'must be a Salesforce id')
});

/**
 * `POST /api/v1/hints` `{ recordId }`: a component has written a record, so it is worth looking now instead of at the
 * next poll. A hint decides nothing and is believed in nothing but that; the answer is the same for every id.
 */
export function hintRoutes(look: () => Promise<unknown>, logger: Logger, now = Date.now): Router {
    const router = Router();
    let window = { startedAt: 0, looks: 0 };
    const mayLook = (): boolean => {
        if (now() - window.startedAt >= 60_000) window = { startedAt: now(), looks: 0 };
        window.looks += 1;
        return window.looks <= LOOKS_PER_MINUTE;
    };
    router.options('/api/v1/hints', fromAnyOrigin, (_req, res) => {
        res.sendStatus(204);
    });
    router.post('/api/v1/hints', fromAnyOrigin, json({ limit: '1kb', type: () => true }), (req, res) => {
        Hint.parse(req.body);
        if (mayLook()) {
            look().catch((error: unknown) => logger.warn({ err: error }, 'a hint cannot be followed now'));
        }
        res.status(202).set('Cache-Control', 'no-store').json({});
    });
    return router;
}

/** Components live on the org's own domain. Without cookies or answers worth reading, any page may send a hint. */
const fromAnyOrigin: RequestHandler = (_req, res, next) => {
    res.set({
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'Content-Type',
        'Access-Control-Max-Age': '86400',
        'Cross-Origin-Resource-Policy': 'cross-origin'
    });
    next();
};
