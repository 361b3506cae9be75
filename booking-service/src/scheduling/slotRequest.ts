import type { Interval, UtcMinute } from './intervals.ts';
import type { LocalDay } from './localDay.ts';
import { MINUTES_PER_DAY } from './localDay.ts';
import type { Schedule } from './schedule.ts';

/** What a meeting type asks of a slot. All numbers are whole. */
export interface SlotRules {
    readonly durationMinutes: number;
    /** Starts are multiples of this, counted from midnight on the booker's clock; 1–1440. */
    readonly startIncrementMinutes: number;
    /** Minutes before and after the meeting in which a host may not be busy. They may lie outside the schedule. */
    readonly bufferBeforeMinutes: number;
    readonly bufferAfterMinutes: number;
    /** A start lies at least this long after now. */
    readonly minimumNoticeMinutes: number;
    /** The last day that can be booked is this many days after today, in the booker's zone; 1–730. */
    readonly bookingWindowDays: number;
    /** `working_days` counts Monday to Friday only; the weekends between can still be booked. */
    readonly bookingWindowKind: 'calendar_days' | 'working_days';
    /** Meetings of this type a day and an ISO week, whoever hosts them; see `limitTimeZone`. */
    readonly dailyLimit?: number | undefined;
    readonly weeklyLimit?: number | undefined;
    /** Meetings of this type a day and an ISO week for one host, in the host's own zone. */
    readonly hostDailyLimit?: number | undefined;
    readonly hostWeeklyLimit?: number | undefined;
}

/** Somebody who can be met. */
export interface Host {
    readonly id: string;
    readonly isActive: boolean;
    /** IANA; the zone of the host's own days, for limits. The schedule has a zone of its own. */
    readonly timeZone: string;
    readonly schedule: Schedule | undefined;
    /** Cheapest when merged. Our own meetings come with their own buffers, and without the one being rescheduled. */
    readonly busy: readonly Interval[];
    /** False: what the calendar holds is not known, so the host is never free. */
    readonly isCalendarReadable: boolean;
    /** Meetings of this type the host already has, by the host's local day. Whole weeks when a week limit is set. */
    readonly bookedByDay?: ReadonlyMap<LocalDay, number> | undefined;
}

/** A host as one of a pool. */
export interface PoolMember {
    readonly host: Host;
    /** Share of the meetings, 1 or more. */
    readonly weight: number;
    /** Meetings that count against the member's turn. */
    readonly recentBookings: number;
}

/** People of whom one, anyone, has to be free. Members switched off in the pool are left out by the caller. */
export interface Pool {
    readonly id: string;
    readonly members: readonly PoolMember[];
}

/** Everything that decides which slots are open. */
export interface SlotRequest {
    /** Slots start at or after `from` and before `to`. */
    readonly from: UtcMinute;
    readonly to: UtcMinute;
    /** Rounded up to the minute. */
    readonly now: UtcMinute;
    readonly rules: SlotRules;
    /** The booker's, IANA: slots lie on the booker's clock, the booking window on the booker's calendar. */
    readonly timeZone: string;
    /** All of them have to be free. */
    readonly requiredHosts: readonly Host[];
    /** One of each has to be free; nobody fills two places. */
    readonly pools: readonly Pool[];
    /** Meetings of this type already booked, by local day in `limitTimeZone`. Whole weeks when a week limit is set. */
    readonly bookedByDay?: ReadonlyMap<LocalDay, number> | undefined;
}

/** A time at which the meeting can be booked. */
export interface Slot extends Interval {
    /**
     * For each pool of the request, in its order, the ids of the free members whose turn comes first, first.
     * Somebody free in two pools stands in both: let `assignPools` choose. Neighbouring slots share these lists.
     */
    readonly poolCandidates: readonly (readonly string[])[];
}

/**
 * The zone in which the limits of a meeting type count days and weeks: that of the first required host, so that
 * a prospect elsewhere gets no extra day; the booker's when there are only pools.
 */
export function limitTimeZone(request: { requiredHosts: readonly Pick<Host, 'timeZone'>[]; timeZone: string }): string {
    return request.requiredHosts[0]?.timeZone ?? request.timeZone;
}

/** Everybody who may be met, each once, required hosts first. */
export function everyHost({ requiredHosts, pools }: SlotRequest): Host[] {
    const hosts = [...requiredHosts, ...pools.flatMap((pool) => pool.members.map((member) => member.host))];
    return [...new Map(hosts.map((host) => [host.id, host])).values()];
}

/**
 * Refuses numbers with which a search would be endless or meaningless.
 *
 * @throws RangeError naming the field
 */
export function checkSlotRequest({ from, to, now, rules, pools }: SlotRequest): void {
    mustBe('from', from, -Infinity);
    mustBe('to', to, from + 1);
    mustBe('now', now, -Infinity);
    mustBe('durationMinutes', rules.durationMinutes, 1);
    mustBe('startIncrementMinutes', rules.startIncrementMinutes, 1, MINUTES_PER_DAY);
    mustBe('bufferBeforeMinutes', rules.bufferBeforeMinutes, 0);
    mustBe('bufferAfterMinutes', rules.bufferAfterMinutes, 0);
    mustBe('minimumNoticeMinutes', rules.minimumNoticeMinutes, 0);
    mustBe('bookingWindowDays', rules.bookingWindowDays, 1, 730);
    for (const { weight, recentBookings } of pools.flatMap((pool) => pool.members)) {
        mustBe('weight', weight, 1);
        mustBe('recentBookings', recentBookings, 0);
    }
}

function mustBe(field: string, value: number, least: number, most = Infinity): void {
    if (Number.isInteger(value) && value >= least && value <= most) return;
    throw new RangeError(`${field} must be a whole number from ${least} to ${most}, not ${value}.`);
}
