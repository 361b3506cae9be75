import {
    bookingDays,
    datesBetween,
    endOfMonth,
    formatMeetingTime,
    formatMonth,
    shiftDate,
    startOfMonth,
    weekColumn
} from './client/days.ts';

const slotsAt = (...starts: string[]) => starts.map((start) => ({ start, end: start }));

describe('bookingDays', () => {
    it('puts each slot on the day it has in the zone, and keeps days without any', () => {
        const slots = slotsAt('2026-11-23T14:00:00.000Z', '2026-11-23T16:00:00.000Z');
        const days = bookingDays({
            slots,
            from: '2026-11-23',
            to: '2026-11-25',
            timeZone: 'Asia/Tokyo',
            locale: 'en-GB'
        });
        expect(days).toEqual([
            {
                date: '2026-11-23',
                label: 'Monday 23 November',
                slots: [{ value: '2026-11-23T14:00:00.000Z', label: '23:00' }]
            },
            {
                date: '2026-11-24',
                label: 'Tuesday 24 November',
                slots: [{ value: '2026-11-23T16:00:00.000Z', label: '01:00' }]
            },
            { date: '2026-11-25', label: 'Wednesday 25 November', slots: [] }
        ]);
    });

    it('shows the clock of the locale', () => {
        const range = { from: '2026-11-23', to: '2026-11-23', timeZone: 'UTC', slots: slotsAt('2026-11-23T15:30:00Z') };
        const label = (locale: string) => bookingDays({ ...range, locale })[0]?.slots[0]?.label.replaceAll(/\s/g, ' ');
        expect([label('en-US'), label('en-GB')]).toEqual(['3:30 PM', '15:30']);
    });

    it('tells the two half past twos apart on the night the clocks go back', () => {
        const slots = slotsAt('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z');
        const range = { from: '2026-10-25', to: '2026-10-25', timeZone: 'Europe/Berlin', locale: 'en-GB' };
        const labels = bookingDays({ slots, ...range })[0]?.slots.map(({ label }) => label);
        expect(labels).toEqual(['02:30 GMT+2', '02:30 GMT+1', '03:30']);
    });
});

describe('civil dates', () => {
    it('go over the ends of months and years', () => {
        expect(shiftDate('2027-02-28', 1)).toBe('2027-03-01');
        expect(shiftDate('2027-01-01', -1)).toBe('2026-12-31');
        expect(datesBetween('2026-12-31', '2027-01-02')).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
    });

    it.each([
        ['2026-11-23', 1, 1],
        ['2026-11-23', 7, 2],
        ['2026-11-29', 1, 7],
        ['2026-11-29', 7, 1],
        ['2026-11-28', 6, 1]
    ])('%s in a week that begins on day %i stands in column %i', (date, firstWeekday, column) => {
        expect(weekColumn(date, firstWeekday)).toBe(column);
    });
});

describe('months', () => {
    it('begin and end where they do, over the ends of years', () => {
        expect(['2026-11-23', '2028-02-10'].map((date) => endOfMonth(date))).toEqual(['2026-11-30', '2028-02-29']);
        expect(startOfMonth('2026-11-23')).toBe('2026-11-01');
        expect([startOfMonth('2026-12-31', 1), startOfMonth('2026-01-31', -1)]).toEqual(['2027-01-01', '2025-12-01']);
    });

    it('are named in the reader’s language', () => {
        expect([formatMonth('2026-11-01', 'de'), formatMonth('2026-11-01', 'ja')]).toEqual([
            'November 2026',
            '2026年11月'
        ]);
    });
});

describe('formatMeetingTime', () => {
    it('names both days of a meeting that runs past midnight', () => {
        const text = formatMeetingTime(
            new Date('2026-11-23T22:45:00Z'),
            new Date('2026-11-23T23:15:00Z'),
            'Europe/Berlin',
            'en-GB'
        );
        expect(text).toContain('23 November');
        expect(text).toContain('24 November');
    });
});
