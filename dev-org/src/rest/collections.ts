import { json } from '../http/route.ts';
import type { OrgRequest, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { SalesforceItemError } from '../salesforceError.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { Actor, RecordInput } from '../store/recordStore.ts';
import { indexKey } from '../store/tables.ts';
import { asRecord, getFields, getObject, presentRow } from './records.ts';
import { getKeyField, upsert } from './upsert.ts';

const MOST_RECORDS = 200;
const MOST_READ = 2000;
const MOST_CHUNKS = 10;
const PATTERN = '/services/data/:version/composite/sobjects';

interface ItemResult {
    id?: string;
    success: boolean;
    errors: SalesforceItemError[];
    created?: boolean;
}

/** Up to 200 records in one call; every record has its own result, inside a 200. */
export function collectionRoutes(org: OrgContext): Route[] {
    const route = (
        method: string,
        path: string,
        about: string,
        answer: (org: OrgContext, request: OrgRequest) => unknown
    ): Route => ({ method, pattern: `${PATTERN}${path}`, about, handle: (request) => json(answer(org, request)) });
    return [
        route('POST', '', 'creates up to 200 records', createAll),
        route('PATCH', '', 'updates up to 200 records', updateAll),
        route('DELETE', '', 'deletes up to 200 records', deleteAll),
        route('GET', '/:object', 'reads records by ids in the query', (_, request) =>
            readAll(org, request, listsOfQuery(request.query))
        ),
        route('POST', '/:object', 'reads records by ids in the body', (_, request) =>
            readAll(org, request, asRecord(request.json()))
        ),
        route('PATCH', '/:object/:field', 'upserts up to 200 records by an external id', upsertAll)
    ];
}

function createAll(org: OrgContext, request: OrgRequest): ItemResult[] {
    const { records, allOrNone } = readBody(request);
    return saveAll(org, records, allOrNone, (record) => {
        const { Id } = org.store.insert(typeOf(org, record, request.actor), withoutId(record), request.actor);
        return { id: Id, success: true, errors: [] };
    });
}

function updateAll(org: OrgContext, request: OrgRequest): ItemResult[] {
    const { records, allOrNone } = readBody(request);
    return saveAll(org, records, allOrNone, (record) => {
        const object = typeOf(org, record, request.actor);
        const id = liveId(org, object, record['id'] ?? record['Id'], request.actor);
        org.store.update(object, id, withoutId(record), request.actor);
        return { id, success: true, errors: [] };
    });
}

function deleteAll(org: OrgContext, request: OrgRequest): ItemResult[] {
    const ids = (request.query.get('ids') ?? '').split(',').filter(Boolean);
    refuseTooMany(ids);
    return saveAll(org, ids, request.query.get('allOrNone') === 'true', (id) => {
        const object = org.schema.objectOfId(id);
        if (!object) throw invalidReference();
        org.store.delete(object, liveId(org, object, id, request.actor), request.actor);
        return { id, success: true, errors: [] };
    });
}

function upsertAll(org: OrgContext, request: OrgRequest): ItemResult[] {
    const { params, actor } = request;
    const object = getObject(org, params['object'] ?? '', actor);
    const key = getKeyField(object, params['field'] ?? '');
    const { records, allOrNone } = readBody(request);
    const seen = new Set<string>();
    return saveAll(org, records, allOrNone, (record) => {
        const { attributes: _, [key.name]: value, ...input } = record;
        refuseSeen(seen, key, value);
        const outcome = upsert(org, object, { key, value, input, isUpdateOnly: false, actor });
        if ('matches' in outcome)
            throw new SalesforceError('MULTIPLE_CHOICES', 'More than one record found', [key.name]);
        return { id: outcome.row.Id, success: true, errors: [], created: outcome.isCreated };
    });
}

function listsOfQuery(query: URLSearchParams): { ids: unknown; fields: unknown } {
    return { ids: query.get('ids')?.split(','), fields: query.get('fields')?.split(',') };
}

function readAll(org: OrgContext, request: OrgRequest, { ids, fields: names }: RecordInput): unknown[] {
    const { params, actor, apiVersion } = request;
    const object = getObject(org, params['object'] ?? '', actor);
    if (!Array.isArray(ids) || !Array.isArray(names)) {
        throw new SalesforceError('JSON_PARSER_ERROR', 'Name the lists ids and fields');
    }
    if (ids.length > MOST_READ) throw tooMany(MOST_READ);
    const fields = getFields(org, object, names.map(String), actor);
    return ids.map((id) => {
        const row = org.store.find(object, String(id));
        return row && org.access.visible(actor, object, row)
            ? presentRow(org, object, row, { fields, apiVersion })
            : null;
    });
}

/** Saves each item on its own or, all or none, together: then the good ones are taken back and say so. */
function saveAll<T>(org: OrgContext, items: T[], allOrNone: boolean, save: (item: T) => ItemResult): ItemResult[] {
    const results: ItemResult[] = [];
    const runAll = (): void => {
        for (const item of items) results.push(saveOne(org, () => save(item)));
        if (allOrNone && results.some(({ success }) => !success)) throw new TakenBack();
    };
    try {
        if (allOrNone) org.store.transaction(runAll);
        else runAll();
        return results;
    } catch (error) {
        if (!(error instanceof TakenBack)) throw error;
        return results.map((result) => (result.success ? TAKEN_BACK : result));
    }
}

class TakenBack extends Error {}

const TAKEN_BACK: ItemResult = {
    success: false,
    errors: [
        {
            statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
            message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
            fields: []
        }
    ]
};

function saveOne(org: OrgContext, save: () => ItemResult): ItemResult {
    try {
        return org.store.transaction(save);
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        return { success: false, errors: [error.toItem()] };
    }
}

function readBody(request: OrgRequest): { records: RecordInput[]; allOrNone: boolean } {
    const { records, allOrNone } = asRecord(request.json());
    if (!Array.isArray(records)) throw new SalesforceError('JSON_PARSER_ERROR', 'The body must hold the list records');
    refuseTooMany(records);
    const typed = records.map(asRecord);
    const types = typed.map(typeName);
    const chunks = types.filter((type, position) => position === 0 || type !== types[position - 1]).length;
    if (chunks > MOST_CHUNKS) {
        throw new SalesforceError(
            'EXCEEDED_MAX_TYPES_LIMIT',
            `The records change their type more than ${MOST_CHUNKS} times`
        );
    }
    return { records: typed, allOrNone: allOrNone === true };
}

function refuseTooMany(items: unknown[]): void {
    if (items.length > MOST_RECORDS) throw tooMany(MOST_RECORDS);
}

function tooMany(most: number): SalesforceError {
    return new SalesforceError(
        'EXCEEDED_MAX_SIZE_REQUEST',
        `The number of records in the request cannot exceed ${most}`
    );
}

function refuseSeen(seen: Set<string>, key: FieldSchema, value: unknown): void {
    if (typeof value !== 'string' && typeof value !== 'number') {
        throw new SalesforceError('MISSING_ARGUMENT', `${key.name} not specified`, []);
    }
    const entry = indexKey(key, value);
    if (seen.has(entry)) {
        throw new SalesforceError('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [key.name]);
    }
    seen.add(entry);
}

function typeName(record: RecordInput): string {
    const attributes = record['attributes'] as { type?: unknown } | undefined;
    return typeof attributes?.type === 'string' ? attributes.type : '';
}

function typeOf(org: OrgContext, record: RecordInput, actor: Actor): ObjectSchema {
    const name = typeName(record);
    const object = org.schema.object(name);
    if (object && org.access.canRead(actor, object)) return object;
    throw new SalesforceError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
}

function withoutId(record: RecordInput): RecordInput {
    const { id: _, Id: __, ...input } = record;
    return input;
}

function liveId(org: OrgContext, object: ObjectSchema, id: unknown, actor: Actor): string {
    const row = typeof id === 'string' ? org.store.findAny(object, id) : undefined;
    if (!row || !org.access.visible(actor, object, row)) throw invalidReference();
    if (row['IsDeleted'] === true) throw new SalesforceError('ENTITY_IS_DELETED', 'entity is deleted', []);
    return row.Id;
}

function invalidReference(): SalesforceError {
    return new SalesforceError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
}
