import type { FieldSchema, FieldValue, ObjectSchema } from '../schema/schema.ts';
import type { Row } from '../store/recordStore.ts';
import { comparisonKey } from './comparison.ts';
import type { Key } from './comparison.ts';
import type { RecordReader, TypedRow } from './recordReader.ts';

/** A field of a query's object or of one of its parents. */
export interface Column {
    /** As the caller wrote it, for messages. */
    name: string;
    field: FieldSchema;
    /** References to follow before the field is reached; empty for the object's own fields. */
    steps: FieldSchema[];
    read(row: Row): FieldValue;
    /** What filters, order and grouping compare. */
    key(row: Row): Key;
}

/** A field of the object itself. */
export function ownColumn(reader: RecordReader, object: ObjectSchema, field: FieldSchema): Column {
    const read = (row: Row): FieldValue => reader.value(object, row, field);
    return { name: field.name, field, steps: [], read, key: (row) => comparisonKey(field, read(row)) };
}

/** A parent's field, or a grandparent's. Null where a parent is missing or hidden. */
export function parentColumn(
    reader: RecordReader,
    object: ObjectSchema,
    { name, steps, field }: { name: string; steps: FieldSchema[]; field: FieldSchema }
): Column {
    const read = (row: Row): FieldValue => {
        const parent = followSteps(reader, { object, row }, steps);
        // Where parents may be of several kinds, each brings its own field of this name.
        const own = parent && reader.field(parent.object, field.name);
        return parent && own ? reader.value(parent.object, parent.row, own) : null;
    };
    return { name, field, steps, read, key: (row) => comparisonKey(field, read(row)) };
}

/** The record at the end of a path of references. */
export function followSteps(reader: RecordReader, start: TypedRow, steps: FieldSchema[]): TypedRow | undefined {
    let current: TypedRow | undefined = start;
    for (const step of steps) {
        if (!current) return undefined;
        const reference: FieldSchema | undefined = reader.field(current.object, step.name);
        current = reference && reader.parent(current, reference);
    }
    return current;
}
