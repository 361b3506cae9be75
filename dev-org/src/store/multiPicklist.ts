import type { FieldValue } from '../schema/schema.ts';

/** The values a multi-select picklist holds as one text: `Red;White`. */
export function chosenValues(value: FieldValue): string[] {
    const parts = typeof value === 'string' ? value.split(';').map((part) => part.trim()) : [];
    return parts.filter((part) => part !== '');
}
