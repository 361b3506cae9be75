import { z } from 'zod';
import { mustParse } from '../problem/mustParse.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { soql } from '../salesforce/soql.ts';
import { busyIntervals } from '../scheduling/busy.ts';
import { ceilToMinute, floorToMinute } from '../scheduling/intervals.ts';
import type { BusyInterval, CalendarOwner, CalendarPort, Span } from './calendar.ts';

/** Owners in one query: keeps it short and away from OPERATION_TOO_LARGE. */
const OWNERS_PER_QUERY = 50;
/** All-day Events are floating dates, up to 14 hours away from their UTC midnight: read two days more on both sides. */
const MARGIN_MINUTES = 2 * 24 * 60;

const EventRow = z.object({
    OwnerId: z.string(),
    StartDateTime: z.string(),
    EndDateTime: z.string(),
    IsAllDayEvent: z.boolean()
});

/**
 * Reads the Events of hosts that show as busy or out of office.
 * Occurrences of a series are Events of their own; the rows that only hold the pattern are left out.
 */
export class SalesforceCalendar implements CalendarPort {
    private readonly client: SalesforceClient;

    constructor(client: SalesforceClient) {
        this.client = client;
    }

    async readBusy(owners: CalendarOwner[], span: Span): Promise<Map<string, BusyInterval[]>> {
        const busy = new Map<string, BusyInterval[]>();
        for (let at = 0; at < owners.length; at += OWNERS_PER_QUERY) {
            const chunk = owners.slice(at, at + OWNERS_PER_QUERY);
            const events = await this.readEvents(chunk, span);
            for (const owner of chunk) {
                const own = events.filter(({ OwnerId }) => OwnerId === owner.hostId).map(toCalendarEvent);
                busy.set(owner.hostId, [...busyIntervals(own, owner.timeZone)]);
            }
        }
        return busy;
    }

    private async readEvents(owners: CalendarOwner[], { from, to }: Span): Promise<z.infer<typeof EventRow>[]> {
        const hostIds = owners.map(({ hostId }) => hostId);
        const rows = await this.client.query(soql`
            SELECT Id, OwnerId, StartDateTime, EndDateTime, IsAllDayEvent FROM Event
             WHERE OwnerId IN ${hostIds} AND IsRecurrence = false AND IsRecurrence2Exclusion = false
               AND ShowAs IN ('Busy', 'OutOfOffice')
               AND StartDateTime < ${toDate(to + MARGIN_MINUTES)} AND EndDateTime >= ${toDate(from - MARGIN_MINUTES)}
             ORDER BY StartDateTime, Id`);
        return mustParse(z.array(EventRow), rows, 'an Event of Salesforce');
    }
}

function toCalendarEvent({ StartDateTime, EndDateTime, IsAllDayEvent }: z.infer<typeof EventRow>) {
    return {
        start: floorToMinute(Date.parse(StartDateTime)),
        end: ceilToMinute(Date.parse(EndDateTime)),
        isAllDay: IsAllDayEvent
    };
}

function toDate(minutes: number): Date {
    return new Date(minutes * 60_000);
}
