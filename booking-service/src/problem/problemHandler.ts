import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Problem, toProblemJson } from './problem.ts';
import { toProblem } from './toProblem.ts';

/** Answers whatever no route of the API has answered. */
export const apiNotFound: RequestHandler = (_req, _res, next) => next(new Problem('not_found'));

/**
 * Answers failures of the API as `application/problem+json`.
 * What is not a Problem is logged whole and shown without any detail, under a reference that both have.
 */
export function problemHandler(logger: Logger): ErrorRequestHandler {
    return (error: unknown, _req, res, next) => {
        if (res.headersSent) {
            next(error);
            return;
        }
        const known = toProblem(error);
        const problem = known ?? new Problem('internal_error', { cause: error });
        const body = toProblemJson(problem);
        if (problem.status >= 500) {
            body.instance = `urn:uuid:${randomUUID()}`;
            const log = { err: problem.cause ?? problem, code: problem.code, instance: body.instance };
            if (known) logger.warn(log, 'a request cannot be served for now');
            else logger.error(log, 'a request failed');
        }
        if (problem.retryAfterSeconds !== undefined) res.set('Retry-After', String(problem.retryAfterSeconds));
        res.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json');
        res.send(JSON.stringify(body));
    };
}
