import type { FieldType, FieldValue } from '../schema/schema.ts';
import { DAY_MS } from './expression.ts';
import type { FormulaType, Value } from './expression.ts';

const FORMULA_TYPES: Record<FieldType, FormulaType> = {
    id: 'text',
    string: 'text',
    textarea: 'text',
    email: 'text',
    url: 'text',
    phone: 'text',
    boolean: 'boolean',
    int: 'number',
    double: 'number',
    datetime: 'datetime',
    date: 'date',
    time: 'time',
    picklist: 'picklist',
    // Only functions that the dev org does not have take one, so references refuse it.
    multipicklist: 'picklist',
    reference: 'text'
};

/** The type a field has inside formulas. */
export function formulaType(type: FieldType): FormulaType {
    return FORMULA_TYPES[type];
}

/** A stored value as formulas compute with it. Ids count with their first 15 characters, as on the platform. */
export function fromField(type: FieldType, value: FieldValue): Value {
    if (value === null || typeof value !== 'string') return value;
    switch (type) {
        case 'id':
        case 'reference':
            return value.slice(0, 15);
        case 'datetime':
            return Date.parse(value);
        case 'date':
            return Date.parse(`${value}T00:00:00Z`);
        case 'time':
            return Date.parse(`1970-01-01T${value}`);
        default:
            return value;
    }
}

/** A computed value as records show it: blank text is null, a checkbox is never null. */
export function toField(type: FormulaType, value: Value): FieldValue {
    if (type === 'boolean') return value === true;
    if (value === null || value === '') return null;
    if (typeof value !== 'number') return value;
    switch (type) {
        case 'datetime':
            return new Date(value).toISOString().replace('Z', '+0000');
        case 'date':
            return new Date(value).toISOString().slice(0, 10);
        case 'time':
            return new Date(((value % DAY_MS) + DAY_MS) % DAY_MS).toISOString().slice(11);
        default:
            return Number.isFinite(value) ? value : null;
    }
}
