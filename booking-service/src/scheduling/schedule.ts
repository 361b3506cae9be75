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

/** Hours of one date at which nobody is met. */
export interface ClosedHours {
    readonly day: LocalDay;
    /** Minutes after local midnight, 0–1440; an end at or before the start closes nothing. */
    readonly startMinute: number;
    readonly endMinute: number;
}

/** When somebody can be met, as written on that person's own clock and calendar. */
export interface Schedule {
    /** IANA. */
    readonly timeZone: string;
    /** May hold several windows a weekday. */
    readonly weekly: readonly WeeklyWindow[];
    /** All overrides of a date together replace the weekly windows that start on it. */
    readonly overrides: readonly DateOverride[];
    /** Holidays: closed hours of dates that have no override of their own. */
    readonly closedHours?: readonly ClosedHours[] | undefined;
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
    const windowsOf = windowsByDay(schedule);
    const windows: Interval[] = [];
    // A window may last until the end of the day after its own, and a zone may skip a whole day.
    const firstDay = table.dayOf(range.start) - 2;
    const lastDay = table.dayOf(range.end);
    for (let day = firstDay; day <= lastDay; day++) {
        for (const window of windowsOf(day)) windows.push(toInterval(table, day, window));
    }
    const unavailable = closedHours(schedule)
        .filter(({ day }) => day >= firstDay && day <= lastDay)
        .map((closed) => toClosedInterval(table, closed));
    const open = mergeIntervals(windows);
    const left = unavailable.length === 0 ? open : subtractIntervals(open, mergeIntervals(unavailable));
    return intersectIntervals(left, [range]);
}

/** Sorts the windows by day once, instead of looking through all of them for each day. */
function windowsByDay({ weekly, overrides }: Schedule): (day: LocalDay) => readonly DayWindow[] {
    const byWeekday: DayWindow[][] = Array.from({ length: 8 }, () => []);
    for (const window of weekly) byWeekday[window.weekday]?.push(window);
    const byDate = overrides.length > 0 ? Map.groupBy(overrides, ({ day }) => day) : undefined;
    return (day) => byDate?.get(day) ?? byWeekday[weekdayOf(day)] ?? [];
}

/** A date that has hours of its own is worked on purpose: a holiday does not close it. */
function closedHours({ unavailableDays, overrides, closedHours: holidays = [] }: Schedule): ClosedHours[] {
    const worked = new Set(overrides.map(({ day }) => day));
    return [
        ...unavailableDays.map((day) => ({ day, startMinute: 0, endMinute: MINUTES_PER_DAY })),
        ...holidays.filter(({ day }) => !worked.has(day))
    ];
}

function toClosedInterval(table: ZoneTable, { day, startMinute, endMinute }: ClosedHours): Interval {
    const midnight = day * MINUTES_PER_DAY;
    const start = table.toUtc(midnight + startMinute, 'earlier');
    if (endMinute >= MINUTES_PER_DAY) return { start, end: table.dayStart(day + 1) };
    return { start, end: endMinute > startMinute ? table.toUtc(midnight + endMinute, 'later') : start };
}

function toInterval(table: ZoneTable, day: LocalDay, { startMinute, endMinute }: DayWindow): Interval {
    const midnight = day * MINUTES_PER_DAY;
    const runsPastMidnight = endMinute <= startMinute;
    return {
        start: table.toUtc(midnight + startMinute, 'earlier'),
        end: table.toUtc(midnight + endMinute + (runsPastMidnight ? MINUTES_PER_DAY : 0), 'later')
    };
}
