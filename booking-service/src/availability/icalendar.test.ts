import { busyIntervals } from '../scheduling/busy.ts';
import { isoOf, minuteOf } from '../scheduling/testing/builders.ts';
import { busyOccurrences, parseEntries } from './icalendar.ts';
import type { ReadingRules } from './icalendar.ts';

const BERLIN = `BEGIN:VTIMEZONE
TZID:Our Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

/** One calendar object of these events, each given as the lines between BEGIN and END. */
const calendar = (...events: string[]): string =>
    [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//test//EN',
        BERLIN,
        ...events.map((lines) => `BEGIN:VEVENT\nUID:series-1\nDTSTAMP:20260101T000000Z\n${lines}\nEND:VEVENT`),
        'END:VCALENDAR'
    ]
        .join('\n')
        .replaceAll('\n', '\r\n');

function busy(text: string, changes: Partial<ReadingRules> = {}): string[] {
    const rules: ReadingRules = {
        span: { from: minuteOf('2026-10-01T00:00Z'), to: minuteOf('2026-12-01T00:00Z') },
        timeZone: 'Europe/Berlin',
        isTentativeBusy: true,
        ...changes
    };
    const events = parseEntries([text]).flatMap((entry) => busyOccurrences(entry, rules));
    return busyIntervals(events, rules.timeZone).map(({ start, end }) => `${isoOf(start)}/${isoOf(end)}`);
}

describe('busyOccurrences', () => {
    it.each([
        ['UTC', 'DTSTART:20261123T090000Z\nDTEND:20261123T100000Z', '2026-11-23T09:00Z/2026-11-23T10:00Z'],
        [
            'a zone that the calendar describes',
            'DTSTART;TZID=Our Berlin:20261020T090000\nDURATION:PT45M',
            '2026-10-20T07:00Z/2026-10-20T07:45Z'
        ],
        [
            'a zone that is only named',
            'DTSTART;TZID=America/New_York:20261020T090000\nDTEND;TZID=America/New_York:20261020T093000',
            '2026-10-20T13:00Z/2026-10-20T13:30Z'
        ],
        [
            'no zone at all: the owner’s',
            'DTSTART:20261123T090000\nDTEND:20261123T100000',
            '2026-11-23T08:00Z/2026-11-23T09:00Z'
        ],
        ['whole days', 'DTSTART;VALUE=DATE:20261123\nDTEND;VALUE=DATE:20261125', '2026-11-22T23:00Z/2026-11-24T23:00Z'],
        ['one whole day without an end', 'DTSTART;VALUE=DATE:20261123', '2026-11-22T23:00Z/2026-11-23T23:00Z']
    ])('reads times in %s', (_, lines, expected) => {
        expect(busy(calendar(lines))).toEqual([expected]);
    });

    it('repeats at the same time of day across a change of the clock, without the dates left out', () => {
        const series = `DTSTART;TZID=Our Berlin:20261019T090000
DTEND;TZID=Our Berlin:20261019T100000
RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=4
EXDATE;TZID=Our Berlin:20261102T090000
RDATE;TZID=Our Berlin:20261104T120000`;
        expect(busy(calendar(series))).toEqual([
            '2026-10-19T07:00Z/2026-10-19T08:00Z',
            '2026-10-26T08:00Z/2026-10-26T09:00Z',
            '2026-11-04T11:00Z/2026-11-04T12:00Z',
            '2026-11-09T08:00Z/2026-11-09T09:00Z'
        ]);
    });

    const daily = 'DTSTART:20261123T090000Z\nDTEND:20261123T100000Z\nRRULE:FREQ=DAILY;COUNT=3';

    it('puts an occurrence where it was moved to, even out of a far future', () => {
        const moved = 'RECURRENCE-ID:20261124T090000Z\nDTSTART:20261124T150000Z\nDTEND:20261124T153000Z';
        expect(busy(calendar(daily, moved))).toEqual([
            '2026-11-23T09:00Z/2026-11-23T10:00Z',
            '2026-11-24T15:00Z/2026-11-24T15:30Z',
            '2026-11-25T09:00Z/2026-11-25T10:00Z'
        ]);
        const yearly = 'DTSTART:20200301T090000Z\nDTEND:20200301T100000Z\nRRULE:FREQ=YEARLY';
        const brought = 'RECURRENCE-ID:20270301T090000Z\nDTSTART:20261110T090000Z\nDTEND:20261110T100000Z';
        expect(busy(calendar(yearly, brought))).toEqual(['2026-11-10T09:00Z/2026-11-10T10:00Z']);
    });

    it('moves all that follow when an occurrence stands for the future', () => {
        const later =
            'RECURRENCE-ID;RANGE=THISANDFUTURE:20261124T090000Z\nDTSTART:20261124T120000Z\nDTEND:20261124T130000Z';
        expect(busy(calendar(daily, later))).toEqual([
            '2026-11-23T09:00Z/2026-11-23T10:00Z',
            '2026-11-24T12:00Z/2026-11-24T13:00Z',
            '2026-11-25T12:00Z/2026-11-25T13:00Z'
        ]);
    });

    it('drops one occurrence that was canceled', () => {
        const canceled =
            'RECURRENCE-ID:20261124T090000Z\nDTSTART:20261124T090000Z\nDTEND:20261124T100000Z\nSTATUS:CANCELLED';
        expect(busy(calendar(daily, canceled))).toHaveLength(2);
    });

    it('reads a series without end that began long ago', () => {
        const endless = 'DTSTART:20120102T090000Z\nDTEND:20120102T091500Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
        expect(
            busy(calendar(endless), {
                span: { from: minuteOf('2026-11-23T00:00Z'), to: minuteOf('2026-11-25T00:00Z') }
            })
        ).toEqual(['2026-11-23T09:00Z/2026-11-23T09:15Z', '2026-11-24T09:00Z/2026-11-24T09:15Z']);
    });

    const nine = 'DTSTART:20261123T090000Z\nDTEND:20261123T100000Z';
    const invitation = (answer: string) => `${nine}\nATTENDEE;PARTSTAT=${answer}:MAILTO:Julio@Nexora.example`;

    it.each([
        ['a transparent entry', `${nine}\nTRANSP:TRANSPARENT`, true, 0],
        ['a canceled one', `${nine}\nSTATUS:CANCELLED`, true, 0],
        ['a tentative one, by default', `${nine}\nSTATUS:TENTATIVE`, true, 1],
        ['a tentative one, where those are free', `${nine}\nSTATUS:TENTATIVE`, false, 0],
        ['a confirmed one', `${nine}\nSTATUS:CONFIRMED\nTRANSP:OPAQUE`, false, 1],
        ['an invitation that was declined', invitation('DECLINED'), true, 0],
        ['an invitation that nobody has answered', invitation('NEEDS-ACTION'), false, 1],
        ['an invitation answered with maybe, where those are free', invitation('TENTATIVE'), false, 0],
        ['an entry without length', 'DTSTART:20261123T090000Z', true, 0]
    ])('counts %s', (_, lines, isTentativeBusy, expected) => {
        expect(busy(calendar(lines), { isTentativeBusy, email: 'julio@nexora.example' })).toHaveLength(expected);
    });

    it('refuses what it cannot be sure of, rather than call it free', () => {
        expect(() => busy(calendar('DTSTART;TZID=Mars:20261123T090000\nDURATION:PT1H'))).toThrow('"Mars"');
        expect(() => busy(calendar(`DTSTART:20120101T000000Z\nRRULE:FREQ=SECONDLY`))).toThrow('too often');
        expect(() => busy('no calendar')).toThrow();
    });
});
