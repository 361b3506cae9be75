/** Text that stands in a query as it is: object and field names of our own, never a value from outside. */
export class RawSoql {
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }
}

/** What a query may hold; a list becomes `('a','b')` for IN. */
export type SoqlValue = string | number | boolean | Date | null | RawSoql | readonly (string | number)[];

/** Marks names, lists of fields and whole clauses that `soql` shall not quote. */
export function rawSoql(text: string): RawSoql {
    return new RawSoql(text);
}

/**
 * Builds a query in which every value is a quoted literal, so that no value can change what the query means.
 * @throws TypeError for undefined, an empty list or a number that is not finite: each would silently widen the query.
 */
export function soql(parts: TemplateStringsArray, ...values: SoqlValue[]): string {
    return parts.reduce((query, part, index) => query + literal(values[index - 1]) + part);
}

function literal(value: SoqlValue | undefined): string {
    if (value instanceof RawSoql) return value.text;
    if (value === null) return 'null';
    if (typeof value === 'string') return quote(value);
    if (typeof value === 'boolean') return String(value);
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    if (value instanceof Date) return value.toISOString();
    if (Array.isArray(value) && value.length > 0) return `(${value.map(literal).join(',')})`;
    throw new TypeError(`A query cannot hold ${Array.isArray(value) ? 'an empty list' : String(value)}.`);
}

const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b' };

function quote(text: string): string {
    const escaped = text
        .replace(/[\\'"]/g, String.raw`\$&`)
        .replace(/[\n\r\t\f\b]/g, (character) => ESCAPES[character] ?? '');
    return `'${escaped}'`;
}
