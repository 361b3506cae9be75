/** A date on somebody's calendar, whatever the zone: whole days since 1970-01-01. */
export type LocalDay = number;

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const MINUTES_PER_DAY = 1440;

const MS_PER_DAY = 86_400_000;
const DAYS_PER_WEEK = 7;

/**
 * Reads `YYYY-MM-DD`.
 *
 * @throws RangeError when the text is not an existing date in that form
 */
export function parseLocalDay(isoDate: string): LocalDay {
    const epochMs = /^\d{4}-\d{2}-\d{2}$/.test(isoDate) ? Date.parse(isoDate) : NaN;
    // Some engines read 2026-02-30 as 2 March.
    if (Number.isNaN(epochMs) || formatLocalDay(epochMs / MS_PER_DAY) !== isoDate) {
        throw new RangeError(`"${isoDate}" is not a date of the form YYYY-MM-DD.`);
    }
    return epochMs / MS_PER_DAY;
}

/** Writes `YYYY-MM-DD`. */
export function formatLocalDay(day: LocalDay): string {
    return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

export function weekdayOf(day: LocalDay): Weekday {
    // 1970-01-01 was a Thursday.
    return (modulo(day + 3, DAYS_PER_WEEK) + 1) as Weekday;
}

/** The Monday of the week that holds `day`. */
export function weekStartOf(day: LocalDay): LocalDay {
    return day - weekdayOf(day) + 1;
}

/** The days of the week that holds `day`, Monday first. */
export function daysOfWeek(day: LocalDay): LocalDay[] {
    const monday = weekStartOf(day);
    return Array.from({ length: DAYS_PER_WEEK }, (_, index) => monday + index);
}

const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;
