import { json } from '../http/route.ts';
import type { OrgResponse } from '../http/route.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { ObjectSchema } from '../schema/schema.ts';

interface RecordExceptionError {
    constituentField: null;
    duplicateRecordError: unknown;
    errorCode: string;
    field: string | null;
    fieldLabel: string | null;
    message: string;
}

/** Refusals that are not about the record's content: the UI API reports them as reads do, in an array. */
const REQUEST_ERRORS = new Set(['NOT_FOUND', 'ENTITY_IS_DELETED', 'INVALID_FIELD', 'NOT_IMPLEMENTED', 'INVALID_TYPE']);

/**
 * Runs a write and answers a refusal as the UI API does: `{ message, output: { errors, fieldErrors }, … }`,
 * with each error at its field, or in `errors` when it has none.
 * @throws SalesforceError for a request that is wrong whatever the record holds
 */
export function reportingRecordErrors(object: ObjectSchema, write: () => OrgResponse): OrgResponse {
    try {
        return write();
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        if (error.code === 'JSON_PARSER_ERROR') throw new SalesforceError('POST_BODY_PARSE_ERROR', error.message);
        if (REQUEST_ERRORS.has(error.code)) throw error;
        return json(errorWithOutput(object, error), error.status);
    }
}

function errorWithOutput(object: ObjectSchema, error: SalesforceError) {
    const fields = error.fields ?? [];
    const fieldErrors = Object.fromEntries(fields.map((name) => [name, [recordError(object, error, name)]]));
    return {
        message: 'An error occurred while trying to update the record. Please try again.',
        statusCode: error.status,
        errorCode: error.code,
        enhancedErrorType: 'RecordError',
        output: { errors: fields.length === 0 ? [recordError(object, error, null)] : [], fieldErrors }
    };
}

function recordError(object: ObjectSchema, error: SalesforceError, fieldName: string | null): RecordExceptionError {
    return {
        constituentField: null,
        duplicateRecordError: error.details['duplicateResut'] ?? null,
        errorCode: error.code,
        field: fieldName,
        fieldLabel: fieldName === null ? null : (object.field(fieldName)?.label ?? fieldName),
        message: error.message
    };
}
