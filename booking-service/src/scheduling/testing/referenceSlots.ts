import type { Interval, UtcMinute } from '../intervals.ts';
import type { LocalDay } from '../localDay.ts';
import type { DayWindow, Schedule } from '../schedule.ts';
import type { Host, Pool, Slot, SlotRequest } from '../slotRequest.ts';
import { temporalClock, temporalToUtc, toPlainDate } from './temporal.ts';

/** Says of each minute of a range whether something is true. */
type Minutes = (minute: UtcMinute) => boolean;

/**
 * The open slots, found the slow and obvious way: every minute of the range is tried, every minute of a slot is
 * looked up in the list of minutes that a host works, and Temporal answers all questions of time.
 */
export function referenceSlots(request: SlotRequest): Slot[] {
    const { requiredHosts, pools, rules } = request;
    if (requiredHosts.length + pools.length === 0) return [];
    const hosts = [...requiredHosts, ...pools.flatMap(({ members }) => members.map(({ host }) => host))];
    const free = new Map(hosts.map((host) => [host.id, freeTest(host, request)]));
    const isFree = (host: Host, start: UtcMinute): boolean => free.get(host.id)?.(start) ?? false;
    const lastDay = lastBookableDay(request);
    const slots: Slot[] = [];
    for (let start = Math.max(request.from, request.now + rules.minimumNoticeMinutes); start < request.to; start++) {
        if (!isOnGrid(request, start) || localDay(request.timeZone, start) > lastDay) continue;
        if (!isBelowLimits(request, start)) continue;
        if (!requiredHosts.every((host) => isFree(host, start))) continue;
        const poolCandidates = pools.map((pool) => candidates(pool, requiredHosts, (host) => isFree(host, start)));
        if (!canPickDistinct(poolCandidates, [])) continue;
        slots.push({ start, end: start + rules.durationMinutes, poolCandidates });
    }
    return slots;
}

function isOnGrid({ timeZone, rules }: SlotRequest, start: UtcMinute): boolean {
    // All offsets since 1972 are multiples of five minutes.
    if (rules.startIncrementMinutes % 5 === 0 && start % 5 !== 0) return false;
    return temporalClock(timeZone, start).minuteOfDay % rules.startIncrementMinutes === 0;
}

function isBelowLimits({ requiredHosts, rules, timeZone, bookedByDay }: SlotRequest, start: UtcMinute): boolean {
    const day = localDay(requiredHosts[0]?.timeZone ?? timeZone, start);
    return isBelow(rules.dailyLimit, rules.weeklyLimit, bookedByDay, day);
}

function lastBookableDay({ now, rules, timeZone }: SlotRequest): LocalDay {
    let day = localDay(timeZone, now);
    for (let left = rules.bookingWindowDays; left > 0;) {
        day++;
        const isWeekend = weekdayOf(day) >= 6;
        if (rules.bookingWindowKind === 'calendar_days' || !isWeekend) left--;
    }
    return day;
}

function isBelow(
    daily: number | undefined,
    weekly: number | undefined,
    booked: ReadonlyMap<LocalDay, number> = new Map(),
    day: LocalDay
): boolean {
    if (daily === undefined && weekly === undefined) return true;
    const monday = day - weekdayOf(day) + 1;
    const inWeek = [0, 1, 2, 3, 4, 5, 6].map((index) => booked.get(monday + index) ?? 0);
    const sum = inWeek.reduce((left, right) => left + right, 0);
    return (booked.get(day) ?? 0) < (daily ?? Infinity) && sum < (weekly ?? Infinity);
}

function freeTest(host: Host, { from, to, rules }: SlotRequest): (start: UtcMinute) => boolean {
    if (!host.isActive || !host.isCalendarReadable || !host.schedule) return () => false;
    const reach = 2 * rules.durationMinutes + rules.bufferBeforeMinutes + rules.bufferAfterMinutes;
    const range = { start: from - reach, end: to + reach };
    const open = openMinutes(host.schedule, range);
    const busy = minutesOf(host.busy, range);
    return (start) => {
        const end = start + rules.durationMinutes;
        for (let minute = start; minute < end; minute++) if (!open(minute)) return false;
        for (let minute = start - rules.bufferBeforeMinutes; minute < end + rules.bufferAfterMinutes; minute++) {
            if (busy(minute)) return false;
        }
        return isBelow(rules.hostDailyLimit, rules.hostWeeklyLimit, host.bookedByDay, localDay(host.timeZone, start));
    };
}

function openMinutes(schedule: Schedule, range: Interval): Minutes {
    const zone = schedule.timeZone;
    const firstDay = localDay(zone, range.start) - 3;
    const lastDay = localDay(zone, range.end) + 3;
    const windows: Interval[] = [];
    for (let day = firstDay; day <= lastDay; day++) {
        const overrides = schedule.overrides.filter((override) => override.day === day);
        const weekly = schedule.weekly.filter(({ weekday }) => weekday === weekdayOf(day));
        for (const window of overrides.length > 0 ? overrides : weekly) windows.push(windowOn(zone, day, window));
    }
    const open = minutesOf(windows, range);
    const away = schedule.unavailableDays
        .filter((day) => day >= firstDay && day <= lastDay)
        .map((day) => ({
            start: temporalToUtc(zone, day, 0, 'earlier'),
            end: temporalToUtc(zone, day + 1, 0, 'earlier')
        }));
    const closed = (schedule.closedHours ?? [])
        .filter(({ day }) => !schedule.overrides.some((override) => override.day === day))
        .map(({ day, startMinute, endMinute }) => ({
            start: temporalToUtc(zone, day, startMinute, 'earlier'),
            end: temporalToUtc(zone, day, endMinute, endMinute === 1440 ? 'earlier' : 'later')
        }));
    const shut = minutesOf([...away, ...closed], range);
    return (minute) => open(minute) && !shut(minute);
}

function windowOn(zone: string, day: LocalDay, { startMinute, endMinute }: DayWindow): Interval {
    return {
        start: temporalToUtc(zone, day, startMinute, 'earlier'),
        end: temporalToUtc(zone, endMinute <= startMinute ? day + 1 : day, endMinute, 'later')
    };
}

function minutesOf(intervals: readonly Interval[], range: Interval): Minutes {
    const minutes = new Uint8Array(range.end - range.start);
    for (const { start, end } of intervals) {
        for (let minute = Math.max(start, range.start); minute < Math.min(end, range.end); minute++)
            minutes[minute - range.start] = 1;
    }
    return (minute) => minutes[minute - range.start] === 1;
}

function candidates({ members }: Pool, required: readonly Host[], isFree: (host: Host) => boolean): string[] {
    return members
        .filter(({ host }) => !required.some(({ id }) => id === host.id) && isFree(host))
        .sort((a, b) => a.recentBookings / a.weight - b.recentBookings / b.weight || (a.host.id < b.host.id ? -1 : 1))
        .map(({ host }) => host.id);
}

function canPickDistinct([first, ...others]: readonly (readonly string[])[], picked: readonly string[]): boolean {
    if (!first) return true;
    return first.some((id) => !picked.includes(id) && canPickDistinct(others, [...picked, id]));
}

const localDay = (zone: string, minute: UtcMinute): LocalDay => temporalClock(zone, minute).day;

const weekdays = new Map<LocalDay, number>();

/** 1 is Monday; Temporal is asked once for each day. */
function weekdayOf(day: LocalDay): number {
    const weekday = weekdays.get(day) ?? toPlainDate(day).dayOfWeek;
    weekdays.set(day, weekday);
    return weekday;
}
