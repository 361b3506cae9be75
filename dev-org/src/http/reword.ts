import type { OrgResponse } from './route.ts';

/** Words an error anew, as an org does whose user reads another language; the code stays. */
export type Wording = (code: string, english: string) => string;

/** An answer with all its errors worded anew: in a list, in a collection's items, in the parts of a composite call. */
export function reword(answer: OrgResponse, wording: Wording): OrgResponse {
    const { body, headers } = answer;
    if (typeof body !== 'string' || !headers?.['content-type']?.startsWith('application/json')) return answer;
    const replace = (_key: string, value: unknown): unknown => {
        const { errorCode, statusCode, message } = (value ?? {}) as Record<string, unknown>;
        const code = errorCode ?? statusCode;
        if (typeof code !== 'string' || typeof message !== 'string') return value;
        return { ...(value as object), message: wording(code, message) };
    };
    return { ...answer, body: JSON.stringify(JSON.parse(body, replace)) };
}
