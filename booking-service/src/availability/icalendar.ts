import ICAL from 'ical.js';
import type { CalendarEvent } from '../scheduling/busy.ts';
import type { UtcMinute } from '../scheduling/intervals.ts';
import { floorToMinute } from '../scheduling/intervals.ts';
import { MINUTES_PER_DAY } from '../scheduling/localDay.ts';
import type { LocalDay } from '../scheduling/localDay.ts';
import { isTimeZone, toUtcMinutes } from '../scheduling/timeZone.ts';
import type { Span } from './calendar.ts';

/** Everything a calendar says under one UID: a series with the occurrences that differ, or one entry. */
export interface CalendarEntry {
    uid: string;
    master: ICAL.Component | undefined;
    /** Occurrences that differ from the series: they have a RECURRENCE-ID. */
    overrides: ICAL.Component[];
}

/** How to read a calendar. */
export interface ReadingRules {
    span: Span;
    /** IANA; floating times and whole days are meant there. */
    timeZone: string;
    /** Whether a tentative entry, and an invitation answered with "maybe", makes busy. */
    isTentativeBusy: boolean;
    /** The owner's address in lists of attendees, to find invitations that were declined. */
    email?: string | undefined;
}

/** A rule that recurs every second would keep us for hours. */
const MOST_OCCURRENCES = 50_000;
const MS_PER_DAY = 86_400_000;

/**
 * Reads iCalendar objects (RFC 5545) as a CalDAV server hands them out, one text each.
 *
 * @throws Error when a text is no iCalendar
 */
export function parseEntries(texts: readonly string[]): CalendarEntry[] {
    const entries = new Map<string, CalendarEntry>();
    for (const text of texts) {
        const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
        for (const event of calendar.getAllSubcomponents('vevent')) {
            const uid = String(event.getFirstPropertyValue('uid') ?? '');
            const entry = entries.get(uid) ?? { uid, master: undefined, overrides: [] };
            if (event.hasProperty('recurrence-id')) entry.overrides.push(event);
            else entry.master = event;
            entries.set(uid, entry);
        }
    }
    return [...entries.values()];
}

/**
 * The occurrences of an entry in and around the span that make its owner busy: rules, added and excluded dates,
 * moved and canceled occurrences applied.
 *
 * @throws Error for a time zone that is neither described nor known, and for a rule without end that is too dense
 */
export function busyOccurrences({ master, overrides }: CalendarEntry, rules: ReadingRules): CalendarEvent[] {
    const single = overrides.filter((event) => !isForFuture(event));
    const found = single.filter((event) => makesBusy(event, rules)).map((event) => eventOf(event, rules));
    if (master) found.push(...seriesOf(master, overrides, rules));
    return found.filter(({ start, end }) => end >= rules.span.from && start <= rules.span.to);
}

/** What ical.js says of one occurrence; its own type for it cannot be resolved. */
interface OccurrenceDetails {
    item: ICAL.Event;
    startDate: ICAL.Time;
}

function seriesOf(master: ICAL.Component, overrides: ICAL.Component[], rules: ReadingRules): CalendarEvent[] {
    const event = new ICAL.Event(master, { exceptions: overrides });
    if (!event.isRecurring()) return makesBusy(master, rules) ? [eventOf(master, rules)] : [];
    const found: CalendarEvent[] = [];
    const dates = event.iterator();
    for (let count = 0; ; count++) {
        if (count > MOST_OCCURRENCES) throw new Error(`"${event.uid}" recurs too often to be read.`);
        const next = dates.next() as ICAL.Time | undefined;
        if (!next || momentOf(next, master, rules) > rules.span.to) return found;
        const { item, startDate } = event.getOccurrenceDetails(next) as unknown as OccurrenceDetails;
        // One that differs stands for itself, wherever it was moved to.
        const standsForItself = overrides.includes(item.component) && !isForFuture(item.component);
        if (standsForItself || !makesBusy(item.component, rules)) continue;
        const first = eventOf(item.component, rules);
        const start = momentOf(startDate, item.component, rules);
        found.push({ ...first, start, end: start + first.end - first.start });
    }
}

/** An occurrence from which on all are different. */
function isForFuture(event: ICAL.Component): boolean {
    return event.getFirstProperty('recurrence-id')?.getFirstParameter('range') === 'THISANDFUTURE';
}

function makesBusy(event: ICAL.Component, { isTentativeBusy, email }: ReadingRules): boolean {
    const textOf = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
    if (textOf('transp') === 'TRANSPARENT' || textOf('status') === 'CANCELLED') return false;
    const address = `mailto:${email ?? ''}`.toLowerCase();
    const invitation = event
        .getAllProperties('attendee')
        .find((attendee) => String(attendee.getFirstValue()).toLowerCase() === address);
    const answer = invitation?.getFirstParameter('partstat').toUpperCase();
    if (answer === 'DECLINED') return false;
    return isTentativeBusy || (textOf('status') !== 'TENTATIVE' && answer !== 'TENTATIVE');
}

function eventOf(component: ICAL.Component, rules: ReadingRules): CalendarEvent {
    const { startDate, endDate } = new ICAL.Event(component, { exceptions: [] });
    const start = momentOf(startDate, component, rules);
    const end = momentOf(endDate, component, rules);
    // An all-day entry ends where the next day begins; the slot search wants its last day.
    if (startDate.isDate) return { start, end: Math.max(start, end - MINUTES_PER_DAY), isAllDay: true };
    return { start, end: endDate.second > 0 ? end + 1 : end, isAllDay: false };
}

/** The minute a time lies in; of a date, midnight UTC, as `CalendarEvent` wants it. */
function momentOf(time: ICAL.Time, component: ICAL.Component, rules: ReadingRules): UtcMinute {
    const day: LocalDay = Date.UTC(time.year, time.month - 1, time.day) / MS_PER_DAY;
    if (time.isDate) return day * MINUTES_PER_DAY;
    if (time.zone !== ICAL.Timezone.localTimezone) return floorToMinute(time.toUnixTime() * 1000);
    const name = component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
    if (name && !isTimeZone(name)) throw new Error(`The time zone "${name}" is neither described nor known.`);
    return toUtcMinutes(name ?? rules.timeZone, day, time.hour * 60 + time.minute);
}
