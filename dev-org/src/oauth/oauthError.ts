import { json } from '../http/route.ts';
import type { OrgResponse } from '../http/route.ts';

/** A refusal of the OAuth endpoints, which have their own form of error. */
export class OAuthError extends Error {
    override readonly name = 'OAuthError';
    readonly code: string;
    readonly status: number;

    constructor(code: string, description: string, status = 400) {
        super(description);
        this.code = code;
        this.status = status;
    }

    toResponse(): OrgResponse {
        return json({ error: this.code, error_description: this.message }, this.status);
    }
}
