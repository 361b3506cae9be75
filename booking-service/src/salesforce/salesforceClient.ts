import type { SalesforceError } from './errors.ts';
import type { CompositeRequest, ExternalKey } from './requests.ts';
import type { SalesforceRecord } from './answers.ts';

/** Limits one call. */
export interface CallOptions {
    /** Time until the whole answer is there, sign-in included; by default the connection's. */
    timeoutMs?: number;
}

/** A query within `queryMany`. */
export interface Query {
    soql: string;
    /** Also rows in the recycle bin, told by `IsDeleted`. */
    includeDeleted?: boolean;
}

/** Answer of one part of a composite call. */
export interface CompositeResult {
    referenceId: string;
    /** HTTP status. */
    status: number;
    body: unknown;
    /** Set when this part failed. */
    error?: SalesforceError;
}

/** How much of the org's calls of the last 24 hours are used up, by everybody. */
export interface ApiUsage {
    used: number;
    limit: number;
}

/**
 * The few calls of Salesforce's REST API that the service makes.
 * Every one rejects with SalesforceError, SalesforceSignInError or SalesforceNetworkError; nothing is retried here.
 */
export interface SalesforceClient {
    /** All rows of a query, page after page. */
    query(soql: string, options?: CallOptions): Promise<SalesforceRecord[]>;
    /** As `query`, with rows in the recycle bin. */
    queryAll(soql: string, options?: CallOptions): Promise<SalesforceRecord[]>;
    /** All rows of at most five queries, in their order, at the price of one API call; fails when one of them does. */
    queryMany(queries: Query[], options?: CallOptions): Promise<SalesforceRecord[][]>;
    /** At most 25 requests in one API call. A part that fails does not reject: look at each `error`. */
    composite(
        requests: CompositeRequest[],
        options?: CallOptions & { allOrNone?: boolean }
    ): Promise<CompositeResult[]>;
    /** The new record's id. Not idempotent: a `SalesforceNetworkError` that is ambiguous leaves open whether it exists. */
    create(objectName: string, fields: Record<string, unknown>, options?: CallOptions): Promise<string>;
    update(objectName: string, id: string, fields: Record<string, unknown>, options?: CallOptions): Promise<void>;
    /** Id of the record with this key, and whether it was made now. */
    upsert(
        key: ExternalKey,
        fields: Record<string, unknown>,
        options?: CallOptions & { updateOnly?: boolean }
    ): Promise<{ id: string; isCreated: boolean }>;
    /** The org's 18-character id; costs a sign-in at most. */
    organizationId(): Promise<string>;
    /** As told by the last answer; undefined before the first. */
    apiUsage(): ApiUsage | undefined;
}
