import { parseLocalDay } from './localDay.ts';
import { checkSlot, openSlots } from './openSlots.ts';
import type { Host, SlotRequest } from './slotRequest.ts';
import { aHost, aRequest, between, isoOf, minuteOf, weekdaySchedule } from './testing/builders.ts';

const starts = (request: SlotRequest): string[] => openSlots(request).slots.map(({ start }) => isoOf(start));
const times = (request: SlotRequest): string[] => starts(request).map((iso) => iso.slice(11, 16));
const whyEmpty = (request: SlotRequest): string | undefined => openSlots(request).reasons?.overall;
const pool = (...hosts: Host[]) => ({
    id: 'engineers',
    members: hosts.map((host) => ({ host, weight: 1, recentBookings: 0 }))
});
const monday = parseLocalDay('2026-11-23');
const allMonday = [between('2026-11-22T00:00Z', '2026-11-25T00:00Z')];

describe('openSlots', () => {
    it('offers the hours of the schedule', () => {
        expect(times(aRequest())).toEqual(['08:00', '09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00']);
    });

    it('keeps both buffers clear of what is busy, to the minute', () => {
        const busy = [
            between('2026-11-23T10:00Z', '2026-11-23T11:00Z'),
            between('2026-11-23T14:00Z', '2026-11-23T14:01Z')
        ];
        const requiredHosts = [aHost('julio', { busy })];
        expect(times(aRequest({ requiredHosts }))).toEqual(['08:00', '09:00', '11:00', '12:00', '13:00', '15:00']);
        const rules = { bufferBeforeMinutes: 59, bufferAfterMinutes: 1 };
        expect(times(aRequest({ requiredHosts, rules }))).toEqual(['08:00', '12:00', '15:00']);
    });

    it('lies on the booker’s clock, whatever the host’s', () => {
        const rules = { durationMinutes: 30 };
        expect(times(aRequest({ rules, timeZone: 'Asia/Kathmandu' })).slice(0, 2)).toEqual(['08:15', '09:15']);
    });

    it('offers the hour that the booker’s clock shows twice, twice, and none that it skips', () => {
        const weekly = [{ weekday: 7, startMinute: 0, endMinute: 300 }] as const;
        const requiredHosts = [aHost('julio', { schedule: weekdaySchedule({ timeZone: 'UTC', weekly }) })];
        const sunday = (date: string) =>
            aRequest({
                ...between(`${date}T00:00Z`, `${date}T05:00Z`),
                from: minuteOf(`${date}T00:00Z`),
                to: minuteOf(`${date}T05:00Z`),
                now: minuteOf(`${date}T00:00Z`) - 1440,
                timeZone: 'Europe/London',
                rules: { startIncrementMinutes: 90, durationMinutes: 30 },
                requiredHosts
            });
        // London: 01:30 at 00:30Z and 01:30Z, 03:00, 04:30.
        expect(times(sunday('2026-10-25'))).toEqual(['00:30', '01:30', '03:00', '04:30']);
        // London: 00:00, no 01:30, 03:00 at 02:00Z, 04:30 at 03:30Z.
        expect(times(sunday('2026-03-29'))).toEqual(['00:00', '02:00', '03:30']);
    });

    it('holds to the minimum notice, the very minute included', () => {
        const now = minuteOf('2026-11-23T08:00Z');
        expect(times(aRequest({ now, rules: { minimumNoticeMinutes: 240 } }))[0]).toBe('12:00');
        expect(times(aRequest({ now, rules: { minimumNoticeMinutes: 241 } }))[0]).toBe('13:00');
    });

    it('ends the booking window with the last of its calendar days in the booker’s zone', () => {
        const week = { to: minuteOf('2026-11-30T23:00Z') };
        expect(starts(aRequest({ ...week, rules: { bookingWindowDays: 3 } })).at(-1)).toBe('2026-11-23T15:00Z');
        // In Auckland it is Saturday already, and Tuesday begins at 11:00Z on Monday.
        const auckland = aRequest({ ...week, timeZone: 'Pacific/Auckland', rules: { bookingWindowDays: 2 } });
        expect(starts(auckland).at(-1)).toBe('2026-11-23T10:00Z');
    });

    it('counts Monday to Friday when the booking window is in working days', () => {
        const rules = { bookingWindowDays: 3, bookingWindowKind: 'working_days' } as const;
        expect(starts(aRequest({ to: minuteOf('2026-11-30T23:00Z'), rules })).at(-1)).toBe('2026-11-25T15:00Z');
    });

    it('leaves out days and weeks on which the meeting type is booked up', () => {
        const days = { to: minuteOf('2026-12-01T23:00Z'), bookedByDay: new Map([[monday, 2]]) };
        expect(starts(aRequest({ ...days, rules: { dailyLimit: 2 } }))[0]).toBe('2026-11-24T08:00Z');
        expect(starts(aRequest({ ...days, rules: { dailyLimit: 3 } }))[0]).toBe('2026-11-23T08:00Z');
        expect(starts(aRequest({ ...days, rules: { weeklyLimit: 2 } }))[0]).toBe('2026-11-30T08:00Z');
    });

    it('counts the limit’s days in the zone of the first required host', () => {
        const schedule = weekdaySchedule({ weekly: [{ weekday: 1, startMinute: 0, endMinute: 0 }] });
        const requiredHosts = [aHost('julio', { schedule })];
        const bookedByDay = new Map([[monday, 1]]);
        const request = aRequest({
            requiredHosts,
            bookedByDay,
            timeZone: 'Pacific/Auckland',
            rules: { dailyLimit: 1 }
        });
        expect(whyEmpty(request)).toBe('daily_limit_reached');
    });

    it('leaves out a pool member who has had enough meetings, and keeps the others', () => {
        const request = aRequest({
            requiredHosts: [],
            pools: [pool(aHost('ann', { bookedByDay: new Map([[monday, 1]]) }), aHost('ben'))],
            rules: { hostDailyLimit: 1 }
        });
        expect(openSlots(request).slots[0]?.poolCandidates).toEqual([['ben']]);
    });

    it('offers a time when the required host and one of the pool are free, as for Julio and an engineer', () => {
        const request = aRequest({
            pools: [
                pool(
                    aHost('ann', { busy: [between('2026-11-23T08:00Z', '2026-11-23T12:00Z')] }),
                    aHost('ben', { busy: [between('2026-11-23T09:00Z', '2026-11-23T14:00Z')] }),
                    aHost('cat', { isCalendarReadable: false })
                )
            ]
        });
        expect(
            openSlots(request).slots.map(({ start, poolCandidates }) => [isoOf(start).slice(11, 16), poolCandidates])
        ).toEqual([
            ['08:00', [['ben']]],
            ['12:00', [['ann']]],
            ['13:00', [['ann']]],
            ['14:00', [['ann', 'ben']]],
            ['15:00', [['ann', 'ben']]]
        ]);
    });

    it('puts the fewest recent bookings for the weight first, ties by id', () => {
        const members = [
            { host: aHost('ann'), weight: 1, recentBookings: 2 },
            { host: aHost('eve'), weight: 3, recentBookings: 3 },
            { host: aHost('dan'), weight: 1, recentBookings: 1 },
            { host: aHost('ben'), weight: 2, recentBookings: 1 }
        ];
        const request = aRequest({ requiredHosts: [], pools: [{ id: 'engineers', members }] });
        expect(openSlots(request).slots[0]?.poolCandidates).toEqual([['ben', 'dan', 'eve', 'ann']]);
    });

    it('counts nobody twice', () => {
        const [ann, ben] = [aHost('ann'), aHost('ben')];
        expect(whyEmpty(aRequest({ requiredHosts: [ann], pools: [pool(ann)] }))).toBe('no_host');
        expect(whyEmpty(aRequest({ requiredHosts: [], pools: [pool(ann), pool(ann)] }))).toBe('no_host');
        expect(whyEmpty(aRequest({ requiredHosts: [], pools: [pool(ann), pool(ann, ben)] }))).toBeUndefined();
        const busyBen = aHost('ben', { busy: allMonday });
        expect(whyEmpty(aRequest({ requiredHosts: [], pools: [pool(ann), pool(ann, busyBen)] }))).toBe('all_busy');
    });

    it.each([
        ['durationMinutes of 0', aRequest({ rules: { durationMinutes: 0 } })],
        ['startIncrementMinutes of 0', aRequest({ rules: { startIncrementMinutes: 0 } })],
        ['startIncrementMinutes of 1441', aRequest({ rules: { startIncrementMinutes: 1441 } })],
        ['minimumNoticeMinutes of NaN', aRequest({ rules: { minimumNoticeMinutes: NaN } })],
        ['bookingWindowDays of 1000000000', aRequest({ rules: { bookingWindowDays: 1e9 } })],
        ['to of -1', aRequest({ to: -1 })],
        ['now of 0.5', aRequest({ now: 0.5 })],
        [
            'weight of 0',
            aRequest({ pools: [{ id: 'p', members: [{ host: aHost('a'), weight: 0, recentBookings: 0 }] }] })
        ]
    ])('refuses a %s', (wrong, request) => {
        const [field, value] = wrong.split(' of ');
        expect(() => openSlots(request)).toThrow(new RegExp(`^${field} must be .* not ${value}\\.$`));
    });
});

