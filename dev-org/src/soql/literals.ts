import type { FieldSchema, FieldType } from '../schema/schema.ts';
import { idKey, isId } from '../store/ids.ts';
import { comparisonKey } from './comparison.ts';
import type { Key } from './comparison.ts';
import { dateLiteralSpan } from './dateLiterals.ts';
import type { SoqlErrors } from './soqlErrors.ts';
import { TIME_MARK } from './parseSoql.ts';

/** A literal as the parser gives it. */
export interface Literal {
    kind: string;
    /** Text keeps its quotes and escapes. */
    text: string;
}

/** A literal as its column compares it: one key, or a span of time. */
export type Operand = { key: Key } | { span: { from: Key; to: Key } };

/** What time it is, and in which zone for who asks: date literals mean that user's days. */
export interface Clock {
    /** Milliseconds since the epoch. */
    now(): number;
    /** IANA name. */
    timeZone(): string;
}

const NAMES: Partial<Record<FieldType, string>> = {
    datetime: 'dateTime',
    double: 'double',
    int: 'int',
    boolean: 'boolean',
    time: 'time'
};
const LITERAL_KINDS: Partial<Record<FieldType, string[]>> = {
    boolean: ['BOOLEAN'],
    int: ['INTEGER', 'DECIMAL'],
    double: ['INTEGER', 'DECIMAL'],
    datetime: ['DATETIME', 'DATE_LITERAL', 'DATE_N_LITERAL'],
    date: ['DATE', 'DATE_LITERAL', 'DATE_N_LITERAL']
};
const MAXIMUM_TEXT = 4000;

/**
 * Checks a literal against the field it is compared with.
 * @throws SalesforceError INVALID_FIELD when it is of another type, INVALID_QUERY_FILTER_OPERATOR for a broken id
 */
export function readLiteral(
    literal: Literal,
    { field, name }: { field: FieldSchema; name: string },
    { errors, clock }: { errors: SoqlErrors; clock: Clock }
): Operand {
    if (literal.kind === 'NULL') return { key: null };
    const time = timeOf(literal);
    if (time !== undefined || field.type === 'time') {
        if (time === undefined || field.type !== 'time') throw wrongType(field, name, errors);
        return { key: time };
    }
    const allowed = LITERAL_KINDS[field.type] ?? ['STRING'];
    if (!allowed.includes(literal.kind)) throw wrongType(field, name, errors);
    if (literal.kind === 'STRING') return { key: textKey(field, unquote(literal.text), errors) };
    if (literal.kind === 'BOOLEAN') return { key: literal.text.toUpperCase() === 'TRUE' };
    if (literal.kind === 'DATETIME') return { key: moment(literal.text, errors) };
    if (literal.kind === 'DATE') return { key: literal.text };
    if (literal.kind === 'DATE_LITERAL' || literal.kind === 'DATE_N_LITERAL')
        return { span: span(literal.text, field, clock, errors) };
    return { key: Number(literal.text) };
}

/** A time of day as records hold it, when the literal is one. */
function timeOf({ kind, text }: Literal): string | undefined {
    if (kind !== 'STRING' || !text.startsWith(`'${TIME_MARK}`)) return undefined;
    const [, time = '', fraction = ''] = /^(\d{2}:\d{2}:\d{2})(?:\.(\d+))?/.exec(text.slice(2)) ?? [];
    return `${time}.${fraction.padEnd(3, '0')}Z`;
}

/** The text of a quoted literal. */
export function unquote(quoted: string): string {
    return quoted.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_, escape: string) => {
        if (escape.length === 5) return String.fromCharCode(parseInt(escape.slice(1), 16));
        return ESCAPES[escape.toLowerCase()] ?? escape;
    });
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The pattern of a LIKE: unquoted, but with `\%` and `\_` left as they are. */
export function likeText(quoted: string): string {
    return unquote(quoted.replace(/\\([%_])/g, '\\\\$1'));
}

function textKey(field: FieldSchema, text: string, errors: SoqlErrors): Key {
    if (text.length > MAXIMUM_TEXT) throw errors.malformed(`string literal exceeds ${MAXIMUM_TEXT} characters`);
    // Blank text is stored as null, so it is found as null.
    if (text === '') return null;
    if (field.type !== 'id' && field.type !== 'reference') return comparisonKey(field, text);
    if (isId(text)) return idKey(text);
    throw errors.invalidFilter(`invalid ID field: ${String(text)}`, text);
}

function moment(text: string, errors: SoqlErrors): number {
    const parsed = Date.parse(text);
    if (Number.isNaN(parsed)) throw errors.malformed(`Invalid date: ${text}`, text);
    return parsed;
}

function span(text: string, field: FieldSchema, clock: Clock, errors: SoqlErrors): { from: Key; to: Key } {
    const found = dateLiteralSpan(text, clock.now(), clock.timeZone());
    if (!found) throw errors.malformed(`unexpected token: '${text}'`, text);
    return field.type === 'datetime' ? found.moments : found.days;
}

function wrongType(field: FieldSchema, name: string, errors: SoqlErrors): Error {
    const type = NAMES[field.type] ?? (field.type === 'date' ? 'date' : 'string');
    const advice = type === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
    return errors.invalidField(
        `value of filter criterion for field '${name}' must be of type ${type} and ${advice}`,
        name
    );
}
