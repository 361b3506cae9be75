import type { FieldSchema, FieldValue } from '../schema/schema.ts';
import { idKey } from '../store/ids.ts';

/** A value as it is compared: ids by 15 characters, moments in milliseconds, text by its field's case rule. */
export type Key = string | number | boolean | null;

/** Turns a field's value into what comparisons look at. */
export function comparisonKey(field: FieldSchema, value: FieldValue): Key {
    if (typeof value !== 'string') return value;
    switch (field.type) {
        case 'datetime':
            return momentOf(value);
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

/** Moments are stored as `2026-11-21T03:07:01.000+0000`, which engines read ten times as slowly as the form with a Z. */
function momentOf(text: string): number {
    return Date.parse(text.endsWith('+0000') ? `${text.slice(0, -5)}Z` : text);
}

/** Negative when `a` comes first. Neither may be null. */
export function compareKeys(a: NonNullable<Key>, b: NonNullable<Key>): number {
    if (a === b) return 0;
    return a < b ? -1 : 1;
}
