import { daysOfWeek, formatLocalDay, parseLocalDay, weekdayOf, weekStartOf } from './localDay.ts';

describe('parseLocalDay', () => {
    it.each(['1970-01-01', '2026-11-23', '2028-02-29', '1969-12-31'])(
        'reads %s, and formatLocalDay writes it',
        (date) => {
            expect(formatLocalDay(parseLocalDay(date))).toBe(date);
        }
    );

    it.each(['', '2026-02-30', '2026-13-01', '2026-1-1', '2026-11-23T00:00Z', '23.11.2026'])('refuses "%s"', (text) => {
        expect(() => parseLocalDay(text)).toThrow(RangeError);
    });
});

describe('weeks', () => {
    it.each([
        ['2026-11-23', 1],
        ['2026-11-29', 7],
        ['1969-12-31', 3]
    ])('say that %s is weekday %i', (date, weekday) => {
        expect(weekdayOf(parseLocalDay(date))).toBe(weekday);
    });

    it('begin on Monday', () => {
        const sunday = parseLocalDay('2026-11-29');
        expect(formatLocalDay(weekStartOf(sunday))).toBe('2026-11-23');
        expect(daysOfWeek(sunday).map(formatLocalDay)).toEqual([
            '2026-11-23',
            '2026-11-24',
            '2026-11-25',
            '2026-11-26',
            '2026-11-27',
            '2026-11-28',
            '2026-11-29'
        ]);
    });
});
