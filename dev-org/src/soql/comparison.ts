import type { FieldSchema, FieldValue } from '../schema/schema.ts';
import { idKey } from '../store/ids.ts';
import { parseMoment } from '../store/stamps.ts';

/** A value as it is compared: ids by 15 characters, moments in milliseconds, text by its field's case rule. */
export type Key = string | number | boolean | null;

/** Turns a field's value into what comparisons look at. */
export function comparisonKey(field: FieldSchema, value: FieldValue): Key {
    if (typeof value !== 'string') return value;
    switch (field.type) {
        case 'datetime':
            return parseMoment(value);
        case 'id':
        case 'reference':
            return idKey(value);
        case 'date':
        case 'time':
            return value;
        default:
            return field.isCaseSensitive ? value : value.toLowerCase();
    }
}

/** Negative when `a` comes first. Neither may be null. */
export function compareKeys(a: NonNullable<Key>, b: NonNullable<Key>): number {
    if (a === b) return 0;
    return a < b ? -1 : 1;
}
