import { PROBLEMS, type ProblemCode } from './problems.ts';

/** One field of a request and what is wrong with it. */
export interface FieldError {
    /** Path in the request, `prospect.email`. */
    field: string;
    message: string;
}

interface ProblemDetails {
    /** Said instead of the code's own sentence. */
    detail?: string;
    errors?: FieldError[];
    /** After how long trying again makes sense. */
    retryAfterSeconds?: number;
    cause?: unknown;
}

const DEFAULT_RETRY_AFTER_S = 60;

/** A failure that a client may see; everything else is shown as `internal_error`. */
export class Problem extends Error {
    override readonly name = 'Problem';
    readonly code: ProblemCode;
    readonly errors: FieldError[] | undefined;
    /** Set for whatever passes by itself. */
    readonly retryAfterSeconds: number | undefined;

    constructor(code: ProblemCode, { detail, errors, retryAfterSeconds, cause }: ProblemDetails = {}) {
        super(detail ?? PROBLEMS[code].detail, { cause });
        this.code = code;
        this.errors = errors;
        this.retryAfterSeconds = retryAfterSeconds ?? (this.status === 503 ? DEFAULT_RETRY_AFTER_S : undefined);
    }

    /** HTTP status. */
    get status(): number {
        return PROBLEMS[this.code].status;
    }
}

/** The body of an `application/problem+json` answer (RFC 9457). */
export interface ProblemJson {
    type: string;
    title: string;
    status: number;
    code: ProblemCode;
    detail: string;
    errors?: FieldError[];
    /** Names this occurrence; the log has it too. */
    instance?: string;
}

/** Presents a failure to a client of the API. */
export function toProblemJson({ code, message, errors }: Problem): ProblemJson {
    const { status, title } = PROBLEMS[code];
    return { type: `urn:admit-one:problem:${code}`, title, status, code, detail: message, ...(errors && { errors }) };
}
