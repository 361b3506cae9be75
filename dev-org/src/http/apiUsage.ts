import { SalesforceError } from '../salesforceError.ts';

/** Counts API calls against the org's daily limit. */
export class ApiUsage {
    used = 0;
    limit: number;

    constructor(limit: number) {
        this.limit = limit;
    }

    /** @throws SalesforceError REQUEST_LIMIT_EXCEEDED */
    count(): void {
        this.used += 1;
        if (this.used > this.limit) {
            throw new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
        }
    }

    /** `api-usage=18/5000` */
    header(): string {
        return `api-usage=${this.used}/${this.limit}`;
    }
}
