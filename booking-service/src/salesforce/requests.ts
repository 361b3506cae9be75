/** One request of the REST API; a composite call takes several. */
export interface SalesforceRequest {
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
    /** Path and query below `/services/data/v<version>`. */
    path: string;
    body?: Record<string, unknown>;
}

/** A part of a composite call; later parts may use its answer as `@{referenceId.id}`. */
export interface CompositeRequest extends SalesforceRequest {
    /** Letters, digits and underscores, unique in the call. */
    referenceId: string;
}

/** Asks for rows. */
export function queryRequest(soql: string, { includeDeleted = false } = {}): SalesforceRequest {
    return { method: 'GET', path: `/${includeDeleted ? 'queryAll' : 'query'}?q=${encodeURIComponent(soql)}` };
}

/** Makes a record. */
export function createRequest(objectName: string, fields: Record<string, unknown>): SalesforceRequest {
    return { method: 'POST', path: `/sobjects/${objectName}`, body: fields };
}

/** Changes a record by its id. */
export function updateRequest(objectName: string, id: string, fields: Record<string, unknown>): SalesforceRequest {
    return { method: 'PATCH', path: `/sobjects/${objectName}/${encodeURIComponent(id)}`, body: fields };
}

/** A record named by one of its own keys instead of Salesforce's id. */
export interface ExternalKey {
    objectName: string;
    field: string;
    value: string;
}

/** Makes or changes the record with this key; `updateOnly` never makes one. Sent twice, it does the same once. */
export function upsertRequest(
    { objectName, field, value }: ExternalKey,
    fields: Record<string, unknown>,
    { updateOnly = false } = {}
): SalesforceRequest {
    const path = `/sobjects/${objectName}/${field}/${encodeURIComponent(value)}${updateOnly ? '?updateOnly=true' : ''}`;
    return { method: 'PATCH', path, body: fields };
}
