import type { HolidayDefinition, HolidayRecurrence } from '../mirror/holidayRecord.ts';
import type { LocalDay } from '../scheduling/localDay.ts';
import { weekdayOf, weekStartOf } from '../scheduling/localDay.ts';
import type { ClosedHours } from '../scheduling/schedule.ts';

const MS_PER_DAY = 86_400_000;
const DAYS_PER_WEEK = 7;
const LAST = 5;

/** The hours that these holidays close on the days from `firstDay` to `lastDay`, both included. */
export function expandHolidays(
    holidays: readonly HolidayDefinition[],
    firstDay: LocalDay,
    lastDay: LocalDay
): ClosedHours[] {
    const closed: ClosedHours[] = [];
    for (const { day: onlyDay, recurrence, startMinute, endMinute } of holidays) {
        for (let day = firstDay; day <= lastDay; day++) {
            const isHoliday = recurrence ? recursOn(recurrence, day) : day === onlyDay;
            if (isHoliday) closed.push({ day, startMinute, endMinute });
        }
    }
    return closed;
}

function recursOn(recurrence: HolidayRecurrence, day: LocalDay): boolean {
    const { from, until = Infinity } = recurrence;
    if (from === undefined || day < from || day > until) return false;
    const date = new Date(day * MS_PER_DAY);
    const isInMonth = recurrence.month === undefined || date.getUTCMonth() === recurrence.month;
    switch (recurrence.type) {
        case 'RecursDaily':
            return (day - from) % recurrence.interval === 0;
        case 'RecursEveryWeekday':
            return weekdayOf(day) <= 5;
        case 'RecursWeekly':
            return isInMask(recurrence, day) && weeksBetween(from, day) % recurrence.interval === 0;
        case 'RecursMonthly':
            return isDayOfMonth(recurrence, date) && monthsBetween(from, date) % recurrence.interval === 0;
        case 'RecursMonthlyNth':
            return isNthInMonth(recurrence, day) && monthsBetween(from, date) % recurrence.interval === 0;
        case 'RecursYearly':
            return isInMonth && isDayOfMonth(recurrence, date);
        case 'RecursYearlyNth':
            return isInMonth && isNthInMonth(recurrence, day);
        default:
            return false;
    }
}

function isInMask({ weekdayMask }: HolidayRecurrence, day: LocalDay): boolean {
    // Sunday is 7 to ISO and the first bit to Salesforce.
    return (weekdayMask & (1 << (weekdayOf(day) % DAYS_PER_WEEK))) !== 0;
}

function isDayOfMonth({ dayOfMonth }: HolidayRecurrence, date: Date): boolean {
    return date.getUTCDate() === dayOfMonth;
}

/** Counts only the days that the mask names: "the last weekday of the month". */
function isNthInMonth(recurrence: HolidayRecurrence, day: LocalDay): boolean {
    if (!isInMask(recurrence, day)) return false;
    const date = new Date(day * MS_PER_DAY);
    const firstOfMonth = day - date.getUTCDate() + 1;
    const firstOfNext = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / MS_PER_DAY;
    const countFrom = (from: LocalDay, to: LocalDay): number => {
        let count = 0;
        for (let other = from; other < to; other++) if (isInMask(recurrence, other)) count++;
        return count;
    };
    if (recurrence.instance === LAST) return countFrom(day + 1, firstOfNext) === 0;
    return countFrom(firstOfMonth, day + 1) === recurrence.instance;
}

const weeksBetween = (from: LocalDay, day: LocalDay): number => (weekStartOf(day) - weekStartOf(from)) / DAYS_PER_WEEK;

function monthsBetween(from: LocalDay, date: Date): number {
    const start = new Date(from * MS_PER_DAY);
    return (date.getUTCFullYear() - start.getUTCFullYear()) * 12 + date.getUTCMonth() - start.getUTCMonth();
}
