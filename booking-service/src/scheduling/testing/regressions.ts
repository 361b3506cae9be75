import { parseLocalDay } from '../localDay.ts';
import type { SlotRequest } from '../slotRequest.ts';
import { aHost, aRequest, minuteOf, weekdaySchedule } from './builders.ts';

/**
 * Small requests at the edges where a faster search is easily wrong. Ten thousand random cases a property have found no
 * counterexample so far; add the one that a failing property prints here, with what was wrong as its name.
 */
export const REGRESSIONS: readonly { readonly name: string; readonly request: SlotRequest }[] = [
    {
        name: 'two required hosts who are one person count once',
        request: aRequest({ requiredHosts: [aHost('julio'), aHost('julio')] })
    },
    {
        name: 'the end of a holiday at midnight is the first midnight where the clock shows it twice',
        request: aRequest({
            from: minuteOf('2026-10-31T12:00Z'),
            to: minuteOf('2026-11-01T12:00Z'),
            timeZone: 'America/Havana',
            rules: { durationMinutes: 30, startIncrementMinutes: 30 },
            requiredHosts: [
                aHost('julio', {
                    timeZone: 'America/Havana',
                    schedule: weekdaySchedule({
                        timeZone: 'America/Havana',
                        weekly: [{ weekday: 7, startMinute: 0, endMinute: 120 }],
                        closedHours: [{ day: parseLocalDay('2026-10-31'), startMinute: 0, endMinute: 1440 }]
                    })
                })
            ]
        })
    },
    {
        name: 'an increment that does not divide the day starts anew at midnight',
        request: aRequest({
            to: minuteOf('2026-11-25T23:00Z'),
            rules: { startIncrementMinutes: 50, durationMinutes: 30 },
            requiredHosts: [
                aHost('julio', {
                    schedule: weekdaySchedule({ weekly: [{ weekday: 1, startMinute: 1380, endMinute: 120 }] })
                })
            ]
        })
    },
    {
        name: 'a buffer that reaches back over the beginning of the range meets what is busy there',
        request: aRequest({
            from: minuteOf('2026-11-23T08:00Z'),
            rules: { bufferBeforeMinutes: 60 },
            requiredHosts: [
                aHost('julio', { busy: [{ start: minuteOf('2026-11-23T07:00Z'), end: minuteOf('2026-11-23T07:01Z') }] })
            ]
        })
    }
];
