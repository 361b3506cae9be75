import type { Logger } from 'pino';
import { calendarQuery, getBasicAuthHeaders } from 'tsdav';
import type { DAVResponse } from 'tsdav';
import { busyIntervals } from '../scheduling/busy.ts';
import type { CalendarEvent } from '../scheduling/busy.ts';
import type { Interval } from '../scheduling/intervals.ts';
import { MINUTES_PER_DAY } from '../scheduling/localDay.ts';
import type { CalDavAccount, CalDavSettings } from './calDavSettings.ts';
import type { CalendarOwner, CalendarPort, KnownMeetings, Span } from './calendar.ts';
import { busyOccurrences, parseEntries } from './icalendar.ts';

/** Whole days and floating times lie up to a day away from where UTC would put them. */
const MARGIN_MINUTES = 2 * MINUTES_PER_DAY;
/** Calendars asked at the same time. */
const PARALLEL = 8;
const TIMEOUT_MS = 10_000;

export interface CalDavCalendarParts {
    settings: CalDavSettings;
    meetings: KnownMeetings;
    logger: Logger;
    timeoutMs?: number;
}

/**
 * Reads calendars of a CalDAV server (RFC 4791): one REPORT for each, answered with iCalendar objects, whose
 * recurrence is worked out here, because not every server expands it and few answer free/busy queries.
 * A host may have several calendars; one that cannot be read makes the host unreadable. Hosts without any are
 * answered with no appointments. Invitations to this service's own meetings are left out, as for Salesforce.
 */
export class CalDavCalendar implements CalendarPort {
    private readonly parts: CalDavCalendarParts;

    constructor(parts: CalDavCalendarParts) {
        this.parts = parts;
    }

    async readBusy(owners: CalendarOwner[], span: Span): Promise<Map<string, readonly Interval[]>> {
        const busy = new Map<string, readonly Interval[]>();
        for (let at = 0; at < owners.length; at += PARALLEL) {
            const chunk = owners.slice(at, at + PARALLEL);
            await Promise.all(
                chunk.map(async (owner) => {
                    const found = await this.readOwner(owner, span);
                    if (found) busy.set(owner.hostId, found);
                })
            );
        }
        return busy;
    }

    /** Undefined when one of the owner's calendars cannot be read. */
    private async readOwner(owner: CalendarOwner, span: Span): Promise<readonly Interval[] | undefined> {
        const names = [owner.username, owner.email].map((name) => name?.toLowerCase());
        const accounts = this.parts.settings.accounts.filter(({ host }) => names.includes(host));
        const read = await Promise.all(accounts.map((account) => this.readAccount(account, owner, span)));
        const events = read.flatMap((found) => found ?? []);
        return read.includes(undefined) ? undefined : busyIntervals(events, owner.timeZone);
    }

    private async readAccount(
        account: CalDavAccount,
        owner: CalendarOwner,
        span: Span
    ): Promise<CalendarEvent[] | undefined> {
        try {
            const entries = parseEntries(await this.report(account, span));
            const known = await this.parts.meetings.findKnown(entries.map(({ uid }) => uid));
            const rules = {
                span: { from: span.from - MARGIN_MINUTES, to: span.to + MARGIN_MINUTES },
                timeZone: owner.timeZone,
                isTentativeBusy: this.parts.settings.isTentativeBusy,
                email: owner.email
            };
            return entries.filter(({ uid }) => !known.has(uid)).flatMap((entry) => busyOccurrences(entry, rules));
        } catch (error) {
            const { host, url } = account;
            this.parts.logger.warn({ err: error, host, url: url.href }, 'a CalDAV calendar cannot be read');
            return undefined;
        }
    }

    /** The iCalendar objects that touch the span. @throws Error for every answer but a complete one */
    private async report({ url, user, password }: CalDavAccount, { from, to }: Span): Promise<string[]> {
        const signal = AbortSignal.timeout(this.parts.timeoutMs ?? TIMEOUT_MS);
        const range = { start: stamp(from - MARGIN_MINUTES), end: stamp(to + MARGIN_MINUTES) };
        const responses = await calendarQuery({
            url: url.href,
            props: { 'd:getetag': {}, 'c:calendar-data': {} },
            filters: {
                'comp-filter': {
                    _attributes: { name: 'VCALENDAR' },
                    'comp-filter': { _attributes: { name: 'VEVENT' }, 'time-range': { _attributes: range } }
                }
            },
            depth: '1',
            headers: { ...getBasicAuthHeaders({ username: user, password }) },
            // A redirect would carry the password somewhere else.
            fetch: (target, init) => fetch(target, { ...init, signal, redirect: 'error' }).then(mustBeMultistatus)
        });
        return responses.map(calendarDataOf);
    }
}

/** Other answers would be taken for a calendar without entries, and its owner for free. */
function mustBeMultistatus(response: Response): Response {
    if (response.status === 207) return response;
    throw new Error(`The calendar server answered with status ${response.status}.`);
}

function calendarDataOf({ href, status, props }: DAVResponse): string {
    const data = (props as Record<string, unknown> | undefined)?.['calendarData'];
    const text = typeof data === 'object' && data !== null && '_cdata' in data ? data._cdata : data;
    if (typeof text === 'string' && text !== '') return text;
    throw new Error(`The calendar server left out ${href ?? 'an entry'} (status ${status}).`);
}

/** `20270103T000000Z`. */
const stamp = (minute: number): string =>
    `${new Date(minute * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
