/** One entry of the JSON array in which the REST API reports failures. */
export interface SalesforceErrorBody {
    message: string;
    errorCode: string;
    fields?: string[];
}

/** The same failure as an element of a collection's `errors`. */
export interface SalesforceItemError {
    statusCode: string;
    message: string;
    fields: string[];
}

/** HTTP statuses of the codes that do not travel as 400. */
const STATUS: Record<string, number> = {
    ENTITY_IS_DELETED: 404,
    INSUFFICIENT_ACCESS_OR_READONLY: 403,
    INVALID_SESSION_ID: 401,
    METHOD_NOT_ALLOWED: 405,
    NOT_FOUND: 404,
    NOT_IMPLEMENTED: 501,
    REQUEST_LIMIT_EXCEEDED: 403,
    UNKNOWN_EXCEPTION: 500
};

/** A failure the platform reports to its caller, with the platform's error code. */
export class SalesforceError extends Error {
    override readonly name = 'SalesforceError';
    readonly code: string;
    /** Absent where the platform leaves the list out of the REST body. */
    readonly fields: string[] | undefined;
    readonly status: number;
    /** What the REST body holds beside code, message and fields. */
    readonly details: Record<string, unknown>;

    constructor(
        code: string,
        message: string,
        fields?: string[],
        status: number = STATUS[code] ?? 400,
        details: Record<string, unknown> = {}
    ) {
        super(message);
        this.details = details;
        this.code = code;
        this.fields = fields;
        this.status = status;
    }

    /** The error as the REST API writes it. */
    toBody(): SalesforceErrorBody {
        return {
            ...this.details,
            ...{ message: this.message, errorCode: this.code, ...(this.fields && { fields: this.fields }) }
        };
    }

    /** The error as collections write it. */
    toItem(): SalesforceItemError {
        return { statusCode: this.code, message: this.message, fields: this.fields ?? [] };
    }
}

/** `NOT_FOUND`: no such resource, or the caller may not know of it. */
export function notFound(message = 'The requested resource does not exist'): SalesforceError {
    return new SalesforceError('NOT_FOUND', message);
}

/** `NOT_IMPLEMENTED` (501): said instead of an empty success. `what` ends the sentence. */
export function notSupported(what: string): SalesforceError {
    return new SalesforceError('NOT_IMPLEMENTED', `The dev org does not support ${what}.`);
}
