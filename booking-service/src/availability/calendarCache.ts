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
    cacheHours: number;
    /** How long reading a calendar may hold up an answer. */
    deadlineMs?: number;
    now?: () => Date;
}

const DEADLINE_MS = 3_000;

interface Copy {
    busy: readonly Interval[];
    readAt: Date;
    coversSpan: boolean;
}

/**
 * The busy times of hosts, read from their calendars at most once in `maxAgeMs` and kept in the database,
 * so that replicas share them and booking goes on while a calendar is out of reach.
 */
export class CalendarCache {
    private readonly parts: CalendarCacheParts;
    private readonly now: () => Date;
    private readonly inFlight = new Map<string, Promise<Map<string, readonly Interval[]>>>();

    constructor(parts: CalendarCacheParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
    }

    /**
     * Busy times by host id. A host that is missing is not free: its calendar cannot be read.
     * @param spans what has to be known, and how much to read when reading anyway
     */
    async readBusy(
        owners: CalendarOwner[],
        spans: { needed: Span; readAhead: Span },
        maxAgeMs: number
    ): Promise<Map<string, readonly Interval[]>> {
        if (owners.length === 0) return new Map();
        const copies = await this.findCopies(owners, spans.needed);
        const stale = owners.filter(({ hostId }) => !isFresh(copies.get(hostId), maxAgeMs, this.now()));
        const fresh = await this.readAndKeep(stale, spans.readAhead);
        const found = new Map<string, readonly Interval[]>();
        for (const { hostId } of owners) {
            const busy = fresh.get(hostId) ?? this.usableCopy(copies.get(hostId));
            if (busy) found.set(hostId, busy);
        }
        return found;
    }

    private usableCopy(copy: Copy | undefined): readonly Interval[] | undefined {
        return isFresh(copy, this.parts.cacheHours * 3_600_000, this.now()) ? copy?.busy : undefined;
    }

    /** Equal readings at the same time happen once, and none holds up an answer longer than the deadline. */
    private async readAndKeep(owners: CalendarOwner[], span: Span): Promise<Map<string, readonly Interval[]>> {
        if (owners.length === 0) return new Map();
        const key = JSON.stringify([owners.map(({ hostId }) => hostId).sort(), span]);
        let reading = this.inFlight.get(key);
        if (!reading) {
            reading = this.read(owners, span).finally(() => this.inFlight.delete(key));
            this.inFlight.set(key, reading);
        }
        return Promise.race([
            reading,
            after(this.parts.deadlineMs ?? DEADLINE_MS, new Map<string, readonly Interval[]>())
        ]);
    }

    private async read(owners: CalendarOwner[], span: Span): Promise<Map<string, readonly Interval[]>> {
        const readAt = this.now();
        try {
            const busy = await this.parts.calendar.readBusy(owners, span);
            await this.keep(busy, span, readAt);
            return busy;
        } catch (error) {
            this.parts.logger.warn({ err: error }, 'calendars cannot be read; the last copies answer');
            return new Map();
        }
    }

    private async findCopies(owners: CalendarOwner[], span: Span): Promise<Map<string, Copy>> {
        const rows = await this.parts.db
            .selectFrom('host_calendars')
            .select([
                'host_id',
                'busy',
                'read_at',
                sql<boolean>`covers @> tstzrange(${toDate(span.from)}, ${toDate(span.to)})`.as('covers_span')
            ])
            .where(
                'host_id',
                'in',
                owners.map(({ hostId }) => hostId)
            )
            .execute();
        return new Map(
            rows.map((row) => [row.host_id, { busy: row.busy, readAt: row.read_at, coversSpan: row.covers_span }])
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

function isFresh(copy: Copy | undefined, maxAgeMs: number, now: Date): boolean {
    return copy !== undefined && copy.coversSpan && now.getTime() - copy.readAt.getTime() < maxAgeMs;
}

function toDate(minutes: number): Date {
    return new Date(minutes * 60_000);
}

function after<T>(ms: number, value: T): Promise<T> {
    return new Promise((resolve) => setTimeout(resolve, ms, value).unref());
}
