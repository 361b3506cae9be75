import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { SlotQuery } from '../availability/slotRoutes.ts';
import { IdempotencyKey, NewBooking } from '../bookings/newBooking.ts';
import { HumanCheckQuery } from '../bookings/humanCheckRoutes.ts';
import { Cancellation, Reschedule } from '../changes/changeRequests.ts';
import { Hint } from '../changes/hintRoutes.ts';
import { PROBLEMS } from '../problem/problems.ts';
import type { ProblemCode } from '../problem/problems.ts';
import { HintAnswer, HumanCheckAnswer, MeetingAnswer, SlotsAnswer, problemAnswer } from './answers.ts';
import { OPERATION_CODES } from './problemCodes.ts';

/** Where the document is served. */
export const DOCUMENT_PATH = '/api/v1/openapi.json';

const DESCRIPTION =
    'Book with single-use and reusable links, and change what was booked. Nobody signs in: whoever knows the token ' +
    'of a link may book with it, and whoever knows the manage token of a meeting may see, move and cancel it. ' +
    'Failures are application/problem+json; branch on `code`. Any other address below /api answers 404 `not_found`.';

const keyHeader = z.object({ 'Idempotency-Key': IdempotencyKey.optional() }).meta({
    description: 'Chosen at random, such as a UUID: a repetition gets the first answer again'
});

const tokenPath = z.object({ token: z.string().min(1).meta({ description: 'Manage token: the end of `manageUrl`' }) });

/** Whatever has one of these passes by itself. */
const RETRIED = new Set([429, 503]);
const retryAfter = z.string().meta({ description: 'Seconds after which to try again' });

/** The OpenAPI 3.1 document of everything below `/api/v1`, made of the schemas that read the requests. */
export function createApiDocument(publicUrl: URL) {
    return createDocument({
        openapi: '3.1.0',
        info: { title: 'Admit One', version: '1', description: DESCRIPTION },
        servers: [{ url: publicUrl.origin }],
        paths: PATHS
    });
}

/** A document as clients get it. */
export type ApiDocument = ReturnType<typeof createApiDocument>;

const PATHS: ZodOpenApiPathsObject = {
    [DOCUMENT_PATH]: {
        get: {
            operationId: 'document',
            summary: 'This document',
            responses: answers('document', 200, 'OpenAPI 3.1', z.looseObject({ openapi: z.string() }))
        }
    },
    '/api/v1/slots': {
        get: {
            operationId: 'findSlots',
            summary: 'Open times of a link; looking changes nothing',
            requestParams: { query: SlotQuery },
            responses: answers('findSlots', 200, 'Open times, or why there is none', SlotsAnswer)
        }
    },
    '/api/v1/human-check': {
        get: {
            operationId: 'humanCheck',
            summary: 'What has to be done before booking with a link; does not say whether there is one',
            requestParams: { query: HumanCheckQuery },
            responses: answers('humanCheck', 200, 'Nothing, or a challenge', HumanCheckAnswer)
        }
    },
    '/api/v1/bookings': {
        post: {
            operationId: 'book',
            summary: 'Books a meeting',
            requestParams: { header: keyHeader },
            requestBody: jsonBody(NewBooking),
            responses: answers('book', 201, 'The meeting stands', MeetingAnswer)
        }
    },
    '/api/v1/meetings/{token}/reschedule': {
        post: {
            operationId: 'reschedule',
            summary: 'Moves a meeting; its manage token changes',
            requestParams: { path: tokenPath, header: keyHeader },
            requestBody: jsonBody(Reschedule),
            responses: answers('reschedule', 200, 'The meeting has moved', MeetingAnswer)
        }
    },
    '/api/v1/meetings/{token}/cancel': {
        post: {
            operationId: 'cancel',
            summary: 'Cancels a meeting',
            requestParams: { path: tokenPath, header: keyHeader },
            requestBody: { ...jsonBody(Cancellation), required: false },
            responses: answers('cancel', 200, 'The meeting is canceled', MeetingAnswer)
        }
    },
    '/api/v1/hints': {
        post: {
            operationId: 'hint',
            summary: 'Makes the service look at Salesforce now; tells nothing',
            requestBody: jsonBody(Hint),
            responses: answers('hint', 202, 'The same for every id', HintAnswer)
        }
    }
};

function jsonBody(schema: z.ZodType) {
    return {
        required: true,
        content: { 'application/json': { schema } }
    } satisfies ZodOpenApiOperationObject['requestBody'];
}

/** The answer of success, and for each status of a failure the codes it may carry. */
function answers(
    operation: keyof typeof OPERATION_CODES,
    status: number,
    description: string,
    schema: z.ZodType
): ZodOpenApiResponsesObject {
    const success = [String(status), { description, content: { 'application/json': { schema } } }] as const;
    const codes = new Set<ProblemCode>(OPERATION_CODES[operation]);
    const failures = Map.groupBy(codes, (code) => PROBLEMS[code].status);
    return Object.fromEntries([
        success,
        ...[...failures].map(([failure, itsCodes]) => [
            String(failure),
            {
                description: itsCodes.map((code) => `\`${code}\`: ${PROBLEMS[code].detail}`).join('\n\n'),
                ...(RETRIED.has(failure) && { headers: z.object({ 'Retry-After': retryAfter }) }),
                content: { 'application/problem+json': { schema: problemAnswer(failure, itsCodes) } }
            }
        ])
    ]) as ZodOpenApiResponsesObject;
}
