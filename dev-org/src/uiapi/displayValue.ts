import type { FieldSchema, FieldValue } from '../schema/schema.ts';
import type { RecordReader, TypedRow } from '../soql/recordReader.ts';

/** How an en-US user in UTC reads a value; null where the raw value is what is shown. */
export function displayValue(
    reader: RecordReader,
    typedRow: TypedRow,
    field: FieldSchema,
    value: FieldValue
): string | null {
    if (value === null) return null;
    switch (field.type) {
        case 'picklist':
            return picklistLabel(field, String(value));
        case 'reference':
            return referenceName(reader, typedRow, field);
        case 'int':
        case 'double':
            return NUMBER.format(Number(value));
        case 'date':
            return DATE.format(Date.parse(`${String(value)}T00:00:00Z`));
        case 'datetime':
            return plainSpaces(DATE_TIME.format(Date.parse(String(value))));
        case 'time':
            return plainSpaces(TIME.format(Date.parse(`1970-01-01T${String(value)}`)));
        default:
            return null;
    }
}

/** The label of a picklist value; the value itself when the picklist does not list it. */
export function picklistLabel(field: FieldSchema, value: string): string {
    return field.picklist?.values.find((option) => option.value === value)?.label ?? value;
}

const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 18 });
const DATE = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' });
const DATE_TIME = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit' }
});
const TIME = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });

/** Intl sets a narrow space before AM and PM, the platform a plain one. */
function plainSpaces(text: string): string {
    return text.replace(/\u202f/g, ' ');
}

function referenceName(reader: RecordReader, typedRow: TypedRow, field: FieldSchema): string | null {
    const parent = reader.parent(typedRow, field);
    const nameField = parent && reader.field(parent.object, parent.object.nameField);
    if (!parent || !nameField) return null;
    const name = reader.value(parent.object, parent.row, nameField);
    return name === null ? null : String(name);
}
