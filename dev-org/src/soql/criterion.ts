import type { ObjectSchema } from '../schema/schema.ts';
import type { Row } from '../store/recordStore.ts';
import type { Column } from './column.ts';
import { compareKeys } from './comparison.ts';
import type { Key } from './comparison.ts';
import { likePattern } from './likePattern.ts';
import type { RecordReader } from './recordReader.ts';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A condition on rows. */
export interface Criterion {
    test(row: Row): boolean;
    /** Rows found by an index, every match among them. Absent when only a scan can tell. */
    candidates?: () => Row[];
    /** Where the rows of a moment lie, by whose index they can be found. */
    span?: MomentSpan;
}

/** From a moment to before another one, milliseconds since the epoch. */
interface MomentSpan {
    column: Column;
    from: number;
    to: number;
    find: (from: number, to: number) => Row[];
}

/** The visible rows of an object that meet the criterion, found by index where there is one. */
export function select(reader: RecordReader, object: ObjectSchema, criterion: Criterion): Row[] {
    const selected: Row[] = [];
    const { candidates = spanCandidates([criterion]) } = criterion;
    for (const row of candidates?.() ?? reader.rows(object)) {
        if (criterion.test(row)) selected.push(row);
    }
    return selected;
}

/** All parts hold; none at all holds. */
export function allOf(parts: Criterion[]): Criterion {
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const indexed = parts.find((part) => part.candidates)?.candidates ?? spanCandidates(parts);
    return { test: (row) => parts.every((part) => part.test(row)), ...(indexed && { candidates: indexed }) };
}

/** What lies in every span of one column. */
function spanCandidates(parts: Criterion[]): (() => Row[]) | undefined {
    const [first, ...others] = parts.flatMap(({ span }) => span ?? []);
    if (!first) return undefined;
    const same = [first, ...others.filter(({ column }) => column.field === first.column.field)];
    const from = Math.max(...same.map((span) => span.from));
    const to = Math.min(...same.map((span) => span.to));
    return () => first.find(from, to);
}

/** At least one part holds. */
export function anyOf(parts: Criterion[]): Criterion {
    const sources = parts.flatMap((part) => part.candidates ?? []);
    return {
        test: (row) => parts.some((part) => part.test(row)),
        ...(sources.length === parts.length && { candidates: () => [...new Set(sources.flatMap((find) => find()))] })
    };
}

export function not(part: Criterion): Criterion {
    return { test: (row) => !part.test(row) };
}

/**
 * A column compared with a value.
 * As in SOQL, `!=` holds for null beside a value and the ordering operators never hold for null.
 */
export function compare(column: Column, operator: Comparison, key: Key): Criterion {
    if (operator === '=') return { test: (row) => column.key(row) === key };
    if (operator === '!=') return { test: (row) => column.key(row) !== key };
    const holds = ORDER_TESTS[operator];
    return {
        test: (row) => {
            const own = column.key(row);
            return own !== null && key !== null && holds(compareKeys(own, key));
        }
    };
}

/** Adds the index of a moment, where the column has one, to an ordering comparison with it. */
export function withSpan(
    criterion: Criterion,
    reader: RecordReader,
    object: ObjectSchema,
    { column, operator, key }: { column: Column; operator: Comparison; key: Key }
): Criterion {
    const { field, steps } = column;
    const isIndexed = field.type === 'datetime' && field.formula === undefined && steps.length === 0;
    if (!isIndexed || reader.includeDeleted || typeof key !== 'number') return criterion;
    const spans: Partial<Record<Comparison, [number, number]>> = {
        '<': [-Infinity, key],
        '<=': [-Infinity, key + 1],
        '>': [key + 1, Infinity],
        '>=': [key, Infinity]
    };
    const [from, to] = spans[operator] ?? [];
    if (from === undefined || to === undefined) return criterion;
    return { ...criterion, span: { column, from, to, find: (...span) => reader.between(object, field, ...span) } };
}

const ORDER_TESTS: Record<'<' | '<=' | '>' | '>=', (order: number) => boolean> = {
    '<': (order) => order < 0,
    '<=': (order) => order <= 0,
    '>': (order) => order > 0,
    '>=': (order) => order >= 0
};

/** A column in a set of values. */
export function oneOf(column: Column, keys: Set<Key>): Criterion {
    return { test: (row) => keys.has(column.key(row)) };
}

/** Adds the index, where the column has one, to a criterion that holds only for these keys. */
export function withIndex(
    criterion: Criterion,
    reader: RecordReader,
    object: ObjectSchema,
    { column, keys }: { column: Column; keys: Iterable<Key> }
): Criterion {
    const find = indexOf(reader, object, column);
    if (!find) return criterion;
    return { ...criterion, candidates: () => [...new Set([...keys].flatMap(find))] };
}

function indexOf(reader: RecordReader, object: ObjectSchema, column: Column): ((key: Key) => Row[]) | undefined {
    const { field } = column;
    if (column.steps.length > 0 || field.formula !== undefined) return undefined;
    if (field.type === 'id') return (key) => byId(reader, object, key);
    const isIndexed = field.isUnique || field.isExternalId || field.type === 'email' || field.type === 'reference';
    if (!isIndexed || reader.includeDeleted) return undefined;
    return (key) => (key === null ? [] : reader.findByField(object, field, key));
}

function byId(reader: RecordReader, object: ObjectSchema, key: Key): Row[] {
    const row = typeof key === 'string' ? reader.find(object, key) : undefined;
    return row ? [row] : [];
}

/** A moment or day within `[from, to)`, compared with it as date literals are: `<` is before it, `>` after it. */
export function compareRange(column: Column, operator: Comparison, { from, to }: { from: Key; to: Key }): Criterion {
    const before = compare(column, '<', from);
    const notAfter = compare(column, '<', to);
    const atOrAfter = compare(column, '>=', from);
    const after = compare(column, '>=', to);
    const within = allOf([atOrAfter, notAfter]);
    const criteria: Record<Comparison, Criterion> = {
        '=': within,
        '!=': not(within),
        '<': before,
        '<=': notAfter,
        '>': after,
        '>=': atOrAfter
    };
    return criteria[operator];
}

/** LIKE, as `likePattern` reads its pattern. */
export function like(column: Column, pattern: string): Criterion {
    const matches = likePattern(pattern);
    return {
        test: (row) => {
            const value = column.read(row);
            return typeof value === 'string' && matches(value);
        }
    };
}
