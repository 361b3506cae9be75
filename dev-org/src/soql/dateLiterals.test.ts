import { dateLiteralSpan } from './dateLiterals.ts';

// A Saturday.
const NOW = Date.parse('2026-11-21T10:30:00Z');

describe('dateLiteralSpan', () => {
    it.each([
        ['TODAY', '2026-11-21', '2026-11-22'],
        ['yesterday', '2026-11-20', '2026-11-21'],
        ['TOMORROW', '2026-11-22', '2026-11-23'],
        ['THIS_WEEK', '2026-11-15', '2026-11-22'],
        ['LAST_WEEK', '2026-11-08', '2026-11-15'],
        ['NEXT_MONTH', '2026-12-01', '2027-01-01'],
        ['THIS_QUARTER', '2026-10-01', '2027-01-01'],
        ['LAST_QUARTER', '2026-07-01', '2026-10-01'],
        ['THIS_FISCAL_YEAR', '2026-01-01', '2027-01-01'],
        ['LAST_90_DAYS', '2026-08-23', '2026-11-22'],
        ['LAST_N_DAYS:7', '2026-11-14', '2026-11-22'],
        ['NEXT_N_DAYS:2', '2026-11-22', '2026-11-24'],
        ['LAST_N_WEEKS:1', '2026-11-08', '2026-11-15'],
        ['NEXT_N_WEEKS:2', '2026-11-22', '2026-12-06'],
        ['LAST_N_MONTHS:2', '2026-09-01', '2026-11-01'],
        ['NEXT_N_QUARTERS:1', '2027-01-01', '2027-04-01'],
        ['N_DAYS_AGO:3', '2026-11-18', '2026-11-19'],
        ['N_YEARS_AGO:1', '2025-01-01', '2026-01-01']
    ])('places %s from %s to %s', (literal, from, to) => {
        expect(dateLiteralSpan(literal, NOW, 'UTC')).toEqual({
            moments: { from: Date.parse(from), to: Date.parse(to) },
            days: { from, to }
        });
    });

    it.each([
        // 21:30 on Friday in Los Angeles, 14:30 on Saturday in Tokyo.
        ['TODAY', '2026-11-21T05:30:00Z', 'America/Los_Angeles', '2026-11-20T08:00:00Z', '2026-11-21T08:00:00Z'],
        ['TODAY', '2026-11-21T05:30:00Z', 'Asia/Tokyo', '2026-11-20T15:00:00Z', '2026-11-21T15:00:00Z'],
        // The clocks go back on the 1st of November: that day has 25 hours.
        ['TODAY', '2026-11-01T12:00:00Z', 'America/New_York', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
        ['THIS_WEEK', '2026-03-29T12:00:00Z', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-04-04T22:00:00Z'],
        ['LAST_N_DAYS:1', '2026-11-21T05:30:00Z', 'Asia/Kolkata', '2026-11-19T18:30:00Z', '2026-11-21T18:30:00Z']
    ])('places %s at %s by the days of %s', (literal, now, zone, from, to) => {
        expect(dateLiteralSpan(literal, Date.parse(now), zone)?.moments).toEqual({
            from: Date.parse(from),
            to: Date.parse(to)
        });
    });

    it('does not know other words', () => {
        expect(dateLiteralSpan('SOMEDAY', NOW, 'UTC')).toBeUndefined();
        expect(dateLiteralSpan('LAST_N_EONS:2', NOW, 'UTC')).toBeUndefined();
    });
});
