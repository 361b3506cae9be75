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
    /** The value in the record at the end of `steps`. */
    valueOf(at: TypedRow): FieldValue;
}

/** Whether two columns are reached by the same path. */
export function isSameColumn(a: Column, b: Column): boolean {
    const path = ({ steps, field }: Column): string => [...steps.map((step) => step.name), field.name].join('.');
    return path(a).toLowerCase() === path(b).toLowerCase();
}

/** A field of the object itself. */
export function ownColumn(reader: RecordReader, object: ObjectSchema, field: FieldSchema): Column {
    const read = (row: Row): FieldValue => reader.value(object, row, field);
    return {
        ...{ name: field.name, field, steps: [], read },
        key: (row) => comparisonKey(field, read(row)),
        valueOf: ({ row }) => read(row)
    };
}

/** A parent's field, or a grandparent's. Null where a parent is missing or hidden. */
export function parentColumn(
    reader: RecordReader,
    object: ObjectSchema,
    { name, steps, field }: { name: string; steps: FieldSchema[]; field: FieldSchema }
): Column {
    // Where parents may be of several kinds, each brings its own field of this name.
    return columnAt(reader, object, { name, steps, field }, (parent) => {
        const own = reader.field(parent.object, field.name) ?? nameOf(reader, parent.object, field);
        return own ? reader.value(parent.object, parent.row, own) : null;
    });
}

/** Among parents of several kinds each has a Name, whatever it is called at home. */
function nameOf(reader: RecordReader, object: ObjectSchema, field: FieldSchema): FieldSchema | undefined {
    return field.name === 'Name' ? reader.field(object, object.nameField) : undefined;
}

/** `Owner.Type`, `What.Type`: the object a parent of several kinds belongs to. */
export function kindColumn(
    reader: RecordReader,
    object: ObjectSchema,
    { name, steps, like }: { name: string; steps: FieldSchema[]; like: FieldSchema }
): Column {
    const { reference: _, ...plain } = like;
    const field: FieldSchema = { ...plain, name: 'Type', label: 'Type', type: 'string', formula: name };
    return columnAt(reader, object, { name, steps, field }, (parent) => parent.object.name);
}

function columnAt(
    reader: RecordReader,
    object: ObjectSchema,
    { name, steps, field }: { name: string; steps: FieldSchema[]; field: FieldSchema },
    valueOf: (at: TypedRow) => FieldValue
): Column {
    const read = (row: Row): FieldValue => {
        const parent = followSteps(reader, { object, row }, steps);
        return parent ? valueOf(parent) : null;
    };
    return { name, field, steps, read, key: (row) => comparisonKey(field, read(row)), valueOf };
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
