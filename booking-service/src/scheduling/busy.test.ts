import { busyIntervals } from './busy.ts';
import type { CalendarEvent } from './busy.ts';
import { parseLocalDay } from './localDay.ts';
import { between, isoOf } from './testing/builders.ts';

const allDay = (start: string, end: string): CalendarEvent => ({ ...between(start, end), isAllDay: true });
const busy = (events: CalendarEvent[], zone: string): string[] =>
    busyIntervals(events, zone).map((piece) => `${isoOf(piece.start)}/${isoOf(piece.end)}`);

describe('busyIntervals', () => {
    it('merges timed events and leaves out those without length', () => {
        const events = [
            { ...between('2026-11-23T10:00Z', '2026-11-23T11:00Z'), isAllDay: false },
            { ...between('2026-11-23T08:00Z', '2026-11-23T08:00Z'), isAllDay: false },
            { ...between('2026-11-23T09:00Z', '2026-11-23T10:30Z'), isAllDay: false }
        ];
        expect(busy(events, 'Europe/Berlin')).toEqual(['2026-11-23T09:00Z/2026-11-23T11:00Z']);
    });

    it.each([
        ['Europe/Berlin', '2026-11-22T23:00Z/2026-11-23T23:00Z'],
        ['Pacific/Kiritimati', '2026-11-22T10:00Z/2026-11-23T10:00Z'],
        ['America/Los_Angeles', '2026-11-23T08:00Z/2026-11-24T08:00Z']
    ])('takes an all-day event as the whole date in %s, its last date included', (zone, expected) => {
        expect(busy([allDay('2026-11-23T00:00Z', '2026-11-23T00:00Z')], zone)).toEqual([expected]);
    });

    it('covers every date of a long all-day event, the hour of a change of the clock too', () => {
        expect(busy([allDay('2026-10-24T00:00Z', '2026-10-25T00:00Z')], 'Europe/Berlin')).toEqual([
            '2026-10-23T22:00Z/2026-10-25T23:00Z'
        ]);
    });

    it('begins an all-day event on its activity date when that is known', () => {
        const event = { ...allDay('2026-11-23T00:00Z', '2026-11-24T00:00Z'), day: parseLocalDay('2026-11-25') };
        expect(busy([event], 'UTC')).toEqual(['2026-11-25T00:00Z/2026-11-27T00:00Z']);
    });
});
