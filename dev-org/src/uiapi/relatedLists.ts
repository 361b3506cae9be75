import { json } from '../http/route.ts';
import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import { notFound, notSupported, SalesforceError } from '../salesforceError.ts';
import type { ObjectSchema } from '../schema/schema.ts';
import type { Column } from '../soql/column.ts';
import { ownColumn } from '../soql/column.ts';
import { sortRows } from '../soql/ordering.ts';
import type { Ordering } from '../soql/ordering.ts';
import type { RecordReader } from '../soql/recordReader.ts';
import type { Row } from '../store/recordStore.ts';
import { findRecord, readerFor } from './findRecord.ts';
import type { UiOrg } from './findRecord.ts';
import { recordRepresentation } from './recordRepresentation.ts';
import { readSelection } from './recordSelection.ts';

const LIST = '/services/data/:version/ui-api/related-list-records/:parent/:list';
const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 1999;
/** A count stops here and says that there is more. */
const LARGEST_COUNT = 200;

interface RelatedList {
    reader: RecordReader;
    parent: ObjectSchema;
    child: ObjectSchema;
    rows: Row[];
}

/** Children of a record, as `lightning/uiRelatedListApi` reads them. */
export function relatedListRoutes(org: UiOrg): Route[] {
    return [
        {
            ...{ method: 'GET', pattern: LIST, about: 'children of a record; fields, sort and page in the query' },
            handle: (request) => answer(org, request, request.query)
        },
        {
            ...{ method: 'POST', pattern: LIST, about: 'the same with fields, sort and page in the body' },
            handle: (request) => answer(org, request, readBody(request))
        },
        {
            method: 'GET',
            pattern: '/services/data/:version/ui-api/related-list-count/:parent/:list',
            about: 'how many children a record has',
            handle(request) {
                const { rows, parent } = findList(org, request);
                return json({
                    count: Math.min(rows.length, LARGEST_COUNT),
                    hasMore: rows.length > LARGEST_COUNT,
                    listReference: listReference(request, parent)
                });
            }
        }
    ];
}

function answer(org: UiOrg, request: OrgRequest, options: URLSearchParams): OrgResponse {
    const { reader, parent, child, rows } = findList(org, request);
    if (options.has('where')) throw notSupported('where in a related list');
    const selection = readSelection(reader, child, options);
    const sortBy = list(options, 'sortBy');
    const sorted = sortRows(
        rows,
        sortBy.map((name) => readOrdering(reader, child, name))
    );
    const size = readNumber(options, 'pageSize', DEFAULT_PAGE, LARGEST_PAGE);
    const start = readNumber(options, 'pageToken', 0, Number.MAX_SAFE_INTEGER);
    const records = sorted
        .slice(start, start + size)
        .map((row) => recordRepresentation(reader, { object: child, row }, selection));
    const url = (token: number | null): string | null =>
        token === null ? null : `${request.path}?pageToken=${token}&pageSize=${size}`;
    const next = start + size < sorted.length ? start + size : null;
    const previous = start > 0 ? Math.max(0, start - size) : null;
    return json({
        count: records.length,
        ...{ currentPageToken: String(start), currentPageUrl: url(start) },
        ...{ fields: list(options, 'fields'), optionalFields: list(options, 'optionalFields') },
        listReference: listReference(request, parent),
        ...{ nextPageToken: next === null ? null : String(next), nextPageUrl: url(next) },
        pageSize: size,
        ...{ previousPageToken: previous === null ? null : String(previous), previousPageUrl: url(previous) },
        ...{ records, sortBy, where: null }
    });
}

/** @throws SalesforceError NOT_FOUND for a record or list the caller may not see */
function findList(org: UiOrg, request: OrgRequest): RelatedList {
    const reader = readerFor(org, request);
    const { object: parent, row } = findRecord(org, reader, request.params['parent'] ?? '');
    const name = (request.params['list'] ?? '').toLowerCase();
    const relationship = parent.childRelationships.find((child) => child.name.toLowerCase() === name);
    const child = relationship && reader.object(relationship.childObject);
    const reference = child && reader.field(child, relationship.childField);
    if (!child || !reference) throw notFound();
    return { reader, parent, child, rows: reader.children(child, reference, row.Id) };
}

/** `Meeting__c.StartsAt__c`, with a `-` before it for descending. */
function readOrdering(reader: RecordReader, object: ObjectSchema, name: string): Ordering {
    const [objectName = '', fieldName = ''] = name.replace(/^-/, '').split('.');
    const isOwn = objectName.toLowerCase() === object.name.toLowerCase();
    const field = isOwn ? reader.field(object, fieldName) : undefined;
    if (!field?.isFilterable) {
        throw new SalesforceError('INVALID_FIELD', `No such column '${fieldName}' on entity '${object.name}'`);
    }
    const column: Column = ownColumn(reader, object, field);
    const isDescending = name.startsWith('-');
    return { column, isDescending, nullsFirst: !isDescending };
}

function listReference({ params }: OrgRequest, parent: ObjectSchema) {
    return {
        ...{ id: null, inContextOfRecordId: params['parent'], listViewApiName: null },
        ...{ parentObjectApiName: parent.name, recordTypeId: null, relatedListId: params['list'], type: 'relatedList' }
    };
}

function list(options: URLSearchParams, name: string): string[] {
    return options
        .getAll(name)
        .flatMap((value) => value.split(','))
        .filter((value) => value !== '');
}

function readNumber(options: URLSearchParams, name: string, fallback: number, most: number): number {
    const text = options.get(name);
    if (text === null) return fallback;
    const number = Number(text);
    if (Number.isInteger(number) && number >= (name === 'pageSize' ? 1 : 0) && number <= most) return number;
    throw new SalesforceError('ILLEGAL_QUERY_PARAMETER_VALUE', `${name} must be a whole number of at most ${most}`);
}

/** The body's members as if they stood in the query. */
function readBody(request: OrgRequest): URLSearchParams {
    const body = request.json();
    const options = new URLSearchParams();
    if (typeof body !== 'object' || body === null) {
        throw new SalesforceError('POST_BODY_PARSE_ERROR', 'The body must be a JSON object');
    }
    for (const [name, value] of Object.entries(body)) {
        for (const entry of [value as unknown].flat()) {
            if (typeof entry === 'string' || typeof entry === 'number') options.append(name, String(entry));
        }
    }
    return options;
}
