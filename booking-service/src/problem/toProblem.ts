import { ZodError } from 'zod';
import { isDatabaseUnavailable } from '../database/databaseErrors.ts';
import { isPassing } from '../salesforce/errors.ts';
import { Problem, type FieldError } from './problem.ts';

/** A database that restarts is back within seconds. */
const DATABASE_RETRY_AFTER_S = 5;

/** The failure as a client may see it; undefined for what is nobody's business but ours. */
export function toProblem(error: unknown): Problem | undefined {
    if (error instanceof Problem) return error;
    if (error instanceof ZodError) return invalidRequest(error);
    if (isPassing(error)) {
        return new Problem('salesforce_unavailable', { cause: error });
    }
    if (isDatabaseUnavailable(error)) {
        return new Problem('service_unavailable', { retryAfterSeconds: DATABASE_RETRY_AFTER_S, cause: error });
    }
    return fromHttpParser(error);
}

/** Names each field of a request that is wrong, unknown ones included. */
export function invalidRequest(error: ZodError): Problem {
    const errors = error.issues.flatMap((issue): FieldError[] => {
        if (issue.code !== 'unrecognized_keys') return [{ field: fieldAt(issue.path), message: issue.message }];
        return issue.keys.map((key) => ({ field: fieldAt([...issue.path, key]), message: 'is not a known field' }));
    });
    return new Problem('invalid_request', { errors, cause: error });
}

/** A field always has a name that can be read: the whole body is `body`, an empty name `""`. */
function fieldAt(path: PropertyKey[]): string {
    return path.map((name) => (name === '' ? '""' : String(name))).join('.') || 'body';
}

/** Express and its body parsers say in `status` and `type` that a request was not readable. */
function fromHttpParser(error: unknown): Problem | undefined {
    const { status, type } = Object(error) as { status?: unknown; type?: unknown };
    if (status === 413) return new Problem('request_too_large', { cause: error });
    if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
    const detail = type === 'entity.parse.failed' ? 'The body is not valid JSON.' : 'The request cannot be read.';
    return new Problem('invalid_request', { detail, cause: error });
}
