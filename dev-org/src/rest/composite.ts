import { z } from 'zod';
import { json } from '../http/route.ts';
import type { OrgRequest, Route } from '../http/route.ts';
import { Router } from '../http/router.ts';
import type { OrgContext } from '../orgContext.ts';
import { SalesforceError } from '../salesforceError.ts';
import { resolveReferences } from './references.ts';
import { dispatch, presentBody } from './subrequests.ts';

const MOST_SUBREQUESTS = 25;
/** Queries and collections among them. */
const MOST_HEAVY = 5;

const Subrequest = z.object({
    method: z.string(),
    url: z.string(),
    referenceId: z.string().regex(/^\w+$/),
    body: z.unknown().optional(),
    httpHeaders: z.record(z.string(), z.string()).optional()
});
type Subrequest = z.infer<typeof Subrequest>;
const Composite = z.object({
    allOrNone: z.boolean().default(false),
    compositeRequest: z.array(Subrequest).max(MOST_SUBREQUESTS)
});

interface SubResponse {
    body: unknown;
    httpHeaders: Record<string, string>;
    httpStatusCode: number;
    referenceId: string;
}

/** Several requests in one call, in order, later ones with values of earlier answers. `routes` are what it may call. */
export function compositeRoutes(org: OrgContext, routes: Route[]): Route[] {
    const router = new Router(routes);
    return [
        {
            method: 'POST',
            pattern: '/services/data/:version/composite',
            about: 'up to 25 requests, 5 queries and collections among them, with references and allOrNone',
            handle(request) {
                const parsed = Composite.safeParse(request.json());
                if (!parsed.success) throw new SalesforceError('INVALID_INPUT', z.prettifyError(parsed.error));
                const { allOrNone, compositeRequest } = parsed.data;
                refuseTooHeavy(compositeRequest);
                const run = (subrequest: Subrequest, answers: ReadonlyMap<string, unknown>): SubResponse =>
                    runOne(subrequest, answers, request, router);
                const responses = allOrNone ? runTogether(org, compositeRequest, run) : runEach(compositeRequest, run);
                return json({ compositeResponse: responses });
            }
        }
    ];
}

type Run = (subrequest: Subrequest, answers: ReadonlyMap<string, unknown>) => SubResponse;

function runEach(subrequests: Subrequest[], run: Run): SubResponse[] {
    const answers = new Map<string, unknown>();
    return subrequests.map((subrequest) => {
        const response = run(subrequest, answers);
        answers.set(subrequest.referenceId, response.body);
        return response;
    });
}

/** The first failure takes everything back; all others then answer that they were halted. */
function runTogether(org: OrgContext, subrequests: Subrequest[], run: Run): SubResponse[] {
    let failed: SubResponse | undefined;
    try {
        return org.store.transaction(() =>
            runEach(subrequests, (subrequest, answers) => {
                const response = run(subrequest, answers);
                if (response.httpStatusCode < 400) return response;
                failed = response;
                throw new TakenBack();
            })
        );
    } catch (error) {
        if (!(error instanceof TakenBack)) throw error;
        return subrequests.map(({ referenceId }) =>
            referenceId === failed?.referenceId ? failed : halted(referenceId)
        );
    }
}

class TakenBack extends Error {}

function halted(referenceId: string): SubResponse {
    const message = 'The transaction was rolled back since another operation in the same transaction failed.';
    return {
        body: [{ errorCode: 'PROCESSING_HALTED', message }],
        httpHeaders: {},
        httpStatusCode: 400,
        referenceId
    };
}

function runOne(
    subrequest: Subrequest,
    answers: ReadonlyMap<string, unknown>,
    request: OrgRequest,
    router: Router
): SubResponse {
    const { referenceId } = subrequest;
    try {
        const { status, headers = {}, body } = dispatch(resolveReferences(subrequest, answers), request, router);
        const { 'content-type': _, ...httpHeaders } = headers;
        return { body: presentBody(body), httpHeaders, httpStatusCode: status, referenceId };
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        return { body: [error.toBody()], httpHeaders: {}, httpStatusCode: error.status, referenceId };
    }
}

function refuseTooHeavy(subrequests: Subrequest[]): void {
    const heavy = subrequests.filter(({ url }) => /\/(query|queryAll|composite\/sobjects)(\/|\?|$)/.test(url));
    if (heavy.length <= MOST_HEAVY) return;
    throw new SalesforceError(
        'INVALID_INPUT',
        `A composite holds at most ${MOST_HEAVY} queries and collections; this one has ${heavy.length}`
    );
}
