/** A moment: whole minutes since 1970-01-01T00:00Z. */
export type UtcMinute = number;

/** The minutes from `start` up to, not including, `end`. */
export interface Interval {
    readonly start: UtcMinute;
    readonly end: UtcMinute;
}

const MS_PER_MINUTE = 60_000;

/** The minute that `epochMs` lies in: right for the start of something busy. */
export const floorToMinute = (epochMs: number): UtcMinute => Math.floor(epochMs / MS_PER_MINUTE);

/** The first whole minute at or after `epochMs`: right for the end of something busy, and for now. */
export const ceilToMinute = (epochMs: number): UtcMinute => Math.ceil(epochMs / MS_PER_MINUTE);

/**
 * Sorts intervals and joins those that overlap or touch; empty ones vanish.
 * A list that is in that form already is returned as it is.
 */
export function mergeIntervals(intervals: readonly Interval[]): readonly Interval[] {
    if (isMerged(intervals)) return intervals;
    const merged: { start: UtcMinute; end: UtcMinute }[] = [];
    for (const { start, end } of intervals.filter(isNotEmpty).sort(byStart)) {
        const last = merged.at(-1);
        if (last && start <= last.end) last.end = Math.max(last.end, end);
        else merged.push({ start, end });
    }
    return merged;
}

/** What lies in both lists. Both must be merged; so is the result. */
export function intersectIntervals(left: readonly Interval[], right: readonly Interval[]): Interval[] {
    const common: Interval[] = [];
    let next = 0;
    for (const piece of left) {
        for (let index = next; ; index++) {
            const other = right[index];
            if (!other || other.start >= piece.end) break;
            if (other.end <= piece.start) {
                next = index + 1;
                continue;
            }
            common.push({ start: Math.max(piece.start, other.start), end: Math.min(piece.end, other.end) });
        }
    }
    return common;
}

/** What is left of `pieces` outside the `holes`. Both lists must be merged; so is the result. */
export function subtractIntervals(pieces: readonly Interval[], holes: readonly Interval[]): Interval[] {
    const left: Interval[] = [];
    let next = 0;
    for (const piece of pieces) {
        let start = piece.start;
        for (let index = next; ; index++) {
            const hole = holes[index];
            if (!hole || hole.start >= piece.end) break;
            if (hole.end <= piece.start) {
                next = index + 1;
                continue;
            }
            if (hole.start > start) left.push({ start, end: hole.start });
            start = Math.max(start, hole.end);
        }
        if (start < piece.end) left.push({ start, end: piece.end });
    }
    return left;
}

const isNotEmpty = ({ start, end }: Interval): boolean => start < end;
const byStart = (left: Interval, right: Interval): number => left.start - right.start;

function isMerged(intervals: readonly Interval[]): boolean {
    let previousEnd = -Infinity;
    for (const { start, end } of intervals) {
        if (start <= previousEnd || start >= end) return false;
        previousEnd = end;
    }
    return true;
}
