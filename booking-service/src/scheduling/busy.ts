import type { Interval, UtcMinute } from './intervals.ts';
import { mergeIntervals } from './intervals.ts';
import type { LocalDay } from './localDay.ts';
import { MINUTES_PER_DAY } from './localDay.ts';
import { zoneTable } from './timeZone.ts';

/** A calendar entry that makes its owner busy, in the terms of Salesforce's Event. */
export interface CalendarEvent {
    /** `StartDateTime`. Of an all-day event: midnight UTC of the first date, which belongs to no zone. */
    readonly start: UtcMinute;
    /** `EndDateTime`. Of an all-day event: midnight UTC of the last date, that date included. */
    readonly end: UtcMinute;
    readonly isAllDay: boolean;
    /** `ActivityDate` of an all-day event, when known: the first date. */
    readonly day?: LocalDay | undefined;
}

/**
 * The busy time of the events' owner, merged. Events without length make nobody busy, unless they last all day.
 *
 * @param ownerTimeZone IANA; all-day events cover whole dates there
 * @throws RangeError as `zoneTable`
 */
export function busyIntervals(events: readonly CalendarEvent[], ownerTimeZone: string): readonly Interval[] {
    return mergeIntervals(
        events.map((event) =>
            event.isAllDay ? wholeDays(event, ownerTimeZone) : { start: event.start, end: event.end }
        )
    );
}

function wholeDays({ start, end, day }: CalendarEvent, timeZone: string): Interval {
    const startDay = floatingDay(start);
    const firstDay = day ?? startDay;
    const lastDay = firstDay + Math.max(0, floatingDay(end) - startDay);
    const span = { start: firstDay * MINUTES_PER_DAY, end: (lastDay + 1) * MINUTES_PER_DAY };
    const table = zoneTable(timeZone, span);
    return { start: table.dayStart(firstDay), end: table.dayStart(lastDay + 1) };
}

const floatingDay = (minute: UtcMinute): LocalDay => Math.floor(minute / MINUTES_PER_DAY);
