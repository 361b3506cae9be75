import type { Interval } from './intervals.ts';
import { mergeIntervals } from './intervals.ts';
import type { LocalDay } from './localDay.ts';
import { daysOfWeek } from './localDay.ts';
import type { Host, SlotRequest, SlotRules } from './slotRequest.ts';
import { limitTimeZone } from './slotRequest.ts';
import { zoneTable } from './timeZone.ts';

interface BookingLimits {
    readonly daily: number | undefined;
    readonly weekly: number | undefined;
    readonly bookedByDay: ReadonlyMap<LocalDay, number> | undefined;
    readonly timeZone: string;
}

/** The days within `range` on which the meeting type itself is booked up, merged. */
export function typeLimitIntervals(request: SlotRequest, range: Interval): readonly Interval[] {
    const { dailyLimit: daily, weeklyLimit: weekly } = request.rules;
    return limitIntervals({ daily, weekly, bookedByDay: request.bookedByDay, timeZone: limitTimeZone(request) }, range);
}

/** The days within `range` on which one host has had enough meetings of this type, merged. */
export function hostLimitIntervals(host: Host, rules: SlotRules, range: Interval): readonly Interval[] {
    const { hostDailyLimit: daily, hostWeeklyLimit: weekly } = rules;
    return limitIntervals({ daily, weekly, bookedByDay: host.bookedByDay, timeZone: host.timeZone }, range);
}

function limitIntervals(limits: BookingLimits, range: Interval): readonly Interval[] {
    if (limits.daily === undefined && limits.weekly === undefined) return [];
    const table = zoneTable(limits.timeZone, range);
    const full: Interval[] = [];
    const lastDay = table.dayOf(range.end);
    for (let day = table.dayOf(range.start); day <= lastDay; day++) {
        if (isFull(limits, day)) full.push({ start: table.dayStart(day), end: table.dayStart(day + 1) });
    }
    return mergeIntervals(full);
}

function isFull({ daily = Infinity, weekly = Infinity, bookedByDay }: BookingLimits, day: LocalDay): boolean {
    const bookedOn = (counted: LocalDay): number => bookedByDay?.get(counted) ?? 0;
    if (bookedOn(day) >= daily) return true;
    if (weekly === Infinity) return false;
    return daysOfWeek(day).reduce((sum, counted) => sum + bookedOn(counted), 0) >= weekly;
}
