import { json, noContent } from '../http/route.ts';
import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { ObjectSchema } from '../schema/schema.ts';
import type { Row } from '../store/recordStore.ts';
import { findRecord, readerFor } from './findRecord.ts';
import type { UiOrg } from './findRecord.ts';
import { reportingRecordErrors } from './recordErrors.ts';
import { recordRepresentation } from './recordRepresentation.ts';
import type { RecordRepresentation } from './recordRepresentation.ts';
import { allFields, readSelection } from './recordSelection.ts';

type Org = UiOrg;

const RECORDS = '/services/data/:version/ui-api/records';

/** Records of the UI API: create, read one or many, update, delete. */
export function recordRoutes(org: Org): Route[] {
    return [
        {
            method: 'POST',
            pattern: RECORDS,
            about: 'creates a record',
            handle: (request) => createRecord(org, request)
        },
        {
            method: 'GET',
            pattern: `${RECORDS}/batch/:ids`,
            about: 'reads several records',
            handle: (request) => json(readBatch(org, request))
        },
        {
            method: 'GET',
            pattern: `${RECORDS}/:id`,
            about: 'reads the fields of a record that are named; no layouts',
            handle: (request) => json(readRecord(org, request, request.params['id'] ?? ''))
        },
        {
            method: 'PATCH',
            pattern: `${RECORDS}/:id`,
            about: 'updates a record; `If-Unmodified-Since`',
            handle: (request) => updateRecord(org, request)
        },
        {
            method: 'DELETE',
            pattern: `${RECORDS}/:id`,
            about: 'deletes a record',
            handle: (request) => deleteRecord(org, request)
        }
    ];
}

function createRecord(org: Org, request: OrgRequest): OrgResponse {
    const { apiName, fields, allowsDuplicates } = readInput(request);
    const reader = readerFor(org, request);
    const object = typeof apiName === 'string' ? reader.object(apiName) : undefined;
    if (!object) throw new SalesforceError('INVALID_TYPE', `Object ${String(apiName)} is not supported in UI API`);
    return reportingRecordErrors(object, () => {
        const row = org.store.insert(object, fields, {
            ...request.actor,
            ...(allowsDuplicates && { allowsDuplicates })
        });
        return json(wholeRecord(org, request, object, row), 201);
    });
}

function readRecord(org: Org, request: OrgRequest, id: string): RecordRepresentation {
    const reader = readerFor(org, request);
    const typedRow = findRecord(org, reader, id);
    return recordRepresentation(reader, typedRow, readSelection(reader, typedRow.object, request.query));
}

/** One result for each id; a record that cannot be read does not spoil the others. */
function readBatch(org: Org, request: OrgRequest) {
    const results = (request.params['ids'] ?? '').split(',').map((id) => {
        try {
            return { statusCode: 200, result: readRecord(org, request, id) };
        } catch (error) {
            if (!(error instanceof SalesforceError)) throw error;
            return { statusCode: error.status, result: [error.toBody()] };
        }
    });
    return { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results };
}

function updateRecord(org: Org, request: OrgRequest): OrgResponse {
    const { object, row } = findRecord(org, readerFor(org, request), request.params['id'] ?? '');
    const { fields } = readInput(request);
    if (isModifiedSince(row, request.headers['if-unmodified-since'])) return { status: 412 };
    return reportingRecordErrors(object, () => {
        const updated = org.store.update(object, row.Id, withoutId(fields), request.actor);
        return json(wholeRecord(org, request, object, updated));
    });
}

function deleteRecord(org: Org, request: OrgRequest): OrgResponse {
    const { object, row } = findRecord(org, readerFor(org, request), request.params['id'] ?? '');
    org.store.delete(object, row.Id, request.actor);
    return noContent();
}

function wholeRecord(org: Org, request: OrgRequest, object: ObjectSchema, row: Row): RecordRepresentation {
    // A reader of its own: the write may have changed what an earlier one remembers.
    const reader = readerFor(org, request);
    return recordRepresentation(reader, { object, row }, allFields(reader, object));
}

/** @throws SalesforceError POST_BODY_PARSE_ERROR when the body is no record input */
function readInput(request: OrgRequest): {
    apiName: unknown;
    fields: Record<string, unknown>;
    allowsDuplicates: boolean;
} {
    const { apiName, fields, allowSaveOnDuplicate } = (request.json() ?? {}) as Record<string, unknown>;
    if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) {
        throw new SalesforceError('POST_BODY_PARSE_ERROR', 'Record input needs fields.');
    }
    return { apiName, fields: fields as Record<string, unknown>, allowsDuplicates: allowSaveOnDuplicate === true };
}

function withoutId(fields: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name.toLowerCase() !== 'id'));
}

/** Compares whole seconds, as stamps have no more. */
function isModifiedSince(row: Row, header: string | undefined): boolean {
    const since = header === undefined ? NaN : Date.parse(header);
    return Math.floor(Date.parse(String(row['LastModifiedDate'])) / 1000) > Math.floor(since / 1000);
}
