import type { Interval, UtcMinute } from './intervals.ts';
import { MINUTES_PER_DAY } from './localDay.ts';
import type { ZoneTable } from './zoneTable.ts';

/**
 * The minutes within `starts` at which the zone's clock shows a multiple of the increment, counted from midnight.
 * An hour that the clock shows twice has its starts twice.
 */
export function alignedStarts(starts: readonly Interval[], clock: ZoneTable, incrementMinutes: number): UtcMinute[] {
    const grid: UtcMinute[] = [];
    for (const { start, end } of starts) {
        for (let from = start; from < end;) {
            const segment = clock.segmentAt(from);
            const to = Math.min(end, segment.end);
            pushAligned(grid, { start: from, end: to }, segment.offset, incrementMinutes);
            from = to;
        }
    }
    return grid;
}

function pushAligned(grid: UtcMinute[], { start, end }: Interval, offset: number, increment: number): void {
    let midnight = Math.floor((start + offset) / MINUTES_PER_DAY) * MINUTES_PER_DAY;
    let minuteOfDay = Math.ceil((start + offset - midnight) / increment) * increment;
    for (;;) {
        if (minuteOfDay >= MINUTES_PER_DAY) {
            midnight += MINUTES_PER_DAY;
            minuteOfDay = 0;
        }
        const minute = midnight + minuteOfDay - offset;
        if (minute >= end) return;
        grid.push(minute);
        minuteOfDay += increment;
    }
}
