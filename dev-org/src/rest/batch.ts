import { z } from 'zod';
import type { ApiUsage } from '../http/apiUsage.ts';
import { json } from '../http/route.ts';
import type { OrgRequest, Route } from '../http/route.ts';
import { Router } from '../http/router.ts';
import { SalesforceError } from '../salesforceError.ts';
import { dispatch, presentBody } from './subrequests.ts';

const BATCH = { method: 'POST', pattern: '/services/data/:version/composite/batch' };
const MOST_SUBREQUESTS = 25;
const Batch = z.object({
    haltOnError: z.boolean().default(false),
    batchRequests: z
        .array(z.object({ method: z.string(), url: z.string(), richInput: z.unknown().optional() }))
        .max(MOST_SUBREQUESTS)
});

interface BatchResult {
    statusCode: number;
    result: unknown;
}

/** Requests that have nothing to do with each other, in one call; each counts. */
export function batchRoutes(routes: Route[], usage: ApiUsage): Route[] {
    const router = new Router(routes);
    return [
        {
            ...BATCH,
            about: 'up to 25 independent requests; each counts as an API call',
            handle(request) {
                const parsed = Batch.safeParse(request.json());
                if (!parsed.success) throw new SalesforceError('INVALID_INPUT', z.prettifyError(parsed.error));
                const { batchRequests, haltOnError } = parsed.data;
                const results: BatchResult[] = [];
                for (const subrequest of batchRequests) {
                    const isHalted = haltOnError && results.some(isFailure);
                    results.push(isHalted ? HALTED : answer(subrequest, request, router));
                }
                // The batch itself is counted already, and stands for the first.
                results.slice(1).forEach(() => usage.count(BATCH));
                return json({ hasErrors: results.some(isFailure), results });
            }
        }
    ];
}

const isFailure = ({ statusCode }: BatchResult): boolean => statusCode >= 400;

const HALTED: BatchResult = {
    statusCode: 412,
    result: [
        {
            errorCode: 'BATCH_PROCESSING_HALTED',
            message:
                'Batch processing halted per request. If an error occurs, execution of the rest of the batch is halted.'
        }
    ]
};

function answer(
    { method, url, richInput }: { method: string; url: string; richInput?: unknown },
    request: OrgRequest,
    router: Router
): BatchResult {
    try {
        // Here paths begin with the version.
        const path = url.startsWith('/') ? url : `/services/data/${url}`;
        const { status, body } = dispatch({ method, url: path, body: richInput }, request, router);
        return { statusCode: status, result: presentBody(body) };
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        return { statusCode: error.status, result: [error.toBody()] };
    }
}
