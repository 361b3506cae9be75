import type { Interval } from '../scheduling/intervals.ts';
import { mergeIntervals } from '../scheduling/intervals.ts';
import type { CalendarOwner, CalendarPort, Span } from './calendar.ts';

/** Several calendars as one: busy in any is busy, and a host who is unreadable in any is unreadable. */
export class CombinedCalendar implements CalendarPort {
    private readonly calendars: readonly CalendarPort[];

    constructor(calendars: readonly CalendarPort[]) {
        this.calendars = calendars;
    }

    async readBusy(owners: CalendarOwner[], span: Span): Promise<Map<string, readonly Interval[]>> {
        const answers = await Promise.all(this.calendars.map((calendar) => calendar.readBusy(owners, span)));
        const combined = new Map<string, readonly Interval[]>();
        for (const { hostId } of owners) {
            const found = answers.map((answer) => answer.get(hostId));
            if (!found.includes(undefined)) combined.set(hostId, mergeIntervals(found.flatMap((busy) => busy ?? [])));
        }
        return combined;
    }
}
