/** Salesforce answered with a failure. */
export class SalesforceError extends Error {
    override readonly name: string = 'SalesforceError';
    /** Salesforce's own code, such as `UNABLE_TO_LOCK_ROW`, else `ERROR_HTTP_<status>`. The only thing to branch on. */
    readonly code: string;
    /** API names of the fields at fault, as far as Salesforce names them. */
    readonly fields: readonly string[];
    /** The failure as Salesforce sent it; for `DUPLICATES_DETECTED` it holds the match. */
    readonly details: unknown;

    constructor(
        code: string,
        message: string,
        { fields = [], details, cause }: { fields?: readonly string[]; details?: unknown; cause?: unknown } = {}
    ) {
        super(`${code}: ${message}`, { cause });
        this.code = code;
        this.fields = fields;
        this.details = details;
    }
}

/** Salesforce does not let the service in. The code is OAuth's (`invalid_grant`) or that of a refused session. */
export class SalesforceSignInError extends SalesforceError {
    override readonly name = 'SalesforceSignInError';
}

/** No usable answer came from Salesforce. */
export class SalesforceNetworkError extends Error {
    override readonly name = 'SalesforceNetworkError';
    /** `SF_TIMEOUT`, `SF_REDIRECT`, `SF_TOO_LARGE`, `SF_UNREADABLE` or the system's, such as `ECONNREFUSED`. */
    readonly code: string;
    /** Whether Salesforce may have done what was asked; then only something idempotent may be sent again. */
    readonly isAmbiguous: boolean;

    constructor(code: string, message: string, { isAmbiguous, cause }: { isAmbiguous: boolean; cause?: unknown }) {
        super(message, { cause });
        this.code = code;
        this.isAmbiguous = isAmbiguous;
    }
}

/**
 * What to do about a failure:
 * - `retry`: the same again later, without limit.
 * - `limit`: the org's API calls are used up; stop everything for minutes.
 * - `signIn`: the service is not let in; stop everything, tell the operator.
 * - `data`: Salesforce refuses a value of ours that can be made to fit.
 * - `reference`: a record it refers to is gone, merged, converted or not ours to see; resolve it again.
 * - `duplicate`: a duplicate rule found a match; use that one.
 * - `conflict`: a unique value is taken, so somebody else has the one use.
 * - `park`: only an admin can help; keep it and go on with the rest.
 */
export type SalesforceErrorClass =
    'retry' | 'limit' | 'signIn' | 'data' | 'reference' | 'duplicate' | 'conflict' | 'park';

const CLASS_BY_CODE = new Map<string, SalesforceErrorClass>(
    Object.entries({
        UNABLE_TO_LOCK_ROW: 'retry',
        QUERY_TIMEOUT: 'retry',
        SERVER_UNAVAILABLE: 'retry',
        REQUEST_RUNNING_TOO_LONG: 'retry',
        UNKNOWN_EXCEPTION: 'retry',
        PROCESSING_HALTED: 'retry',
        ALL_OR_NONE_OPERATION_ROLLED_BACK: 'retry',
        ERROR_HTTP_408: 'retry',
        ERROR_HTTP_420: 'retry',
        ERROR_HTTP_429: 'retry',
        REQUEST_LIMIT_EXCEEDED: 'limit',
        API_DISABLED_FOR_ORG: 'signIn',
        API_CURRENTLY_DISABLED: 'signIn',
        STRING_TOO_LONG: 'data',
        INVALID_EMAIL_ADDRESS: 'data',
        INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'data',
        NUMBER_OUTSIDE_VALID_RANGE: 'data',
        INVALID_CROSS_REFERENCE_KEY: 'reference',
        INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'reference',
        ENTITY_IS_DELETED: 'reference',
        NOT_FOUND: 'reference',
        CANNOT_UPDATE_CONVERTED_LEAD: 'reference',
        INACTIVE_OWNER_OR_USER: 'reference',
        DUPLICATES_DETECTED: 'duplicate',
        DUPLICATE_VALUE: 'conflict'
    } as const)
);

/**
 * Decides by the error code alone what to do; texts differ between languages and releases.
 * What is neither Salesforce's nor the network's is a fault of ours and is parked, so that it is seen.
 */
export function classifySalesforceError(error: unknown): SalesforceErrorClass {
    if (error instanceof SalesforceNetworkError) return 'retry';
    if (!(error instanceof SalesforceError)) return 'park';
    if (/^ERROR_HTTP_5\d\d$/.test(error.code)) return 'retry';
    const known = CLASS_BY_CODE.get(error.code);
    if (known !== undefined) return known;
    if (error instanceof SalesforceSignInError) return 'signIn';
    // A session that ends under a composite call: the next call opens another one.
    return error.code === 'INVALID_SESSION_ID' ? 'retry' : 'park';
}

/** Whether the same may work later, without anybody's help: the failure is not about what was asked. */
export function isPassing(error: unknown): boolean {
    return ['retry', 'limit', 'signIn'].includes(classifySalesforceError(error));
}
