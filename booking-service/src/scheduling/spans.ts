import type { Interval, UtcMinute } from './intervals.ts';
import { mergeIntervals } from './intervals.ts';

/**
 * Merged intervals packed flat, for the search: start, end, start, end …, as far as `size`.
 * A search goes through thousands of them and must not leave an object behind for each.
 */
export interface Spans {
    readonly items: Int32Array;
    /** Numbers in use, two for each stretch. */
    readonly size: number;
}

/** Spans under construction; grows as needed and can be used again. */
export class SpanList implements Spans {
    items = new Int32Array(64);
    size = 0;

    clear(): this {
        this.size = 0;
        return this;
    }

    /** Adds a stretch behind the last one. */
    push(start: UtcMinute, end: UtcMinute): void {
        if (this.size + 2 > this.items.length) this.grow();
        this.items[this.size++] = start;
        this.items[this.size++] = end;
    }

    private grow(): void {
        const larger = new Int32Array(this.items.length * 2);
        larger.set(this.items);
        this.items = larger;
    }
}

/** Reads a number that the caller knows to be there; costs nothing, unlike a check. */
export const numberAt = (numbers: ArrayLike<number>, index: number): number => numbers[index] as number;

/** No stretch at all. */
export const NO_SPANS: Spans = { items: new Int32Array(0), size: 0 };

const EARLIEST = -(2 ** 31);
const LATEST = 2 ** 31 - 1;
const packed = new WeakMap<readonly Interval[], Spans>();

/** Merges and packs a list; done once for a list, which must not change afterwards. */
export function packSpans(intervals: readonly Interval[]): Spans {
    const known = packed.get(intervals);
    if (known) return known;
    const merged = mergeIntervals(intervals);
    const items = new Int32Array(merged.length * 2);
    for (const [index, { start, end }] of merged.entries()) {
        items[2 * index] = Math.max(start, EARLIEST);
        items[2 * index + 1] = Math.min(end, LATEST);
    }
    const spans = { items, size: items.length };
    packed.set(intervals, spans);
    return spans;
}

/** Index of the first stretch, by its start's place in `items`, that ends after `minute`. */
export function firstEndingAfter({ items, size }: Spans, minute: UtcMinute): number {
    let low = 0;
    let high = size >> 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (numberAt(items, 2 * middle + 1) > minute) high = middle;
        else low = middle + 1;
    }
    return 2 * low;
}