describe('openSlots, finding nothing', () => {
    const away = weekdaySchedule({ unavailableDays: [monday] });

    it.each<[string, string, SlotRequest]>([
        ['no_host', 'a link without hosts', aRequest({ requiredHosts: [] })],
        ['no_host', 'an empty pool', aRequest({ pools: [pool()] })],
        [
            'no_host',
            'two pools with one usable person between them',
            aRequest({ pools: [pool(aHost('ann')), pool(aHost('ann'), aHost('ben', { isActive: false }))] })
        ],
        ['host_inactive', 'a host who left', aRequest({ requiredHosts: [aHost('julio', { isActive: false })] })],
        ['no_schedule', 'a host without hours', aRequest({ requiredHosts: [aHost('julio', { schedule: undefined })] })],
        [
            'host_calendar_unreadable',
            'a host whose calendar is closed to us',
            aRequest({ requiredHosts: [aHost('julio', { isCalendarReadable: false })] })
        ],
        [
            'host_calendar_unreadable',
            'a pool of such hosts',
            aRequest({ pools: [pool(aHost('ann', { isCalendarReadable: false }))] })
        ],
        ['outside_schedule', 'a day off', aRequest({ requiredHosts: [aHost('julio', { schedule: away })] })],
        ['all_busy', 'a full day', aRequest({ requiredHosts: [aHost('julio', { busy: allMonday })] })],
        [
            'all_busy',
            'a pool of one who left and one who is busy',
            aRequest({ pools: [pool(aHost('ann', { isActive: false }), aHost('ben', { busy: allMonday }))] })
        ],
        ['daily_limit_reached', 'a host who has had enough', aRequest({ rules: { hostDailyLimit: 0 } })],
        ['daily_limit_reached', 'a week that is booked up', aRequest({ rules: { weeklyLimit: 0 } })],
        ['before_minimum_notice', 'a long notice', aRequest({ rules: { minimumNoticeMinutes: 14 * 1440 } })],
        ['outside_booking_window', 'a short booking window', aRequest({ rules: { bookingWindowDays: 2 } })]
    ])('says %s of %s', (reason, _situation, request) => {
        expect(openSlots(request)).toMatchObject({ slots: [], reasons: { overall: reason } });
    });

    it('says what each host lacks, and nothing of a host who is free', () => {
        const request = aRequest({
            requiredHosts: [aHost('julio'), aHost('mia', { busy: allMonday })],
            pools: [pool(aHost('ann', { schedule: away }), aHost('julio'))]
        });
        expect(openSlots(request).reasons).toEqual({
            overall: 'all_busy',
            hosts: [
                { hostId: 'julio', role: 'required', reason: undefined },
                { hostId: 'mia', role: 'required', reason: 'all_busy' },
                { hostId: 'ann', role: 'pool', reason: 'outside_schedule' }
            ]
        });
    });

    it('says all_busy when everyone has time, but never the same', () => {
        const morning = [between('2026-11-23T08:00Z', '2026-11-23T12:00Z')];
        const afternoon = [between('2026-11-23T12:00Z', '2026-11-23T16:00Z')];
        const requiredHosts = [aHost('julio', { busy: morning }), aHost('mia', { busy: afternoon })];
        expect(whyEmpty(aRequest({ requiredHosts }))).toBe('all_busy');
    });
});

