import { parseLocalDay } from './localDay.ts';
import type { Weekday } from './localDay.ts';
import { openSlots } from './openSlots.ts';
import type { Schedule } from './schedule.ts';
import type { SlotRequest, SlotRules } from './slotRequest.ts';
import { aHost, aRequest, isoOf, minuteOf } from './testing/builders.ts';
import { referenceSlots } from './testing/referenceSlots.ts';

interface HardCase {
    /** Of the host; also of the booker unless told otherwise. */
    zone: string;
    bookerZone?: string;
    from: string;
    to: string;
    /** Weekday (Monday 1), start, end: `[7, '01:00', '03:00']`. */
    weekly?: readonly (readonly [Weekday, string, string])[];
    schedule?: Partial<Schedule>;
    rules?: Partial<SlotRules>;
    now?: string;
    /** UTC, `2027-04-03T14:00Z`; the date may be left out when it is that of the one before. */
    expected: readonly string[];
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const everyDay = (start: string, end: string) =>
    ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => [weekday, start, end] as const);

function requestOf({ zone, bookerZone, from, to, weekly = [], schedule, rules, now }: HardCase): SlotRequest {
    const windows = weekly.map(([weekday, start, end]) => ({
        weekday,
        startMinute: minutes(start),
        endMinute: minutes(end)
    }));
    const hours = { timeZone: zone, weekly: windows, overrides: [], unavailableDays: [], ...schedule };
    return aRequest({
        from: minuteOf(from),
        to: minuteOf(to),
        now: minuteOf(now ?? from) - (now === undefined ? 1440 : 0),
        timeZone: bookerZone ?? zone,
        rules: { startIncrementMinutes: 30, durationMinutes: 30, ...rules },
        requiredHosts: [aHost('host', { timeZone: zone, schedule: hours })]
    });
}

const HOUR = { startIncrementMinutes: 60, durationMinutes: 60 };
const leapDay = parseLocalDay('2028-02-29');

