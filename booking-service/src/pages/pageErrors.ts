import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Problem } from '../problem/problem.ts';
import type { ProblemCode } from '../problem/problems.ts';
import { toProblem } from '../problem/toProblem.ts';
import { errorPage } from './closedPages.ts';
import { sendPage } from './sendPage.ts';
import type { ErrorPageView } from './views.ts';
import { visitOf } from './visit.ts';

/** What a visitor reads for a failure; everything else is "something went wrong". */
const FAILURES: Partial<Record<ProblemCode, ErrorPageView['failure']>> = {
    meeting_not_found: 'meeting_not_found',
    stale_manage_token: 'stale_manage_token',
    rate_limited: 'rate_limited',
    service_unavailable: 'service_unavailable',
    not_found: 'page_not_found'
};

/** Answers whatever no page has answered. */
export const pageNotFound: RequestHandler = (_req, _res, next) => next(new Problem('not_found'));

/** Answers failures of pages with a page; what is not a Problem is logged whole and shown only by its reference. */
export function pageErrorHandler(logger: Logger): ErrorRequestHandler {
    return (error: unknown, req: Request, res, next) => {
        if (res.headersSent) {
            next(error);
            return;
        }
        const problem = toProblem(error) ?? new Problem('internal_error', { cause: error });
        const referenceId = problem.status >= 500 ? randomUUID() : undefined;
        if (referenceId !== undefined) logger.error({ err: problem.cause ?? problem, referenceId }, 'a page failed');
        if (problem.retryAfterSeconds !== undefined) res.set('Retry-After', String(problem.retryAfterSeconds));
        const page = errorPage({
            ...visitOf(req),
            failure: FAILURES[problem.code] ?? 'internal_error',
            ...(referenceId !== undefined && { referenceId }),
            ...(problem.retryAfterSeconds !== undefined && { retryAfterSeconds: problem.retryAfterSeconds })
        });
        sendPage(req, res, problem.status, page).catch(next);
    };
}
