import type { FieldFunctionExpression, FieldType, Query } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../salesforceError.ts';
import type { FieldSchema, FieldValue, ObjectSchema } from '../schema/schema.ts';
import type { Row } from '../store/recordStore.ts';
import { displayValue, picklistLabel } from '../uiapi/displayValue.ts';
import { ownColumn } from './column.ts';
import type { RecordReader, TypedRow } from './recordReader.ts';
import { resolveColumn } from './queryScope.ts';
import type { QueryScope } from './queryScope.ts';
import type { Subselect } from './subselect.ts';
import { typeOfWriter } from './typeOf.ts';

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
    refuseTwice(query.fields ?? [], scope);
    const writers = (query.fields ?? []).flatMap((field) => fieldWriters(field, query, scope, subselect));
    return (row) => {
        const record: ResultRecord = { attributes: attributes(scope, { object: scope.object, row }) };
        for (const write of writers) write(row, record);
        return record;
    };
}

function refuseTwice(fields: FieldType[], { errors }: QueryScope): void {
    const seen = new Set<string>();
    for (const field of fields) {
        if (field.type !== 'Field' && field.type !== 'FieldRelationship') continue;
        const name = field.type === 'Field' ? field.field : [...field.relationships, field.field].join('.');
        if (seen.has(name.toLowerCase())) throw errors.invalidField(`duplicate field selected: ${name}`, name);
        seen.add(name.toLowerCase());
    }
}

function fieldWriters(
    field: FieldType,
    query: Pick<Query, 'limit'>,
    scope: QueryScope,
    subselect: Subselect | undefined
): Writer[] {
    switch (field.type) {
        case 'Field':
            return [parentWriter(field.field, scope)];
        case 'FieldRelationship':
            return [parentWriter([...field.relationships, field.field].join('.'), scope)];
        case 'FieldSubquery':
            if (!subselect) throw scope.errors.malformed('Nesting of semi join sub-selects is not supported');
            return [subselect(field.subquery, scope)];
        case 'FieldFunctionExpression':
            return functionWriters(field, query, scope);
        case 'FieldTypeof':
            return [typeOfWriter(field, scope, selectFields)];
    }
}

function selectFields(names: string[], scope: QueryScope): (row: Row) => ResultRecord {
    const writers = names.map((name) => parentWriter(name, scope));
    return (row) => {
        const record: ResultRecord = { attributes: attributes(scope, { object: scope.object, row }) };
        for (const write of writers) write(row, record);
        return record;
    };
}

/** Writes `{ MeetingType__r: { attributes, Name } }`, null where the parent is missing. */
function parentWriter(name: string, scope: QueryScope, valueOf?: (at: TypedRow) => FieldValue): Writer {
    const column = resolveColumn(name, scope);
    const { steps, field } = column;
    const read = valueOf ?? ((at: TypedRow) => column.valueOf(at));
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
        at[field.name] = read(current);
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

/** What may be made of a field in SELECT: its label, or how people read it. */
export const SELECT_FUNCTIONS: Record<string, (field: FieldSchema, value: FieldValue) => FieldValue> = {
    TOLABEL: (field, value) => (typeof value === 'string' ? picklistLabel(field, value) : value),
    FORMAT: (field, value) => displayValue(field, value) ?? value
};

function functionWriters(field: FieldFunctionExpression, query: Pick<Query, 'limit'>, scope: QueryScope): Writer[] {
    const name = field.functionName.toUpperCase();
    if (name === 'FIELDS') return fieldsWriters(field, query, scope);
    const change = Object.hasOwn(SELECT_FUNCTIONS, name) ? SELECT_FUNCTIONS[name] : undefined;
    if (!change) throw notSupported(`${field.functionName} in SELECT`);
    const [parameter] = field.parameters;
    if (typeof parameter !== 'string') throw notSupported(`nested functions in ${field.functionName}`);
    const column = resolveColumn(parameter, scope);
    const valueOf = (at: TypedRow): FieldValue => change(column.field, column.valueOf(at));
    if (field.alias === undefined) return [parentWriter(parameter, scope, valueOf)];
    const alias = field.alias;
    return [
        (row, record) => {
            record[alias] = change(column.field, column.read(row));
        }
    ];
}

/** FIELDS(ALL), FIELDS(STANDARD) and FIELDS(CUSTOM). */
function fieldsWriters(field: FieldFunctionExpression, query: Pick<Query, 'limit'>, scope: QueryScope): Writer[] {
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
