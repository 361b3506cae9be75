/** Everything that can go wrong and be said to the user; the words are in `text/`. */
export const PROBLEM_CODES = [
    'offline',
    'signed_out',
    'session_expired',
    'setup_missing',
    'org_url_invalid',
    'permission_refused',
    'sign_in_canceled',
    'sign_in_failed',
    'sign_out_incomplete',
    'salesforce_unreachable',
    'salesforce_refused',
    'service_url_missing',
    'service_unreachable',
    'no_times',
    'link_not_found',
    'link_inactive',
    'link_expired',
    'nothing_editable',
    'page_protected',
    'person_not_seen',
    'request_refused',
    'unexpected'
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A failure with a stable code; `detail` is what Salesforce said, in its own words. */
export class Problem extends Error {
    override readonly name = 'Problem';
    readonly code: ProblemCode;
    readonly detail: string;

    constructor(code: ProblemCode, detail = '', options?: ErrorOptions) {
        super(detail === '' ? code : `${code}: ${detail}`, options);
        this.code = code;
        this.detail = detail;
    }
}

/** Any thrown thing as a problem. */
export function toProblem(error: unknown): Problem {
    if (error instanceof Problem) return error;
    return new Problem('unexpected', error instanceof Error ? error.message : String(error), { cause: error });
}
