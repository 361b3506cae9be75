import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../database/tables.ts';
import type { Interval } from '../scheduling/intervals.ts';
import type { CalendarOwner, CalendarPort, Span } from './calendar.ts';

export interface CalendarCacheParts {
    db: Kysely<Database>;
    calendar: CalendarPort;
    logger: Logger;
    /** How long a copy stands in for a calendar that cannot be reached. */
    cacheHours: () => Promise<number>;
    /** How long reading a calendar may hold up an answer. */
    deadlineMs?: number;
    now?: () => Date;
}

const DEADLINE_MS = 3_000;

/** The busy times of a host as they were at `readAt`, as far as they were read. */
export interface CalendarCopy {
    busy: readonly Interval[];
    readAt: Date;
    covers: Span;
}

/** What has to be known, and how much to read when reading anyway. */
export interface ReadSpans {
    needed: Span;
    readAhead: Span;
}

/**
 * The busy times of hosts, read from their calendars at most once in `maxAgeMs` and kept in the database,
 * so that replicas share them and booking goes on while a calendar is out of reach.
 */
export class CalendarCache {
    private readonly parts: CalendarCacheParts;
    private readonly now: () => Date;
    private readonly inFlight = new Map<string, Promise<Map<string, CalendarCopy>>>();

    constructor(parts: CalendarCacheParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
    }

    /** Busy times by host id. A host that is missing is not free: its calendar cannot be read. */
    async readBusy(
        owners: CalendarOwner[],
        spans: ReadSpans,
        maxAgeMs: number
    ): Promise<Map<string, readonly Interval[]>> {
        const copies = await this.read(owners, spans, maxAgeMs);
        return new Map([...copies].map(([hostId, { busy }]) => [hostId, busy]));
    }

    /** The same with their age. A copy is older than `maxAgeMs` only where the calendar cannot be read. */
    async read(owners: CalendarOwner[], spans: ReadSpans, maxAgeMs: number): Promise<Map<string, CalendarCopy>> {
        if (owners.length === 0) return new Map();
        const copies = await this.findCopies(owners);
        const isUsable = (copy: CalendarCopy | undefined, ageMs: number): boolean =>
            copy !== undefined &&
            covers(copy.covers, spans.needed) &&
            this.now().getTime() - copy.readAt.getTime() < ageMs;
        const stale = owners.filter(({ hostId }) => !isUsable(copies.get(hostId), maxAgeMs));
        const fresh = await this.readAndKeep(stale, spans.readAhead);
        const longestMs = (await this.parts.cacheHours()) * 3_600_000;
        const found = new Map<string, CalendarCopy>();
        for (const { hostId } of owners) {
            const copy = fresh.get(hostId) ?? copies.get(hostId);
            if (copy && isUsable(copy, longestMs)) found.set(hostId, copy);
        }
        return found;
    }

    /** Equal readings at the same time happen once, and none holds up an answer longer than the deadline. */
    private async readAndKeep(owners: CalendarOwner[], span: Span): Promise<Map<string, CalendarCopy>> {
        if (owners.length === 0) return new Map();
        const key = JSON.stringify([owners.map(({ hostId }) => hostId).sort(), span]);
        let reading = this.inFlight.get(key);
        if (!reading) {
            reading = this.readCalendar(owners, span).finally(() => this.inFlight.delete(key));
            this.inFlight.set(key, reading);
        }
        return Promise.race([reading, after(this.parts.deadlineMs ?? DEADLINE_MS, new Map<string, CalendarCopy>())]);
    }

    private async readCalendar(owners: CalendarOwner[], span: Span): Promise<Map<string, CalendarCopy>> {
        const readAt = this.now();
        try {
            const busy = await this.parts.calendar.readBusy(owners, span);
            await this.keep(busy, span, readAt);
            return new Map([...busy].map(([hostId, found]) => [hostId, { busy: found, readAt, covers: span }]));
        } catch (error) {
            this.parts.logger.warn({ err: error }, 'calendars cannot be read; the last copies answer');
            return new Map();
        }
    }

    private async findCopies(owners: CalendarOwner[]): Promise<Map<string, CalendarCopy>> {
        const minuteOf = (bound: 'lower' | 'upper') =>
            sql<number>`(extract(epoch from ${sql.raw(bound)}(covers)) / 60)::int`;
        const rows = await this.parts.db
            .selectFrom('host_calendars')
            .select(['host_id', 'busy', 'read_at', minuteOf('lower').as('from'), minuteOf('upper').as('to')])
            .where(
                'host_id',
                'in',
                owners.map(({ hostId }) => hostId)
            )
            .execute();
        return new Map(
            rows.map(({ host_id, busy, read_at, from, to }) => [
                host_id,
                { busy, readAt: read_at, covers: { from, to } }
            ])
        );
    }

    private async keep(busy: Map<string, readonly Interval[]>, span: Span, readAt: Date): Promise<void> {
        const rows = [...busy].map(([host_id, intervals]) => ({ host_id, busy: intervals }));
        await sql`
            insert into host_calendars (host_id, covers, busy, read_at)
            select row->>'host_id', tstzrange(${toDate(span.from)}, ${toDate(span.to)}), row->'busy', ${readAt}
              from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as row order by 1
            on conflict (host_id) do update
               set covers = excluded.covers, busy = excluded.busy, read_at = excluded.read_at
             where excluded.read_at >= host_calendars.read_at`.execute(this.parts.db);
    }
}

function covers(outer: Span, inner: Span): boolean {
    return outer.from <= inner.from && inner.to <= outer.to;
}

function toDate(minutes: number): Date {
    return new Date(minutes * 60_000);
}

function after<T>(ms: number, value: T): Promise<T> {
    return new Promise((resolve) => setTimeout(resolve, ms, value).unref());
}
