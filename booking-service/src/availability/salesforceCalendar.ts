import { z } from 'zod';
import { mustParse } from '../problem/mustParse.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { soql } from '../salesforce/soql.ts';
import { busyIntervals } from '../scheduling/busy.ts';
import type { CalendarEvent } from '../scheduling/busy.ts';
import type { Interval } from '../scheduling/intervals.ts';
import { ceilToMinute, floorToMinute } from '../scheduling/intervals.ts';
import { parseLocalDay } from '../scheduling/localDay.ts';
import type { CalendarOwner, CalendarPort, KnownMeetings, Span } from './calendar.ts';

/** Owners in one query: keeps it short and away from OPERATION_TOO_LARGE. */
const OWNERS_PER_QUERY = 50;
/** All-day Events are floating dates, up to 14 hours away from their UTC midnight: read two days more on both sides. */
const MARGIN_MINUTES = 2 * 24 * 60;

const EventRow = z.object({
    OwnerId: z.string(),
    Subject: z.string().nullish(),
    StartDateTime: z.string(),
    EndDateTime: z.string(),
    ActivityDate: z.string().nullish(),
    IsAllDayEvent: z.boolean(),
    IsChild: z.boolean(),
    BookingUid__c: z.string().nullish()
});
type EventRow = z.infer<typeof EventRow>;

/** An invitation that its invitee has declined, with the Event it belongs to. */
const DeclinedRow = z.object({
    RelationId: z.string(),
    Event: z.object({ Subject: z.string().nullish(), StartDateTime: z.string(), EndDateTime: z.string() })
});
type DeclinedRow = z.infer<typeof DeclinedRow>;

/**
 * Reads the Events of hosts that show as busy or out of office: their own and those they are invited to, which stand
 * in their calendars as child Events. Left out are invitations they declined and the Events of this service's own
 * meetings: those are reserved in the database already, under their newest times.
 * Occurrences of a series are Events of their own; the rows that only hold the pattern are left out.
 */
export class SalesforceCalendar implements CalendarPort {
    private readonly client: SalesforceClient;
    private readonly meetings: KnownMeetings;

    constructor(client: SalesforceClient, meetings: KnownMeetings) {
        this.client = client;
        this.meetings = meetings;
    }

    async readBusy(owners: CalendarOwner[], span: Span): Promise<Map<string, readonly Interval[]>> {
        const busy = new Map<string, readonly Interval[]>();
        for (let at = 0; at < owners.length; at += OWNERS_PER_QUERY) {
            const chunk = owners.slice(at, at + OWNERS_PER_QUERY);
            const byOwner = Map.groupBy(await this.readForeignEvents(chunk, span), ({ OwnerId }) => OwnerId);
            for (const { hostId, timeZone } of chunk) {
                busy.set(hostId, busyIntervals((byOwner.get(hostId) ?? []).map(toCalendarEvent), timeZone));
            }
        }
        return busy;
    }

    private async readForeignEvents(owners: CalendarOwner[], span: Span): Promise<EventRow[]> {
        const hostIds = owners.map(({ hostId }) => hostId);
        const events = await this.readEvents(hostIds, span);
        const hasInvitations = events.some(({ IsChild }) => IsChild);
        const attended = hasInvitations ? dropDeclined(events, await this.readDeclined(hostIds, span)) : events;
        const uids = attended.flatMap(({ BookingUid__c }) => BookingUid__c ?? []);
        const known = uids.length > 0 ? await this.meetings.findKnown(uids) : new Set<string>();
        return attended.filter(({ BookingUid__c }) => !known.has(BookingUid__c ?? ''));
    }

    private async readEvents(hostIds: string[], span: Span): Promise<EventRow[]> {
        const { from, to } = widened(span);
        const rows = await this.client.query(soql`
            SELECT Id, OwnerId, Subject, StartDateTime, EndDateTime, ActivityDate, IsAllDayEvent, IsChild, BookingUid__c
              FROM Event
             WHERE OwnerId IN ${hostIds} AND IsRecurrence = false AND IsRecurrence2Exclusion = false
               AND ShowAs IN ('Busy', 'OutOfOffice')
               AND StartDateTime < ${to} AND EndDateTime >= ${from}
             ORDER BY StartDateTime, Id`);
        return mustParse(z.array(EventRow), rows, 'an Event of Salesforce');
    }

    private async readDeclined(hostIds: string[], span: Span): Promise<DeclinedRow[]> {
        const { from, to } = widened(span);
        const rows = await this.client.query(soql`
            SELECT RelationId, Event.Subject, Event.StartDateTime, Event.EndDateTime FROM EventRelation
             WHERE RelationId IN ${hostIds} AND Status = 'Declined'
               AND Event.StartDateTime < ${to} AND Event.EndDateTime >= ${from}`);
        return mustParse(z.array(DeclinedRow), rows, 'an invitation of Salesforce');
    }
}

/**
 * The answer to an invitation is kept with the organiser's Event, and nothing leads from there to the invitee's child
 * Event but what both have in common. So one declined invitation takes away one child Event that looks the same.
 */
function dropDeclined(events: EventRow[], declined: DeclinedRow[]): EventRow[] {
    const left = new Map<string, number>();
    for (const { RelationId, Event } of declined) {
        const key = invitationKey(RelationId, Event);
        left.set(key, (left.get(key) ?? 0) + 1);
    }
    return events.filter((event) => {
        const key = invitationKey(event.OwnerId, event);
        const count = left.get(key) ?? 0;
        if (!event.IsChild || count === 0) return true;
        left.set(key, count - 1);
        return false;
    });
}

function invitationKey(userId: string, { Subject, StartDateTime, EndDateTime }: DeclinedRow['Event']): string {
    return JSON.stringify([userId, Subject ?? '', Date.parse(StartDateTime), Date.parse(EndDateTime)]);
}

function toCalendarEvent({ StartDateTime, EndDateTime, ActivityDate, IsAllDayEvent }: EventRow): CalendarEvent {
    return {
        start: floorToMinute(Date.parse(StartDateTime)),
        end: ceilToMinute(Date.parse(EndDateTime)),
        isAllDay: IsAllDayEvent,
        ...(ActivityDate && { day: parseLocalDay(ActivityDate) })
    };
}

function widened({ from, to }: Span): { from: Date; to: Date } {
    return { from: toDate(from - MARGIN_MINUTES), to: toDate(to + MARGIN_MINUTES) };
}

function toDate(minutes: number): Date {
    return new Date(minutes * 60_000);
}