describe('checkSlot', () => {
    const nine = minuteOf('2026-11-23T09:00Z');

    it('returns the slot that the grid shows, whatever range the request has', () => {
        const request = aRequest({ from: 0, to: 1, pools: [pool(aHost('ann'))] });
        expect(checkSlot(request, nine)).toEqual({
            slot: { start: nine, end: nine + 60, poolCandidates: [['ann']] },
            refusal: undefined
        });
    });

    it.each<[string, string, SlotRequest]>([
        ['slot_taken', 'a host is busy', aRequest({ requiredHosts: [aHost('julio', { busy: allMonday })] })],
        [
            'slot_taken',
            'a host does not work then',
            aRequest({ requiredHosts: [aHost('julio', { schedule: weekdaySchedule({ weekly: [] }) })] })
        ],
        ['slot_taken', 'the time is off the grid', aRequest({ timeZone: 'Asia/Kolkata' })],
        ['before_minimum_notice', 'it has begun', aRequest({ now: nine + 1 })],
        ['outside_booking_window', 'it is too far ahead', aRequest({ rules: { bookingWindowDays: 2 } })],
        ['daily_limit_reached', 'the day is booked up', aRequest({ rules: { dailyLimit: 0 } })],
        [
            'host_calendar_unreadable',
            'a calendar is closed to us',
            aRequest({ requiredHosts: [aHost('julio', { isCalendarReadable: false })] })
        ],
        ['no_host_available', 'a host left', aRequest({ requiredHosts: [aHost('julio', { isActive: false })] })],
        [
            'no_host_available',
            'a host has no hours',
            aRequest({ requiredHosts: [aHost('julio', { schedule: undefined })] })
        ],
        ['no_host_available', 'there is nobody to meet', aRequest({ requiredHosts: [] })]
    ])('refuses with %s when %s', (refusal, _situation, request) => {
        expect(checkSlot(request, nine)).toEqual({ slot: undefined, refusal });
    });
});
