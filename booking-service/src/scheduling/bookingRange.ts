import type { Interval, UtcMinute } from './intervals.ts';
import type { LocalDay } from './localDay.ts';
import { MINUTES_PER_DAY, weekdayOf } from './localDay.ts';
import type { SlotRequest, SlotRules } from './slotRequest.ts';
import { zoneTable } from './timeZone.ts';

const FRIDAY = 5;

/** The starts that minimum notice and booking window leave of what was asked for; without any, why. */
export type BookingRange =
    | { readonly isOpen: true; readonly range: Interval }
    | { readonly isOpen: false; readonly reason: 'before_minimum_notice' | 'outside_booking_window' };

/**
 * Cuts the request's range down to what its rules allow.
 *
 * @throws RangeError as `zoneTable`
 */
export function bookingRange({ from, to, now, rules, timeZone }: SlotRequest): BookingRange {
    const earliest = now + rules.minimumNoticeMinutes;
    if (to <= earliest) return { isOpen: false, reason: 'before_minimum_notice' };
    const range = { start: Math.max(from, earliest), end: Math.min(to, windowEnd(now, rules, timeZone)) };
    return range.start < range.end ? { isOpen: true, range } : { isOpen: false, reason: 'outside_booking_window' };
}

/** The midnight that ends the last day of the booking window. */
function windowEnd(now: UtcMinute, rules: SlotRules, timeZone: string): UtcMinute {
    const today = zoneTable(timeZone, { start: now, end: now }).dayOf(now);
    const lastDay =
        rules.bookingWindowKind === 'working_days'
            ? addWorkingDays(today, rules.bookingWindowDays)
            : today + rules.bookingWindowDays;
    const table = zoneTable(timeZone, { start: now, end: now + (lastDay + 1 - today) * MINUTES_PER_DAY });
    return table.dayStart(lastDay + 1);
}

function addWorkingDays(today: LocalDay, count: number): LocalDay {
    let day = today;
    for (let left = count; left > 0;) {
        day++;
        if (weekdayOf(day) <= FRIDAY) left--;
    }
    return day;
}
