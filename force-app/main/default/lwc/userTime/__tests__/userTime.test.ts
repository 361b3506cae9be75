import { dayOf, formatDay, formatForSheet, formatShortDay, formatTime, startOfDay } from 'c/userTime';

// Engines put narrow and thin spaces before AM; people see spaces.
const plain = (text: string): string => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

// Jest's user lives in Los Angeles and reads American English.
describe('c-user-time', () => {
    it('shows day and time apart', () => {
        expect(formatDay('2026-11-24T18:00:00.000Z')).toBe('Tuesday, November 24');
        expect(formatShortDay('2026-11-24T18:00:00.000Z')).toBe('Nov 24');
        expect(plain(formatTime('2026-11-24T18:00:00.000Z'))).toBe('10:00 AM');
    });

    it('writes moments as spreadsheets read them', () => {
        expect(formatForSheet('2026-11-24T02:05:00.000Z')).toBe('2026-11-23 18:05');
        expect(formatForSheet(null)).toBe('');
    });

    it.each([
        ['in winter', '2026-11-23', 0, '2026-11-23T08:00:00.000Z'],
        ['in summer', '2026-07-01', 0, '2026-07-01T07:00:00.000Z'],
        ['when summer time begins', '2026-03-08', 0, '2026-03-08T08:00:00.000Z'],
        ['when a day has 23 hours', '2026-03-08', 1, '2026-03-09T07:00:00.000Z'],
        ['when a day has 25 hours', '2026-11-01', 1, '2026-11-02T08:00:00.000Z'],
        ['over the end of a year', '2026-12-31', 1, '2027-01-01T08:00:00.000Z']
    ])('knows when a day begins and ends %s', (_, day, laterDays, instant) => {
        expect(startOfDay(day, laterDays)).toBe(instant);
        expect(dayOf(new Date(instant))).toBe(startOfDay(day, laterDays).slice(0, 10));
    });
});
