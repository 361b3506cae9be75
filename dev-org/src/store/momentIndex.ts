import type { Row } from './recordStore.ts';

interface Entry {
    at: number;
    row: Row;
}

/** Rows in the order of one of their moments. */
export class MomentIndex {
    readonly #entries: Entry[] = [];
    readonly #momentOf: (row: Row) => number | undefined;

    /** @param momentOf milliseconds since the epoch; undefined: the row is left out */
    constructor(rows: Iterable<Row>, momentOf: (row: Row) => number | undefined) {
        this.#momentOf = momentOf;
        for (const row of rows) {
            const at = momentOf(row);
            if (at !== undefined) this.#entries.push({ at, row });
        }
        this.#entries.sort(compare);
    }

    /** Puts `after` in the place of `before`; either may be missing. */
    replace(before: Row | undefined, after: Row | undefined): void {
        const old = before && this.#entryOf(before);
        if (old) this.#entries.splice(this.#placeOf(old), 1);
        const entry = after && this.#entryOf(after);
        if (entry) this.#entries.splice(this.#placeOf(entry), 0, entry);
    }

    /** Rows from the moment `from` to before `to`, the earliest first. */
    between(from: number, to: number): Row[] {
        const [first, last] = [this.#firstAt(from), this.#firstAt(to)];
        return this.#entries.slice(first, Math.max(first, last)).map(({ row }) => row);
    }

    #entryOf(row: Row): Entry | undefined {
        const at = this.#momentOf(row);
        return at === undefined ? undefined : { at, row };
    }

    #placeOf(entry: Entry): number {
        return this.#first((other) => compare(other, entry) >= 0);
    }

    #firstAt(moment: number): number {
        return this.#first(({ at }) => at >= moment);
    }

    /** The first place of which `isReached` holds, as it does of all places behind it. */
    #first(isReached: (entry: Entry) => boolean): number {
        let low = 0;
        let high = this.#entries.length;
        while (low < high) {
            const middle = (low + high) >>> 1;
            const entry = this.#entries[middle];
            if (entry && !isReached(entry)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}

/** Ids settle ties, so that each row has its one place. */
function compare(a: Entry, b: Entry): number {
    if (a.at !== b.at) return a.at - b.at;
    if (a.row.Id === b.row.Id) return 0;
    return a.row.Id < b.row.Id ? -1 : 1;
}
