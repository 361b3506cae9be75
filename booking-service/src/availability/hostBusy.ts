import type { Interval } from '../scheduling/intervals.ts';
import { mergeIntervals } from '../scheduling/intervals.ts';
import type { CalendarOwner, Span } from './calendar.ts';
import type { CalendarCache, ReadSpans } from './calendarCache.ts';
import type { HostVersions, OwnMeetings } from './ownMeetings.ts';

interface KnownBusy extends HostVersions {
    covers: Span;
    /** Of the calendar. */
    readAt: number;
    calendar: readonly Interval[];
    /** The calendar and our own meetings. */
    busy: readonly Interval[];
}

/** Where busy times come from. */
export interface HostBusyParts {
    calendars: CalendarCache;
    ownMeetings: OwnMeetings;
    now: () => Date;
}

/** How old busy times may be. */
export interface BusyAge {
    /** Of the calendars. */
    maxAgeMs: number;
    /** Own meetings as they were when they were last looked at: for whoever leaves it to the database to decide. */
    areMeetingsAsKnown?: boolean;
}

/**
 * What keeps hosts busy, calendars and own meetings together, held in memory. Versions in the database, raised with
 * every reservation and every change of a calendar by whichever replica, say whether it still holds; asking for them is
 * the only query of most searches. The same list comes back until it changes.
 */
export class HostBusy {
    private readonly parts: HostBusyParts;
    private readonly known = new Map<string, KnownBusy>();

    constructor(parts: HostBusyParts) {
        this.parts = parts;
    }

    /** Busy times by host id. A host that is missing is not free: its calendar cannot be read. */
    async read(owners: CalendarOwner[], spans: ReadSpans, age: BusyAge): Promise<Map<string, readonly Interval[]>> {
        const versions = await this.parts.ownMeetings.readVersions(owners.map(({ hostId }) => hostId));
        // Answered from what is found here: meanwhile others may put something older into the memory.
        const found = this.recall(owners, versions, spans, age);
        const unread = owners.filter(({ hostId }) => !found.has(hostId));
        if (unread.length > 0) await this.load(found, unread, versions, spans, age);
        if (!age.areMeetingsAsKnown) await this.followMeetings(found, versions);
        return new Map([...found].map(([hostId, { busy }]) => [hostId, busy]));
    }

    /** Those whose calendar is known. */
    private recall(
        owners: CalendarOwner[],
        versions: Map<string, HostVersions>,
        { needed }: ReadSpans,
        { maxAgeMs }: BusyAge
    ): Map<string, KnownBusy> {
        const now = this.parts.now().getTime();
        const found = new Map<string, KnownBusy>();
        for (const { hostId } of owners) {
            const known = this.known.get(hostId);
            if (!known || known.calendarVersion !== versionsOf(hostId, versions).calendarVersion) continue;
            const isCovered = known.covers.from <= needed.from && needed.to <= known.covers.to;
            if (isCovered && now - known.readAt < maxAgeMs) found.set(hostId, known);
        }
        return found;
    }

    /** What was loaded belongs to the version that was read before it, or to a later one: never to an earlier. */
    private async load(
        found: Map<string, KnownBusy>,
        owners: CalendarOwner[],
        versions: Map<string, HostVersions>,
        spans: ReadSpans,
        { maxAgeMs }: BusyAge
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
            this.remember(found, hostId, {
                // A reading that found something new has just raised the version: it is loaded once more, then known.
                ...versionsOf(hostId, versions),
                covers: {
                    from: Math.max(reading.covers.from, spans.readAhead.from),
                    to: Math.min(reading.covers.to, spans.readAhead.to)
                },
                readAt: reading.readAt.getTime(),
                calendar: reading.busy,
                busy: mergeIntervals([...reading.busy, ...(reserved.get(hostId) ?? [])])
            });
        }
    }

    /** Loads our own meetings of those for whom something has been booked, moved or canceled. */
    private async followMeetings(found: Map<string, KnownBusy>, versions: Map<string, HostVersions>): Promise<void> {
        const changed = [...found].filter(([hostId, { version }]) => version !== versionsOf(hostId, versions).version);
        if (changed.length === 0) return;
        const span = {
            from: Math.min(...changed.map(([, { covers }]) => covers.from)),
            to: Math.max(...changed.map(([, { covers }]) => covers.to))
        };
        const hostIds = changed.map(([hostId]) => hostId);
        const reserved = await this.parts.ownMeetings.readReserved(hostIds, span);
        for (const [hostId, before] of changed) {
            const busy = mergeIntervals([...before.calendar, ...(reserved.get(hostId) ?? [])]);
            this.remember(found, hostId, { ...before, version: versionsOf(hostId, versions).version, busy });
        }
    }

    private remember(found: Map<string, KnownBusy>, hostId: string, known: KnownBusy): void {
        found.set(hostId, known);
        this.known.set(hostId, known);
    }
}

function versionsOf(hostId: string, versions: Map<string, HostVersions>): HostVersions {
    return versions.get(hostId) ?? NEVER_BUSY;
}

const NEVER_BUSY: HostVersions = { version: 0, calendarVersion: 0 };
