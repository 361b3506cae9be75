import type { Interval, UtcMinute } from '../intervals.ts';
import type { Weekday } from '../localDay.ts';
import type { Schedule } from '../schedule.ts';
import type { Host, SlotRequest, SlotRules } from '../slotRequest.ts';

export const minuteOf = (iso: string): UtcMinute => Date.parse(iso) / 60_000;

export const isoOf = (minute: UtcMinute): string => `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`;

/** From two ISO 8601 times. */
export const between = (start: string, end: string): Interval => ({ start: minuteOf(start), end: minuteOf(end) });

/** Monday to Friday, 09:00–17:00 in Berlin. */
export function weekdaySchedule(changes: Partial<Schedule> = {}): Schedule {
    const weekly = ([1, 2, 3, 4, 5] as Weekday[]).map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
    return { timeZone: 'Europe/Berlin', weekly, overrides: [], unavailableDays: [], ...changes };
}

export function aHost(id: string, changes: Partial<Host> = {}): Host {
    return {
        id,
        isActive: true,
        timeZone: 'Europe/Berlin',
        schedule: weekdaySchedule(),
        busy: [],
        isCalendarReadable: true,
        ...changes
    };
}

type RequestChanges = Partial<Omit<SlotRequest, 'rules'>> & { readonly rules?: Partial<SlotRules> };

/** Monday 23 November 2026, booked from Berlin on the Friday before: one hour on the hour with Julio. */
export function aRequest({ rules, ...changes }: RequestChanges = {}): SlotRequest {
    return {
        from: minuteOf('2026-11-22T23:00Z'),
        to: minuteOf('2026-11-23T23:00Z'),
        now: minuteOf('2026-11-20T12:00Z'),
        rules: {
            durationMinutes: 60,
            startIncrementMinutes: 60,
            bufferBeforeMinutes: 0,
            bufferAfterMinutes: 0,
            minimumNoticeMinutes: 0,
            bookingWindowDays: 30,
            bookingWindowKind: 'calendar_days',
            ...rules
        },
        timeZone: 'Europe/Berlin',
        requiredHosts: [aHost('julio')],
        pools: [],
        ...changes
    };
}
