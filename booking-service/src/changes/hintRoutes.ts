import { Router, json } from 'express';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { parseRequest } from '../problem/parseRequest.ts';

/** Looks that hints may cause at once, whoever sends them; polling goes on beside them. */
const MOST_LOOKS = 60;
/** One more look may be caused every so often: 5,760 a day, which the org's budget of API calls can bear. */
const NEXT_LOOK_MS = 15_000;

/** The body of `POST /api/v1/hints`. */
export const Hint = z.strictObject({
    recordId: z.string().regex(/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/, 'must be a Salesforce id')
});

/**
 * `POST /api/v1/hints` `{ recordId }`: a component has written a record, so it is worth looking now instead of at the
 * next poll. A hint decides nothing and is believed in nothing but that; the answer is the same for every id.
 */
export function hintRoutes(
    look: (recordId: string) => Promise<unknown>,
    logger: Logger,
    now: () => number = Date.now
): Router {
    const router = Router();
    const mayLook = lookLimit(now);
    router.options('/api/v1/hints', fromAnyOrigin, (_req, res) => {
        res.sendStatus(204);
    });
    router.post('/api/v1/hints', fromAnyOrigin, json({ limit: '1kb', type: () => true }), (req, res) => {
        const { recordId } = parseRequest(Hint, req.body);
        if (mayLook()) {
            look(recordId).catch((error: unknown) => logger.warn({ err: error }, 'a hint cannot be followed now'));
        }
        res.status(202).set('Cache-Control', 'no-store').json({});
    });
    return router;
}

/** Whether one more look may be caused: {@link MOST_LOOKS} at once, then one every {@link NEXT_LOOK_MS}. */
function lookLimit(now: () => number): () => boolean {
    let left = MOST_LOOKS;
    let countedAt = now();
    return () => {
        const gained = Math.floor((now() - countedAt) / NEXT_LOOK_MS);
        left = Math.min(MOST_LOOKS, left + gained);
        countedAt += gained * NEXT_LOOK_MS;
        if (left === 0) return false;
        left -= 1;
        return true;
    };
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
