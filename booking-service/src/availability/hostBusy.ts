import type { Interval } from '../scheduling/intervals.ts';
import { mergeIntervals } from '../scheduling/intervals.ts';
import type { CalendarOwner, Span } from './calendar.ts';
import type { CalendarCache, ReadSpans } from './calendarCache.ts';
import type { OwnMeetings } from './ownMeetings.ts';

interface KnownBusy {
    version: number;
    covers: Span;
    /** Of the calendar. */
    readAt: number;
    busy: readonly Interval[];
}

/** Where busy times come from. */
export interface HostBusyParts {
    calendars: CalendarCache;
    ownMeetings: OwnMeetings;
    now: () => Date;
}

/**
 * What keeps hosts busy, calendars and own meetings together, held in memory. A version in the database, raised with
 * every reservation and every reading of a calendar by whichever replica, says whether it still holds; asking for it
 * is the only query of most searches. The same list comes back until it changes.
 */
export class HostBusy {
    private readonly parts: HostBusyParts;
    private readonly known = new Map<string, KnownBusy>();

    constructor(parts: HostBusyParts) {
        this.parts = parts;
    }

    /** Busy times by host id. A host that is missing is not free: its calendar cannot be read. */
    async read(owners: CalendarOwner[], spans: ReadSpans, maxAgeMs: number): Promise<Map<string, readonly Interval[]>> {
        const versions = await this.parts.ownMeetings.readVersions(owners.map(({ hostId }) => hostId));
        const unknown = owners.filter(({ hostId }) => !this.isKnown(hostId, versions.get(hostId), spans, maxAgeMs));
        if (unknown.length > 0) await this.load(unknown, versions, spans, maxAgeMs);
        const found = new Map<string, readonly Interval[]>();
        for (const { hostId } of owners) {
            const known = this.known.get(hostId);
            if (known) found.set(hostId, known.busy);
        }
        return found;
    }

    private isKnown(hostId: string, version: number | undefined, { needed }: ReadSpans, maxAgeMs: number): boolean {
        const known = this.known.get(hostId);
        if (known?.version !== version || known === undefined) return false;
        const isCovered = known.covers.from <= needed.from && needed.to <= known.covers.to;
        return isCovered && this.parts.now().getTime() - known.readAt < maxAgeMs;
    }

    /** What was loaded belongs to the version that was read before it, or to a later one: never to an earlier. */
    private async load(
        owners: CalendarOwner[],
        versions: Map<string, number>,
        spans: ReadSpans,
        maxAgeMs: number
    ): Promise<void> {
        const hostIds = owners.map(({ hostId }) => hostId);
        const [readings, reserved] = await Promise.all([
            this.parts.calendars.read(owners, spans, maxAgeMs),
            this.parts.ownMeetings.readReserved(hostIds, spans.readAhead)
        ]);
        for (const hostId of hostIds) {
            const reading = readings.get(hostId);
            if (!reading) {
                this.known.delete(hostId);
                continue;
            }
            const busy = mergeIntervals([...reading.busy, ...(reserved.get(hostId) ?? [])]);
            // A reading has just raised the version: the next search loads once more, then it is known.
            const version = versions.get(hostId) ?? 0;
            const covers = {
                from: Math.max(reading.covers.from, spans.readAhead.from),
                to: Math.min(reading.covers.to, spans.readAhead.to)
            };
            this.known.set(hostId, { version, covers, readAt: reading.readAt.getTime(), busy });
        }
    }
}
