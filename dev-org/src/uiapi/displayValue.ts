import type { FieldSchema, FieldValue } from '../schema/schema.ts';
import { chosenValues } from '../store/multiPicklist.ts';

/** A value as the UI API and GraphQL write it: moments end in `Z` where the REST API says `+0000`. */
export function rawValue(field: FieldSchema, value: FieldValue): FieldValue {
    return field.type === 'datetime' && typeof value === 'string' ? value.replace('+0000', 'Z') : value;
}

/** How an en-US user in UTC reads a value; null where the raw value is what is shown. */
export function displayValue(field: FieldSchema, value: FieldValue): string | null {
    if (value === null) return null;
    switch (field.type) {
        case 'picklist':
            return picklistLabel(field, String(value));
        case 'multipicklist':
            return chosenValues(value)
                .map((each) => picklistLabel(field, each))
                .join(';');
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
