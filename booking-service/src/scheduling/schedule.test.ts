import { parseLocalDay } from './localDay.ts';
import { scheduleIntervals } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import { between, isoOf, weekdaySchedule } from './testing/builders.ts';

const open = (schedule: Schedule, start: string, end: string): string[] =>
    scheduleIntervals(schedule, between(start, end)).map((piece) => `${isoOf(piece.start)}/${isoOf(piece.end)}`);

describe('scheduleIntervals', () => {
    it('opens the weekly hours of each day, across a change of the clock', () => {
        expect(open(weekdaySchedule(), '2026-10-23T00:00Z', '2026-10-27T00:00Z')).toEqual([
            '2026-10-23T07:00Z/2026-10-23T15:00Z',
            '2026-10-26T08:00Z/2026-10-26T16:00Z'
        ]);
    });

    it('joins windows of a day that touch, and keeps those that do not', () => {
        const weekly = [
            { weekday: 1, startMinute: 780, endMinute: 900 },
            { weekday: 1, startMinute: 540, endMinute: 600 },
            { weekday: 1, startMinute: 600, endMinute: 660 }
        ] as const;
        expect(open(weekdaySchedule({ weekly }), '2026-11-23T00:00Z', '2026-11-24T00:00Z')).toEqual([
            '2026-11-23T08:00Z/2026-11-23T10:00Z',
            '2026-11-23T12:00Z/2026-11-23T14:00Z'
        ]);
    });

    it('runs past midnight when the end is not after the start, and cuts at the range', () => {
        const weekly = [{ weekday: 7, startMinute: 1320, endMinute: 120 }] as const;
        const schedule = weekdaySchedule({ timeZone: 'UTC', weekly });
        expect(open(schedule, '2026-11-22T00:00Z', '2026-11-24T00:00Z')).toEqual([
            '2026-11-22T22:00Z/2026-11-23T02:00Z'
        ]);
        expect(open(schedule, '2026-11-23T00:00Z', '2026-11-23T01:00Z')).toEqual([
            '2026-11-23T00:00Z/2026-11-23T01:00Z'
        ]);
    });

    it('takes 00:00 to 00:00 as the whole day', () => {
        const weekly = [{ weekday: 1, startMinute: 0, endMinute: 0 }] as const;
        expect(open(weekdaySchedule({ weekly }), '2026-11-20T00:00Z', '2026-11-27T00:00Z')).toEqual([
            '2026-11-22T23:00Z/2026-11-23T23:00Z'
        ]);
    });

    it('lets the overrides of a date replace its weekly hours', () => {
        const day = parseLocalDay('2026-11-24');
        const overrides = [
            { day, startMinute: 1080, endMinute: 1140 },
            { day, startMinute: 480, endMinute: 540 }
        ];
        expect(open(weekdaySchedule({ overrides }), '2026-11-23T23:00Z', '2026-11-24T23:00Z')).toEqual([
            '2026-11-24T07:00Z/2026-11-24T08:00Z',
            '2026-11-24T17:00Z/2026-11-24T18:00Z'
        ]);
    });

    it('leaves no minute of an unavailable day, of an override or of the night before', () => {
        const day = parseLocalDay('2026-11-24');
        const schedule = weekdaySchedule({
            weekly: [{ weekday: 1, startMinute: 1320, endMinute: 120 }],
            overrides: [{ day, startMinute: 540, endMinute: 600 }],
            unavailableDays: [day]
        });
        expect(open(schedule, '2026-11-22T00:00Z', '2026-11-27T00:00Z')).toEqual([
            '2026-11-23T21:00Z/2026-11-23T23:00Z'
        ]);
    });

    it('begins and ends at the skip when the clock skips the edge of a window', () => {
        const weekly = [{ weekday: 7, startMinute: 150, endMinute: 240 }] as const;
        const skipped = [{ weekday: 7, startMinute: 125, endMinute: 170 }] as const;
        const range = ['2026-03-28T00:00Z', '2026-03-30T00:00Z'] as const;
        expect(open(weekdaySchedule({ weekly }), ...range)).toEqual(['2026-03-29T01:00Z/2026-03-29T02:00Z']);
        expect(open(weekdaySchedule({ weekly: skipped }), ...range)).toEqual([]);
    });

    it('is the longer one when the clock shows the edges of a window twice', () => {
        const weekly = [{ weekday: 7, startMinute: 135, endMinute: 165 }] as const;
        expect(open(weekdaySchedule({ weekly }), '2026-10-24T00:00Z', '2026-10-26T00:00Z')).toEqual([
            '2026-10-25T00:15Z/2026-10-25T01:45Z'
        ]);
    });

    it('has nothing on a day that the zone skipped', () => {
        const overrides = [{ day: parseLocalDay('2011-12-30'), startMinute: 540, endMinute: 1020 }];
        const schedule = weekdaySchedule({ timeZone: 'Pacific/Apia', weekly: [], overrides });
        expect(open(schedule, '2011-12-28T00:00Z', '2012-01-02T00:00Z')).toEqual([]);
    });
});