const HARD_CASES: Record<string, HardCase> = {
    'Lord Howe puts its clock back by half an hour': {
        zone: 'Australia/Lord_Howe',
        from: '2027-04-03T00:00Z',
        to: '2027-04-05T00:00Z',
        weekly: [[7, '01:00', '03:00']],
        expected: ['2027-04-03T14:00Z', '14:30Z', '15:00Z', '15:30Z', '16:00Z']
    },
    'Lord Howe puts its clock forward by half an hour': {
        zone: 'Australia/Lord_Howe',
        from: '2027-10-02T00:00Z',
        to: '2027-10-04T00:00Z',
        weekly: [[7, '01:30', '03:30']],
        expected: ['2027-10-02T15:00Z', '15:30Z', '16:00Z']
    },
    'the Chatham Islands are 45 minutes off Auckland': {
        zone: 'Pacific/Auckland',
        bookerZone: 'Pacific/Chatham',
        from: '2027-01-03T12:00Z',
        to: '2027-01-04T12:00Z',
        weekly: [[1, '09:00', '11:00']],
        rules: { startIncrementMinutes: 60 },
        expected: ['2027-01-03T20:15Z', '21:15Z']
    },
    'the Chatham Islands skip from 02:45 to 03:45': {
        zone: 'Pacific/Chatham',
        from: '2027-09-25T00:00Z',
        to: '2027-09-26T12:00Z',
        weekly: [[7, '02:00', '05:00']],
        expected: ['2027-09-25T13:15Z', '13:45Z', '14:15Z', '14:45Z']
    },
    'Casablanca keeps winter time through Ramadan': {
        zone: 'Africa/Casablanca',
        from: '2024-03-04T00:00Z',
        to: '2024-04-16T00:00Z',
        weekly: [[1, '09:00', '10:00']],
        rules: { ...HOUR, bookingWindowDays: 60 },
        expected: [
            '2024-03-04T08:00Z',
            '2024-03-11T09:00Z',
            '2024-03-18T09:00Z',
            '2024-03-25T09:00Z',
            '2024-04-01T09:00Z',
            '2024-04-08T09:00Z',
            '2024-04-15T08:00Z'
        ]
    },
    'Apia had no 30 December 2011': {
        zone: 'Pacific/Apia',
        from: '2011-12-29T00:00Z',
        to: '2012-01-01T00:00Z',
        weekly: [
            [4, '09:00', '10:00'],
            [5, '09:00', '10:00'],
            [6, '09:00', '10:00']
        ],
        rules: HOUR,
        expected: ['2011-12-29T19:00Z', '2011-12-30T19:00Z']
    },
    'Santiago skips the first hour of a Sunday': {
        zone: 'America/Santiago',
        from: '2027-09-04T12:00Z',
        to: '2027-09-05T12:00Z',
        weekly: [[7, '00:00', '03:00']],
        rules: HOUR,
        expected: ['2027-09-05T04:00Z', '05:00Z']
    },
    'a night shift in Santiago loses the hour that is skipped': {
        zone: 'America/Santiago',
        from: '2027-09-04T12:00Z',
        to: '2027-09-05T12:00Z',
        weekly: [[6, '23:00', '02:00']],
        rules: HOUR,
        expected: ['2027-09-05T03:00Z', '04:00Z']
    },
    'Havana shows midnight twice': {
        zone: 'America/Havana',
        from: '2027-11-06T12:00Z',
        to: '2027-11-07T12:00Z',
        weekly: [[7, '00:00', '02:00']],
        rules: HOUR,
        expected: ['2027-11-07T04:00Z', '05:00Z', '06:00Z']
    },
    'Troll jumps by two hours': {
        zone: 'Antarctica/Troll',
        from: '2027-03-28T00:00Z',
        to: '2027-03-29T00:00Z',
        weekly: [[7, '00:00', '04:00']],
        rules: HOUR,
        expected: ['2027-03-28T00:00Z', '01:00Z']
    },
    'Almaty changed its rule on 1 March 2024': {
        zone: 'Asia/Almaty',
        from: '2024-02-28T20:00Z',
        to: '2024-03-01T20:00Z',
        weekly: everyDay('09:00', '10:00'),
        rules: HOUR,
        expected: ['2024-02-29T03:00Z', '2024-03-01T04:00Z']
    },
    'London is seen from New York in the weeks when only one has changed': {
        zone: 'Europe/London',
        bookerZone: 'America/New_York',
        from: '2027-03-08T00:00Z',
        to: '2027-03-30T00:00Z',
        weekly: [[1, '14:00', '15:00']],
        rules: HOUR,
        expected: ['2027-03-08T14:00Z', '2027-03-15T14:00Z', '2027-03-22T14:00Z', '2027-03-29T13:00Z']
    },
    'New York is seen from London in the week when only one has changed': {
        zone: 'America/New_York',
        bookerZone: 'Europe/London',
        from: '2027-10-25T00:00Z',
        to: '2027-11-09T00:00Z',
        weekly: [[1, '09:00', '10:00']],
        rules: HOUR,
        expected: ['2027-10-25T13:00Z', '2027-11-01T13:00Z', '2027-11-08T14:00Z']
    },
    'a booker on the other side of the date line': {
        zone: 'Pacific/Kiritimati',
        bookerZone: 'Pacific/Pago_Pago',
        from: '2027-01-03T00:00Z',
        to: '2027-01-05T00:00Z',
        weekly: [[1, '09:00', '10:00']],
        rules: HOUR,
        expected: ['2027-01-03T19:00Z']
    },
    'a window past midnight belongs to the day it begins on': {
        zone: 'Europe/Berlin',
        from: '2027-01-03T23:00Z',
        to: '2027-01-06T23:00Z',
        weekly: [[1, '22:00', '01:00']],
        expected: ['2027-01-04T21:00Z', '21:30Z', '22:00Z', '22:30Z', '23:00Z', '23:30Z']
    },
    'a meeting may lie across midnight where two windows meet there': {
        zone: 'Europe/Berlin',
        from: '2027-01-03T23:00Z',
        to: '2027-01-06T23:00Z',
        weekly: [
            [1, '23:00', '24:00'],
            [2, '00:00', '01:00']
        ],
        rules: { durationMinutes: 60 },
        expected: ['2027-01-04T22:00Z', '22:30Z', '23:00Z']
    },
    'the leap day has its own hours': {
        zone: 'Europe/Berlin',
        from: '2028-02-27T23:00Z',
        to: '2028-03-01T23:00Z',
        weekly: everyDay('09:00', '10:00'),
        schedule: { overrides: [{ day: leapDay, startMinute: minutes('12:00'), endMinute: minutes('13:00') }] },
        rules: HOUR,
        expected: ['2028-02-28T08:00Z', '2028-02-29T11:00Z', '2028-03-01T08:00Z']
    },
    'nobody works on the leap day': {
        zone: 'Europe/Berlin',
        from: '2028-02-27T23:00Z',
        to: '2028-03-01T23:00Z',
        weekly: everyDay('09:00', '10:00'),
        schedule: { unavailableDays: [leapDay] },
        rules: HOUR,
        expected: ['2028-02-28T08:00Z', '2028-03-01T08:00Z']
    },
    'a booking window of one day ends with the leap day': {
        zone: 'Europe/Berlin',
        from: '2028-02-27T23:00Z',
        to: '2028-03-02T23:00Z',
        weekly: everyDay('09:00', '10:00'),
        rules: { ...HOUR, bookingWindowDays: 1 },
        now: '2028-02-28T06:00Z',
        expected: ['2028-02-28T08:00Z', '2028-02-29T08:00Z']
    },
    'a booking window of one day ends on 1 March without a leap day': {
        zone: 'Europe/Berlin',
        from: '2027-02-27T23:00Z',
        to: '2027-03-02T23:00Z',
        weekly: everyDay('09:00', '10:00'),
        rules: { ...HOUR, bookingWindowDays: 1 },
        now: '2027-02-28T06:00Z',
        expected: ['2027-02-28T08:00Z', '2027-03-01T08:00Z']
    }
};

/** Puts the date of the one before in front of a bare time. */
function withDates(times: readonly string[]): string[] {
    let date = '';
    return times.map((time) => {
        if (time.length > 6) date = time.slice(0, 11);
        return time.length > 6 ? time : date + time;
    });
}

describe('openSlots, hard cases', () => {
    it.each(Object.entries(HARD_CASES))('%s', (_, hardCase) => {
        const request = requestOf(hardCase);
        const { slots } = openSlots(request);
        expect(slots.map(({ start }) => isoOf(start))).toEqual(withDates(hardCase.expected));
        expect(slots).toEqual(referenceSlots(request));
    });

    it.each([
        ['2027-03-28', 23],
        ['2027-06-20', 24],
        ['2027-10-31', 25]
    ])('%s lasts %i hours in Berlin', (date, hours) => {
        const day = parseLocalDay(date);
        const request = requestOf({
            zone: 'Europe/Berlin',
            from: isoOf((day - 1) * 1440),
            to: isoOf((day + 2) * 1440),
            weekly: [[7, '00:00', '00:00']],
            rules: HOUR,
            expected: []
        });
        expect(openSlots(request).slots).toHaveLength(hours);
        expect(openSlots(request).slots).toEqual(referenceSlots(request));
    });
});
