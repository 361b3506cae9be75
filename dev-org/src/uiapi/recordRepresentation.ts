import { createHash } from 'node:crypto';
import type { FieldSchema } from '../schema/schema.ts';
import type { RecordReader, TypedRow } from '../soql/recordReader.ts';
import { displayValue, rawValue } from './displayValue.ts';
import type { RecordSelection } from './recordSelection.ts';

/** A value of a record; of a parent, the parent's own record. */
export interface FieldRepresentation {
    displayValue: string | null;
    value: unknown;
}

/** A record as the UI API writes it. */
export interface RecordRepresentation {
    apiName: string;
    childRelationships: Record<string, never>;
    eTag: string;
    fields: Record<string, FieldRepresentation>;
    id: string;
    lastModifiedById: unknown;
    lastModifiedDate: unknown;
    recordTypeId: null;
    recordTypeInfo: null;
    systemModstamp: unknown;
    weakEtag: number;
}

/** Writes the selected fields of a record, parents nested. */
export function recordRepresentation(
    reader: RecordReader,
    typedRow: TypedRow,
    selection: RecordSelection
): RecordRepresentation {
    const { object, row } = typedRow;
    const fields: Record<string, FieldRepresentation> = {};
    for (const field of selection.fields) fields[field.name] = fieldRepresentation(reader, typedRow, field);
    for (const [reference, inner] of selection.parents) {
        const name = reference.reference?.relationshipName ?? reference.name;
        fields[name] = parentRepresentation(reader, typedRow, reference, inner);
    }
    const modified = typeof row['SystemModstamp'] === 'string' ? row['SystemModstamp'] : '';
    return {
        apiName: object.name,
        childRelationships: {},
        eTag: createHash('md5').update(`${row.Id}${modified}`).digest('hex'),
        fields,
        id: row.Id,
        lastModifiedById: row['LastModifiedById'] ?? null,
        lastModifiedDate: toZulu(row['LastModifiedDate']),
        recordTypeId: null,
        recordTypeInfo: null,
        systemModstamp: toZulu(row['SystemModstamp']),
        weakEtag: Date.parse(modified) || 0
    };
}

function fieldRepresentation(reader: RecordReader, { object, row }: TypedRow, field: FieldSchema): FieldRepresentation {
    // A parent of several kinds may lack a field that another kind has.
    const own = reader.field(object, field.name);
    const value = own ? reader.value(object, row, own) : null;
    return { displayValue: displayValue(field, value), value: rawValue(field, value) };
}

/** The parent with its id and what was asked for; null where there is none or none to be seen. */
function parentRepresentation(
    reader: RecordReader,
    child: TypedRow,
    reference: FieldSchema,
    selection: RecordSelection
): FieldRepresentation {
    const parent = reader.parent(child, reference);
    if (!parent) return { displayValue: null, value: null };
    const idField = reader.field(parent.object, 'Id');
    const fields = new Set(idField ? [idField, ...selection.fields] : selection.fields);
    const nameField = reader.field(parent.object, parent.object.nameField);
    const name = nameField && reader.value(parent.object, parent.row, nameField);
    return {
        displayValue: name === undefined || name === null ? null : String(name),
        value: recordRepresentation(reader, parent, { fields, parents: selection.parents })
    };
}

function toZulu(moment: unknown): unknown {
    return typeof moment === 'string' ? moment.replace('+0000', 'Z') : null;
}
