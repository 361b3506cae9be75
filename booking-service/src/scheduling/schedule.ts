import type { Interval } from './intervals.ts';
import { intersectIntervals, mergeIntervals, subtractIntervals } from './intervals.ts';
import type { LocalDay, Weekday } from './localDay.ts';
import { MINUTES_PER_DAY, weekdayOf } from './localDay.ts';
import { zoneTable } from './timeZone.ts';
import type { ZoneTable } from './zoneTable.ts';

/** Hours of one local day. */
export interface DayWindow {
    /** Minutes after local midnight, 0–1439. */
    readonly startMinute: number;
    /** Minutes after local midnight, 0–1440. At or before the start: that time on the next day. */
    readonly endMinute: number;
}

/** Hours that come back every week. */
export interface WeeklyWindow extends DayWindow {
    readonly weekday: Weekday;
}

/** Hours of one date. */
export interface DateOverride extends DayWindow {
    readonly day: LocalDay;
}

/** When somebody can be met, as written on that person's own clock and calendar. */
export interface Schedule {
    /** IANA. */
    readonly timeZone: string;
    /** May hold several windows a weekday. */
    readonly weekly: readonly WeeklyWindow[];
    /** All overrides of a date together replace the weekly windows that start on it. */
    readonly overrides: readonly DateOverride[];
    /** Dates without a minute, stronger than an override and than a window that runs in from the evening before. */
    readonly unavailableDays: readonly LocalDay[];
}

/**
 * The moments within `range` that a schedule is open, merged.
 * A window whose start or end the clock skips is cut at the skip; one whose start or end comes twice is the longer one.
 *
 * @throws RangeError as `zoneTable`
 */
export function scheduleIntervals(schedule: Schedule, range: Interval): Interval[] {
    const table = zoneTable(schedule.timeZone, range);
    const windows: Interval[] = [];
    // A window may last until the end of the day after its own, and a zone may skip a whole day.
    const firstDay = table.dayOf(range.start) - 2;
    const lastDay = table.dayOf(range.end);
    for (let day = firstDay; day <= lastDay; day++) {
        for (const window of windowsOf(schedule, day)) windows.push(toInterval(table, day, window));
    }
    const unavailable = schedule.unavailableDays
        .filter((day) => day >= firstDay && day <= lastDay)
        .map((day) => ({ start: table.dayStart(day), end: table.dayStart(day + 1) }));
    return intersectIntervals(subtractIntervals(mergeIntervals(windows), mergeIntervals(unavailable)), [range]);
}

function windowsOf(schedule: Schedule, day: LocalDay): readonly DayWindow[] {
    const overrides = schedule.overrides.filter((override) => override.day === day);
    if (overrides.length > 0) return overrides;
    const weekday = weekdayOf(day);
    return schedule.weekly.filter((window) => window.weekday === weekday);
}

function toInterval(table: ZoneTable, day: LocalDay, { startMinute, endMinute }: DayWindow): Interval {
    const midnight = day * MINUTES_PER_DAY;
    const runsPastMidnight = endMinute <= startMinute;
    return {
        start: table.toUtc(midnight + startMinute, 'earlier'),
        end: table.toUtc(midnight + endMinute + (runsPastMidnight ? MINUTES_PER_DAY : 0), 'later')
    };
}
