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

interface KeyedRow {
    row: Row;
    keys: Key[];
}

/**
 * Sorts by the orderings in turn; equal rows keep their place. Every key is read once.
 * @param wanted only the first so many are of interest, which is far cheaper among many rows
 */
export function sortRows(rows: Row[], orderings: Ordering[], wanted = Infinity): Row[] {
    if (orderings.length === 0) return rows.length > wanted ? rows.slice(0, wanted) : rows;
    const compare = (a: KeyedRow, b: KeyedRow): number => compareByOrderings(a.keys, b.keys, orderings);
    const keyed = (row: Row): KeyedRow => ({ row, keys: orderings.map(({ column }) => column.key(row)) });
    const first = wanted < rows.length ? firstOf(rows, wanted, keyed, compare) : rows.map(keyed).sort(compare);
    return first.map(({ row }) => row);
}

/** Keeps up to twice as many as wanted, so that most rows cost one comparison with the last of the best so far. */
function firstOf(
    rows: Row[],
    wanted: number,
    keyed: (row: Row) => KeyedRow,
    compare: (a: KeyedRow, b: KeyedRow) => number
): KeyedRow[] {
    const most = Math.max(2 * wanted, 64);
    const best: KeyedRow[] = [];
    let last: KeyedRow | undefined;
    const cut = (): void => {
        best.sort(compare).splice(wanted);
        last = best.at(-1);
    };
    for (const row of rows) {
        const candidate = keyed(row);
        // What equals the last one comes after it.
        if (last && compare(candidate, last) >= 0) continue;
        best.push(candidate);
        if (best.length >= most) cut();
    }
    cut();
    return best;
}

/** Compares two lists of keys, one for each ordering. */
export function compareByOrderings(
    a: Key[],
    b: Key[],
    orderings: Pick<Ordering, 'isDescending' | 'nullsFirst'>[]
): number {
    for (let index = 0; index < orderings.length; index += 1) {
        const { isDescending = false, nullsFirst = true } = orderings[index] ?? {};
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
