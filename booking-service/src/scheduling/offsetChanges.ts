import type { UtcMinute } from './intervals.ts';
import { MINUTES_PER_DAY } from './localDay.ts';

/** A zone's offset from UTC through a block of time: what it is at the start, and each change. */
export interface BlockOffsets {
    readonly firstOffset: number;
    readonly changes: readonly { readonly at: UtcMinute; readonly offset: number }[];
}

/** Minutes to add to UTC to get the local clock, at one moment. */
type OffsetAt = (minute: UtcMinute) => number;

/** The shortest change that a zone has taken back lasted a week (northern Brazil, 2000): it cannot hide between samples. */
const SAMPLE_MINUTES = 5 * MINUTES_PER_DAY;

/** Short enough that a search over a month does not ask for half a year. */
const BLOCK_MINUTES = 100 * MINUTES_PER_DAY;

/** The block that holds a minute, counted from 1970. */
export const blockOf = (minute: UtcMinute): number => Math.floor(minute / BLOCK_MINUTES);

/** The first minute of a block. */
export const startOfBlock = (block: number): UtcMinute => block * BLOCK_MINUTES;

/**
 * Asks Intl for a zone's offsets, a block at a time.
 *
 * @throws RangeError when Intl does not know the zone
 */
export function offsetReader(zone: string): (block: number) => BlockOffsets {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const offsetAt: OffsetAt = (minute) => readOffset(format.format(minute * 60_000));
    return (block) => readBlock(offsetAt, startOfBlock(block), startOfBlock(block + 1));
}

function readBlock(offsetAt: OffsetAt, start: UtcMinute, end: UtcMinute): BlockOffsets {
    const firstOffset = offsetAt(start);
    const changes: { at: UtcMinute; offset: number }[] = [];
    let known = start;
    let offset = firstOffset;
    while (known < end) {
        const sample = Math.min(known + SAMPLE_MINUTES, end);
        if (offsetAt(sample) === offset) {
            known = sample;
            continue;
        }
        known = firstChange(offsetAt, known, sample, offset);
        offset = offsetAt(known);
        if (known < end) changes.push({ at: known, offset });
    }
    return { firstOffset, changes };
}

/** The first minute after `before` at which the offset is no longer `offset`; it has changed by `after`. */
function firstChange(offsetAt: OffsetAt, before: UtcMinute, after: UtcMinute, offset: number): UtcMinute {
    let same = before;
    let changed = after;
    while (changed - same > 1) {
        const middle = same + Math.floor((changed - same) / 2);
        if (offsetAt(middle) === offset) same = middle;
        else changed = middle;
    }
    return changed;
}

/** Reads the end of `6/30/2026, GMT+05:30`. Offsets with seconds ended in 1972; they are rounded to the minute. */
function readOffset(text: string): number {
    const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
    if (!match) {
        if (text.endsWith('GMT')) return 0;
        throw new Error(`Intl wrote an offset that cannot be read: "${text}".`);
    }
    const [, sign, hours, minutes, seconds = '0'] = match;
    const size = Number(hours) * 60 + Number(minutes) + Math.round(Number(seconds) / 60);
    return sign === '-' ? -size : size;
}
