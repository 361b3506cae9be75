import { z } from 'zod';
import { SalesforceError, SalesforceNetworkError, SalesforceSignInError } from './errors.ts';

/** A row as Salesforce sends it: field values by API name. Parse what you use. */
export type SalesforceRecord = Record<string, unknown>;

/** One page of a query's rows. */
export const QueryAnswer = z.object({
    records: z.array(z.record(z.string(), z.unknown())),
    nextRecordsUrl: z.string().nullish()
});

/** Answers of the parts of a composite call, in the order of its requests. */
export const CompositeAnswer = z.object({
    compositeResponse: z.array(z.object({ referenceId: z.string(), httpStatusCode: z.number(), body: z.unknown() }))
});

/** What a create and an upsert answer. */
export const SavedAnswer = z.object({ id: z.string(), created: z.boolean().optional() });

/** @throws SalesforceNetworkError `SF_UNREADABLE`: a proxy's page or half an answer is no answer, whatever its status. */
export function readAnswer<T>(schema: z.ZodType<T>, body: unknown): T {
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw unreadable(parsed.error);
}

function unreadable(cause: Error): SalesforceNetworkError {
    const message = 'Salesforce sent an answer that is not what its API promises.';
    return new SalesforceNetworkError('SF_UNREADABLE', message, { isAmbiguous: true, cause });
}

const ErrorItems = z
    .array(
        z.looseObject({
            errorCode: z.string(),
            message: z.string().default(''),
            fields: z.array(z.string()).nullish()
        })
    )
    .min(1);

/** Codes of list items that only say that another item failed. */
const CONSEQUENCES = ['PROCESSING_HALTED', 'ALL_OR_NONE_OPERATION_ROLLED_BACK'];

/** The failure that the body of an answer tells; undefined where it is not Salesforce's list of errors. */
function errorFromBody(body: unknown, cause?: unknown): SalesforceError | undefined {
    const items = ErrorItems.safeParse([body].flat()).data;
    const item = items?.find(({ errorCode }) => !CONSEQUENCES.includes(errorCode)) ?? items?.[0];
    return (
        item && new SalesforceError(item.errorCode, item.message, { fields: item.fields ?? [], details: item, cause })
    );
}

/** The failure of one part of a composite call. */
export function errorFromPart(status: number, body: unknown): SalesforceError {
    return errorFromBody(body) ?? new SalesforceError(`ERROR_HTTP_${status}`, 'Salesforce gave no reason.');
}

/** What jsforce throws for an answer of Salesforce. */
const JsforceError = z.object({ errorCode: z.string(), message: z.string(), data: z.unknown() });

/** Turns what jsforce throws from a call into our own errors; what is neither is given back as it is. */
export function fromCallError(error: unknown): unknown {
    const parsed = JsforceError.safeParse(error).data;
    if (!parsed) return error;
    return (
        errorFromBody(parsed.data, error) ??
        new SalesforceError(parsed.errorCode, brief(parsed.message), { cause: error })
    );
}

/** Turns what jsforce throws from a sign-in into our own errors; it carries OAuth's code in `name`. */
export function fromSignInError(error: unknown): unknown {
    if (error instanceof SalesforceNetworkError || !(error instanceof Error)) return error;
    // jsforce stumbles over an answer without the fields it expects.
    if (error instanceof TypeError) return unreadable(error);
    return new SalesforceSignInError(error.name, brief(error.message), { cause: error });
}

/** The text may be a proxy's whole page. */
const brief = (text: string): string => (text.length > 500 ? `${text.slice(0, 500)}…` : text);
