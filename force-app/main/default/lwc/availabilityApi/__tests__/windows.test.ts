import { copyToWorkdays, findProblems, newWindow, usualWeek, weeklyMinutes } from 'c/availabilityApi';
import type { AvailabilityWindow, Weekday } from 'types/availability';

const weekly = (weekday: Weekday, start: string, end: string): AvailabilityWindow =>
    newWindow({ kind: 'Weekly', weekday, start, end });
const dated = (kind: 'Override' | 'Unavailable', date: string, start = '', end = ''): AvailabilityWindow =>
    newWindow({ kind, date, start, end });
const problems = (...windows: AvailabilityWindow[]): unknown[] => [...findProblems(windows).values()];

describe('c-availability-api, windows', () => {
    it('counts a usual week as 40 hours, and hours past midnight whole', () => {
        expect(weeklyMinutes(usualWeek())).toBe(2400);
        expect(weeklyMinutes([weekly('Friday', '22:00', '02:00'), weekly('Sunday', '00:00', '00:00')])).toBe(1680);
        expect(weeklyMinutes([weekly('Monday', '09:00', ''), dated('Override', '2026-12-24', '09:00', '12:00')])).toBe(
            0
        );
    });

    it('gives every workday the hours of one and leaves the rest alone', () => {
        const before = [
            weekly('Monday', '09:00', '17:00'),
            weekly('Tuesday', '10:00', '12:00'),
            weekly('Saturday', '10:00', '11:00')
        ];
        const after = copyToWorkdays([...before, weekly('Tuesday', '13:00', '15:00')], 'Tuesday');
        const hours = (weekday: Weekday): string[] =>
            after.filter((window) => window.weekday === weekday).map(({ start, end }) => `${start}-${end}`);
        expect(hours('Monday')).toEqual(['10:00-12:00', '13:00-15:00']);
        expect(hours('Friday')).toEqual(hours('Monday'));
        expect(hours('Saturday')).toEqual(['10:00-11:00']);
    });

    it.each([
        [
            'two hours of one day that touch',
            [weekly('Monday', '09:00', '12:00'), weekly('Monday', '12:00', '17:00')],
            []
        ],
        ['the same hours on two days', [weekly('Monday', '09:00', '12:00'), weekly('Tuesday', '09:00', '12:00')], []],
        ['hours that overlap', [weekly('Monday', '09:00', '12:00'), weekly('Monday', '11:59', '17:00')], ['overlap']],
        [
            'hours past midnight that overlap',
            [weekly('Monday', '22:00', '02:00'), weekly('Monday', '23:00', '23:30')],
            ['overlap']
        ],
        ['a missing time', [weekly('Monday', '09:00', '')], ['no_times']],
        ['a missing date', [dated('Unavailable', '')], ['no_date']],
        ['a day off', [dated('Unavailable', '2026-12-24')], []],
        [
            'hours on a day off',
            [dated('Unavailable', '2026-12-24'), dated('Override', '2026-12-24', '09:00', '10:00')],
            ['overlap']
        ],
        [
            'two dates',
            [dated('Override', '2026-12-24', '09:00', '10:00'), dated('Override', '2026-12-25', '09:00', '10:00')],
            []
        ]
    ] as const)('judges %s', (_, windows, expected) => {
        expect(problems(...windows)).toEqual(expected);
    });
});
