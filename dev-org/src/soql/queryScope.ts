import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import { kindColumn, ownColumn, parentColumn } from './column.ts';
import type { Column } from './column.ts';
import type { RecordReader } from './recordReader.ts';
import type { SoqlErrors } from './soqlErrors.ts';
import { isPolymorphic } from './typeOf.ts';

const MAXIMUM_PARENTS = 5;

/** What names in one query block mean: its object, and who asks. */
export interface QueryScope {
    reader: RecordReader;
    errors: SoqlErrors;
    /** `66.0`, for record URLs. */
    apiVersion: string;
    object: ObjectSchema;
    alias: string | undefined;
}

/**
 * Finds the column of a dotted name: `Name`, `MeetingType__r.Name`, or with the alias of FROM before it.
 * @throws SalesforceError INVALID_FIELD for a field or relationship that does not exist or is hidden
 */
export function resolveColumn(name: string, scope: QueryScope): Column {
    const { reader, errors, object } = scope;
    const path = withoutPrefix(name.split('.'), scope);
    const fieldName = path.at(-1) ?? '';
    const steps: FieldSchema[] = [];
    let objects = [object];
    for (const relationship of path.slice(0, -1)) {
        const step = findStep(objects, relationship, reader);
        if (!step) throw errors.unknownRelationship(relationship);
        steps.push(step);
        objects = reader.parentObjects(step);
    }
    if (steps.length > MAXIMUM_PARENTS) {
        throw errors.malformed(`SOQL statement cannot reference more than ${MAXIMUM_PARENTS} levels of parents`, name);
    }
    const last = steps.at(-1);
    if (last && fieldName.toLowerCase() === 'type' && isPolymorphic(last)) {
        return kindColumn(reader, object, { name, steps, like: last });
    }
    const field = firstField(objects, fieldName, reader);
    if (!field) throw errors.unknownField(fieldName, objects[0]?.name ?? object.name);
    return steps.length === 0 ? ownColumn(reader, object, field) : parentColumn(reader, object, { name, steps, field });
}

/** @throws SalesforceError INVALID_FIELD for a long text area, which the platform cannot compare */
export function requireFilterable(column: Column, use: 'filtered' | 'sorted' | 'grouped', errors: SoqlErrors): void {
    if (column.field.isFilterable) return;
    throw errors.invalidField(`field '${column.name}' can not be ${use} in a query call`, column.name);
}

function withoutPrefix(path: string[], { object, alias }: QueryScope): string[] {
    const [first = ''] = path;
    const isPrefix =
        path.length > 1 && [alias, object.name].some((name) => name?.toLowerCase() === first.toLowerCase());
    return isPrefix ? path.slice(1) : path;
}

function findStep(objects: ObjectSchema[], relationship: string, reader: RecordReader): FieldSchema | undefined {
    for (const object of objects) {
        const field = object.fieldOfRelationship(relationship);
        if (field && reader.canReadField(object, field) && reader.parentObjects(field).length > 0) return field;
    }
    return undefined;
}

function firstField(objects: ObjectSchema[], name: string, reader: RecordReader): FieldSchema | undefined {
    for (const object of objects) {
        const field = reader.field(object, name);
        if (field) return field;
    }
    return undefined;
}
