import { describeChosenTime } from './client/chosenTime.ts';
import type { ChosenTime } from './client/chosenTime.ts';

const words = { selected: 'Your time:', hostTime: 'Host ({timeZone})', clocksChange: 'Clocks change in {timeZone}' };
const chosen = (changes: Partial<ChosenTime>): string[] =>
    describeChosenTime(
        {
            start: new Date('2026-11-24T14:30:00Z'),
            minutes: 30,
            timeZone: 'Europe/Berlin',
            hostTimeZone: 'America/New_York',
            locale: 'en-GB',
            now: new Date('2026-11-20T12:00:00Z'),
            ...changes
        },
        words
    );

describe('describeChosenTime', () => {
    it('names the time on both clocks', () => {
        expect(chosen({})).toEqual([
            'Your time: Tuesday, 24 November 2026, 15:30–16:00 (Europe/Berlin)',
            'Host (America/New York): Tuesday, 24 November 2026, 09:30–10:00'
        ]);
    });

    it.each([['Europe/Paris'], [undefined]])('names one time when the host’s zone is %s', (hostTimeZone) => {
        expect(chosen({ hostTimeZone })).toHaveLength(1);
    });

    it('tells the clocks apart on the days when only one of them has changed', () => {
        const start = new Date('2026-10-27T14:30:00Z');
        expect(chosen({ start, hostTimeZone: 'Europe/London', timeZone: 'Africa/Lagos', now: start })).toHaveLength(2);
        expect(chosen({ start, hostTimeZone: 'America/New_York', now: start })[1]).toContain('10:30');
    });

    it('warns when clocks change before the meeting, the booker’s or else the host’s', () => {
        const now = new Date('2026-10-20T12:00:00Z');
        expect(chosen({ now }).at(-1)).toBe('Clocks change in Europe/Berlin');
        expect(chosen({ now, timeZone: 'Asia/Tokyo' }).at(-1)).toBe('Clocks change in America/New York');
        expect(chosen({ now, timeZone: 'Asia/Tokyo', hostTimeZone: undefined })).toHaveLength(1);
    });
});
