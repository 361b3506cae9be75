import type { FieldSchema } from '../schema/schema.ts';
import type { FormulaRecord } from './formulaRecord.ts';

/** Types a formula distinguishes. `null` is the type of the literal, which fits every other. */
export type FormulaType = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'picklist' | 'null';

/**
 * A value while a formula runs. Dates and moments are milliseconds since the epoch, times milliseconds since midnight,
 * so that arithmetic and comparison are those of numbers. Blank text is null or '', which no function tells apart.
 */
export type Value = string | number | boolean | null;

/** A checked part of a formula, ready to run. */
export interface Expression {
    type: FormulaType;
    at: number;
    evaluate(record: FormulaRecord): Value;
    /** Set when the expression is a field of the record itself, not of a parent. */
    ownField?: FieldSchema;
    /** Set when the expression is text written in the formula. */
    literalText?: string;
}

/** Milliseconds in a day. */
export const DAY_MS = 86_400_000;

/** The value as text; null reads as blank. */
export function asText(value: Value): string {
    return value === null ? '' : String(value);
}

/** Whether a value is null or blank text. */
export function isBlank(value: Value): boolean {
    return value === null || value === '';
}
