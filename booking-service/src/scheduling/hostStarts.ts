import { hostLimitIntervals } from './bookingLimits.ts';
import type { Interval } from './intervals.ts';
import { intersectIntervals, mergeIntervals, subtractIntervals } from './intervals.ts';
import { scheduleIntervals } from './schedule.ts';
import type { Host, SlotRules } from './slotRequest.ts';

/** Why a host cannot be met at any time, whatever the range. */
export type HostObstacle = 'host_inactive' | 'no_schedule' | 'host_calendar_unreadable';

/** Says what keeps a host from being met at all; nothing does when `undefined`. */
export function findObstacle(host: Host): HostObstacle | undefined {
    if (!host.isActive) return 'host_inactive';
    if (!host.schedule) return 'no_schedule';
    return host.isCalendarReadable ? undefined : 'host_calendar_unreadable';
}

/**
 * The minutes within `range` at which a meeting with this host may start, merged.
 *
 * @throws RangeError as `zoneTable`
 */
export function hostStarts(host: Host, rules: SlotRules, range: Interval): Interval[] {
    if (findObstacle(host)) return [];
    const free = freeStarts(host, rules, scheduledStarts(host, rules, range));
    return subtractIntervals(free, hostLimitIntervals(host, rules, range));
}

/** The minutes within `range` at which a meeting would lie inside the host's schedule, merged. */
export function scheduledStarts({ schedule }: Host, { durationMinutes }: SlotRules, range: Interval): Interval[] {
    if (!schedule) return [];
    const open = scheduleIntervals(schedule, { start: range.start, end: range.end + durationMinutes });
    const fitting = open
        .map(({ start, end }) => ({ start, end: end - durationMinutes + 1 }))
        .filter(({ start, end }) => start < end);
    return intersectIntervals(fitting, [range]);
}

/** Those of `starts` at which meeting and buffers touch nothing that keeps the host busy. */
export function freeStarts({ busy }: Host, rules: SlotRules, starts: readonly Interval[]): Interval[] {
    // A start that is too early to end, buffer included, before something busy begins lies after `begin - reach`.
    const reach = rules.durationMinutes + rules.bufferAfterMinutes - 1;
    return subtractIntervals(starts, mergeIntervals(busy), reach, rules.bufferBeforeMinutes);
}
