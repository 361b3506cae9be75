import type { FieldTypeOf } from '@jetstreamapp/soql-parser-js';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { Row } from '../store/recordStore.ts';
import type { QueryScope } from './queryScope.ts';
import type { ResultRecord } from './selection.ts';

type ToRecord = (row: Row) => ResultRecord;
/** Builds what selects these fields of an object. */
type Select = (fields: string[], scope: QueryScope) => ToRecord;

/**
 * Writes `TYPEOF What WHEN Account THEN Phone ELSE Name END`: of a parent of several kinds, what its kind says.
 * @throws SalesforceError INVALID_FIELD, INVALID_TYPE
 */
export function typeOfWriter(
    { field: relationship, conditions }: FieldTypeOf,
    scope: QueryScope,
    select: Select
): (row: Row, record: ResultRecord) => void {
    const { reader, errors, object } = scope;
    const reference = object.fieldOfRelationship(relationship);
    if (!reference?.reference || !reader.canReadField(object, reference)) {
        throw errors.unknownRelationship(relationship);
    }
    if (!isPolymorphic(reference)) {
        throw errors.malformed(`TYPEOF needs a relationship of several kinds: ${relationship}`, relationship);
    }
    const kinds = reader.parentObjects(reference);
    const byKind = new Map<string, ToRecord>();
    const scopeOf = (kind: ObjectSchema): QueryScope => ({ ...scope, object: kind, alias: undefined });
    for (const condition of conditions) {
        const wanted = 'objectType' in condition ? condition.objectType : undefined;
        const named = wanted === undefined ? kinds : kinds.filter(({ name }) => isSame(name, wanted));
        if (wanted !== undefined && named.length === 0) throw errors.unknownObject(wanted);
        for (const kind of named) {
            if (!byKind.has(kind.name)) byKind.set(kind.name, selectNamed(condition.fieldList, scopeOf(kind), select));
        }
    }
    const name = reference.reference.relationshipName;
    return (row, record) => {
        const parent = reader.parent({ object, row }, reference);
        const toRecord = parent && byKind.get(parent.object.name);
        record[name] = toRecord ? toRecord(parent.row) : null;
    };
}

/** Every kind has a Name here: a Case its number, an Event its subject. */
function selectNamed(fields: string[], scope: QueryScope, select: Select): ToRecord {
    const { object: kind, reader } = scope;
    const nameField = reader.field(kind, kind.nameField);
    if (kind.field('Name') || !nameField || !fields.some((name) => isSame(name, 'Name'))) return select(fields, scope);
    const toRecord = select(
        fields.filter((name) => !isSame(name, 'Name')),
        scope
    );
    return (row) => ({ ...toRecord(row), Name: reader.value(kind, row, nameField) });
}

/** Whether a reference may name records of several objects. */
export function isPolymorphic({ reference }: FieldSchema): boolean {
    return reference !== undefined && (reference.targets.length > 1 || reference.targets.includes('*'));
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
