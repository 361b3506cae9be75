import { formatAge, formatMinutes, formatMoment, formatPeriod } from 'c/dateFormat';

// Engines put narrow and thin spaces around the dash and before AM; people see spaces.
const plain = (text: string): string => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

// Jest's user lives in Los Angeles and reads American English.
describe('c-date-format', () => {
    it('shows a moment in the zone of the user and names the zone', () => {
        expect(plain(formatMoment('2026-11-24T18:00:00.000Z'))).toBe('Tue, Nov 24, 2026, 10:00 AM PST');
    });

    it('names summer time in summer', () => {
        expect(plain(formatMoment('2026-07-01T17:00:00.000Z'))).toBe('Wed, Jul 1, 2026, 10:00 AM PDT');
    });

    it('says the day of a period once', () => {
        const period = plain(formatPeriod('2026-11-24T18:00:00.000Z', '2026-11-24T18:30:00.000Z'));
        expect(period).toBe('Tue, Nov 24, 2026, 10:00 – 10:30 AM PST');
    });

    it('shows the start alone when the end cannot be read', () => {
        expect(plain(formatPeriod('2026-11-24T18:00:00.000Z', null))).toContain('10:00 AM');
    });

    it('shows nothing when the moment cannot be read', () => {
        expect(formatMoment(null)).toBe('');
        expect(formatPeriod(null, null)).toBe('');
    });

    it('shows minutes with their unit', () => {
        expect(formatMinutes(30)).toBe('30 min');
    });

    it.each([
        ['2026-11-19T11:00:00Z', '2 days ago'],
        ['2026-11-20T12:00:00Z', 'yesterday'],
        ['2026-11-21T09:10:00Z', '2 hours ago'],
        ['2026-11-21T11:58:30Z', '1 minute ago'],
        ['2026-11-21T12:00:05Z', 'this minute']
    ])('says how long ago %s was', (instant, age) => {
        expect(formatAge(instant, new Date('2026-11-21T12:00:00Z'))).toBe(age);
    });
});
