import type { FieldFunctionExpression, FieldType, Query } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../salesforceError.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { Row } from '../store/recordStore.ts';
import { ownColumn } from './column.ts';
import type { RecordReader, TypedRow } from './recordReader.ts';
import { resolveColumn } from './queryScope.ts';
import type { QueryScope } from './queryScope.ts';
import type { Subselect } from './subselect.ts';

/** A record of an answer: `attributes` and the selected fields. */
export type ResultRecord = Record<string, unknown>;

type Writer = (row: Row, record: ResultRecord) => void;

const FIELDS_LIMIT = 200;

/**
 * Builds the function that turns a row into the record of an answer.
 * @throws SalesforceError INVALID_FIELD, MALFORMED_QUERY, NOT_IMPLEMENTED
 */
export function projection(
    query: Pick<Query, 'fields' | 'limit'>,
    scope: QueryScope,
    subselect: Subselect | undefined
): (row: Row) => ResultRecord {
    const writers = (query.fields ?? []).flatMap((field) => fieldWriters(field, query, scope, subselect));
    return (row) => {
        const record: ResultRecord = { attributes: attributes(scope, { object: scope.object, row }) };
        for (const write of writers) write(row, record);
        return record;
    };
}

function fieldWriters(
    field: FieldType,
    query: Pick<Query, 'limit'>,
    scope: QueryScope,
    subselect: Subselect | undefined
): Writer[] {
    switch (field.type) {
        case 'Field':
            return [ownWriter(field.field, scope)];
        case 'FieldRelationship':
            return [parentWriter([...field.relationships, field.field].join('.'), scope)];
        case 'FieldSubquery':
            if (!subselect) throw scope.errors.malformed('Nesting of semi join sub-selects is not supported');
            return [subselect(field.subquery, scope)];
        case 'FieldFunctionExpression':
            return functionWriters(field, query, scope);
        case 'FieldTypeof':
            throw notSupported('TYPEOF in SOQL');
    }
}

function ownWriter(name: string, scope: QueryScope): Writer {
    const column = resolveColumn(name, scope);
    return (row, record) => {
        record[column.field.name] = column.read(row);
    };
}

/** Writes `{ MeetingType__r: { attributes, Name } }`, null where the parent is missing. */
function parentWriter(name: string, scope: QueryScope): Writer {
    const column = resolveColumn(name, scope);
    const { steps, field } = column;
    if (steps.length === 0) return ownWriter(name, scope);
    return (row, record) => {
        let at = record;
        let current: TypedRow = { object: scope.object, row };
        for (const step of steps) {
            const key = step.reference?.relationshipName ?? step.name;
            const parent = parentOf(scope.reader, current, step);
            if (!parent) {
                at[key] = null;
                return;
            }
            at = nested(at, key, () => ({ attributes: attributes(scope, parent) }));
            current = parent;
        }
        const own = scope.reader.field(current.object, field.name);
        at[field.name] = own ? scope.reader.value(current.object, current.row, own) : null;
    };
}

function parentOf(reader: RecordReader, current: TypedRow, step: FieldSchema): TypedRow | undefined {
    const reference = reader.field(current.object, step.name);
    return reference && reader.parent(current, reference);
}

function nested(record: ResultRecord, key: string, create: () => ResultRecord): ResultRecord {
    const existing = record[key];
    if (existing !== null && typeof existing === 'object') return existing as ResultRecord;
    const created = create();
    record[key] = created;
    return created;
}

/** FIELDS(ALL), FIELDS(STANDARD) and FIELDS(CUSTOM). */
function functionWriters(field: FieldFunctionExpression, query: Pick<Query, 'limit'>, scope: QueryScope): Writer[] {
    if (field.functionName.toUpperCase() !== 'FIELDS') throw notSupported(`${field.functionName} in SELECT`);
    const group = (field.rawValue ?? '').toUpperCase().replace(/^FIELDS\((\w+)\)$/, '$1');
    if (group !== 'STANDARD' && (query.limit ?? Infinity) > FIELDS_LIMIT) {
        throw scope.errors.malformed(`The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_LIMIT}`, 'FIELDS');
    }
    return fieldsOf(scope.object, group, scope.reader).map((own) => {
        const column = ownColumn(scope.reader, scope.object, own);
        return (row, record) => {
            record[own.name] = column.read(row);
        };
    });
}

function fieldsOf(object: ObjectSchema, group: string, reader: RecordReader): FieldSchema[] {
    return [...object.fields.values()].filter(
        (field) => reader.canReadField(object, field) && (group === 'ALL' || field.isCustom === (group === 'CUSTOM'))
    );
}

/** `{ type, url }` of a record. */
export function attributes({ apiVersion }: QueryScope, { object, row }: TypedRow): { type: string; url: string } {
    return { type: object.name, url: `/services/data/v${apiVersion}/sobjects/${object.name}/${row.Id}` };
}
