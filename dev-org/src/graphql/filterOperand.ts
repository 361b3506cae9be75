import type { FieldSchema } from '../schema/schema.ts';
import { comparisonKey } from '../soql/comparison.ts';
import type { Key } from '../soql/comparison.ts';
import { dateLiteralSpan } from '../soql/dateLiterals.ts';
import type { Clock, Operand } from '../soql/literals.ts';
import { isId } from '../store/ids.ts';
import { queryError } from './graphqlErrors.ts';

/**
 * Reads what a filter compares a field with: a plain value, or for dates `{ value }`, `{ literal }` or `{ range }`.
 * @throws GraphQLError for a broken id, date or time
 */
export function readOperand(field: FieldSchema, operand: unknown, clock: Clock): Operand {
    if (operand === null || operand === undefined) return { key: null };
    if (typeof operand === 'object') return readDate(field, operand, clock);
    if (typeof operand === 'number' || typeof operand === 'boolean') return { key: operand };
    const text = typeof operand === 'string' ? operand : '';
    if (field.type === 'time') return { key: readTime(text) };
    if (field.type === 'id' || field.type === 'reference') return { key: readId(field, text) };
    // Blank text is stored as null, so it is found as null.
    return { key: text === '' ? null : comparisonKey(field, text) };
}

interface DateOperand {
    value?: string | null;
    literal?: string | null;
    range?: Record<string, number | null> | null;
}

function readDate(field: FieldSchema, { value, literal, range }: DateOperand, clock: Clock): Operand {
    if (typeof value === 'string') return { key: readMoment(field, value) };
    const [named] = Object.entries(range ?? {});
    const name = literal ?? (named ? `${named[0]}:${named[1] ?? 0}` : undefined);
    if (name === undefined) return { key: null };
    const span = dateLiteralSpan(name, clock.now(), clock.timeZone());
    if (!span) throw queryError(`Unknown date literal '${name}'`);
    return { span: field.type === 'datetime' ? span.moments : span.days };
}

function readMoment(field: FieldSchema, value: string): Key {
    const isDate = field.type === 'date';
    const moment = Date.parse(isDate ? `${value}T00:00:00Z` : value);
    if (Number.isNaN(moment)) throw queryError(`Invalid ${isDate ? 'Date' : 'DateTime'} '${value}' for ${field.name}`);
    return isDate ? value : moment;
}

/** Times are compared as records hold them: `09:00:00.000Z`. */
function readTime(value: string): Key {
    const moment = Date.parse(`1970-01-01T${value.replace(/Z?$/, 'Z')}`);
    if (Number.isNaN(moment)) throw queryError(`Invalid Time '${value}'`);
    return new Date(moment).toISOString().slice(11);
}

function readId(field: FieldSchema, id: string): Key {
    const message = `invalid ID field: ${id}`;
    if (!isId(id)) throw queryError(message, 'DataFetchingException');
    return comparisonKey(field, id);
}
