import type { Row } from '../store/recordStore.ts';
import type { Column } from './column.ts';
import { compareKeys } from './comparison.ts';
import type { Key } from './comparison.ts';

/** One column of an ORDER BY. */
export interface Ordering {
    column: Column;
    isDescending: boolean;
    nullsFirst: boolean;
}

/** Sorts by the orderings in turn; equal rows keep their place. Every key is read once. */
export function sortRows(rows: Row[], orderings: Ordering[]): Row[] {
    if (orderings.length === 0) return rows;
    const keyed = rows.map((row) => ({ row, keys: orderings.map(({ column }) => column.key(row)) }));
    keyed.sort((a, b) => compareByOrderings(a.keys, b.keys, orderings));
    return keyed.map(({ row }) => row);
}

/** Compares two lists of keys, one for each ordering. */
export function compareByOrderings(
    a: Key[],
    b: Key[],
    orderings: Pick<Ordering, 'isDescending' | 'nullsFirst'>[]
): number {
    for (const [index, { isDescending, nullsFirst }] of orderings.entries()) {
        const left = a[index] ?? null;
        const right = b[index] ?? null;
        if (left === right) continue;
        if (left === null) return nullsFirst ? -1 : 1;
        if (right === null) return nullsFirst ? 1 : -1;
        const order = compareKeys(left, right);
        if (order !== 0) return isDescending ? -order : order;
    }
    return 0;
}
