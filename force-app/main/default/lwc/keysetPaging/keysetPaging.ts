import type { SortDirection } from 'lightning/datatable';

/** What rows are sorted by; the record id settles ties, so that no two rows are equal. */
export interface KeysetSort {
    /** API name of the field. */
    field: string;
    direction: SortDirection;
    /** UI API wraps dates and times in filters: `{ lt: { value: "…" } }`. */
    isDateTime: boolean;
    /** Whether rows without a value exist; they come last either way. */
    isNullable: boolean;
}

/** Where a page ended: what the next one goes on from. */
export interface RowPosition {
    id: string;
    /** The sort field's value. */
    value: string | null;
}

type Clause = Record<string, unknown>;

/** The UI API's `orderBy` for a sort. */
export function keysetOrder({ field, direction }: KeysetSort): Clause {
    const order = direction === 'asc' ? 'ASC' : 'DESC';
    return { [field]: { order, nulls: 'LAST' }, Id: { order } };
}

/**
 * The UI API's filter for the rows that follow `last` in {@link keysetOrder}. Unlike an offset it neither skips
 * nor repeats rows when others come or go between two pages.
 */
export function keysetFilter({ field, direction, isDateTime, isNullable }: KeysetSort, last: RowPosition): Clause {
    const beyond = direction === 'asc' ? 'gt' : 'lt';
    const isTieBeyond = { Id: { [beyond]: last.id } };
    if (last.value === null) return { and: [{ [field]: { eq: null } }, isTieBeyond] };
    const value = isDateTime ? { value: last.value } : last.value;
    return {
        or: [
            { [field]: { [beyond]: value } },
            { and: [{ [field]: { eq: value } }, isTieBeyond] },
            ...(isNullable ? [{ [field]: { eq: null } }] : [])
        ]
    };
}
