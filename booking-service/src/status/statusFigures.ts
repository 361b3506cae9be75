import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';

/** A time in which nothing was sent to Salesforce. */
export interface Break {
    reason: string;
    startedAt: Date;
    endedAt: Date;
}

/** How the service does, all replicas together. */
export interface StatusFigures {
    serviceUid: string;
    /** The database's clock, by which every other instant here goes. */
    now: Date;
    waiting: number;
    parked: number;
    oldestWaitingAt: Date | undefined;
    polledAt: Date | undefined;
    callsToday: number;
    /** Why nothing is sent now. */
    breakReason: string | undefined;
    lastBreak: Break | undefined;
    replicas: { name: string; startedAt: Date; seenAt: Date }[];
}

interface FiguresRow {
    service_uid: string;
    now: Date;
    waiting: number;
    parked: number;
    oldest: Date | null;
    polled_at: Date | null;
    calls: number;
    reason: string | null;
    last_break_reason: string | null;
    last_break_started_at: Date | null;
    last_break_ended_at: Date | null;
    replicas: { name: string; startedAt: string; seenAt: string }[];
}

/** Everything in one query. */
export async function readFigures(db: Kysely<Database>): Promise<StatusFigures> {
    const { rows } = await sql<FiguresRow>`
        select service_uid, now() as now, backlog.*, polled_at, reason,
               last_break_reason, last_break_started_at, last_break_ended_at,
               coalesce((select calls from salesforce_calls where day = (now() at time zone 'UTC')::date), 0) as calls,
               coalesce((select jsonb_agg(jsonb_build_object('name', name, 'startedAt', started_at, 'seenAt', seen_at)
                                          order by started_at, name) from replicas), '[]') as replicas
          from status_report, mirror_state, salesforce_breaker,
               (select count(*) filter (where parked_at is null)::int as waiting,
                       count(*) filter (where parked_at is not null)::int as parked,
                       min(waiting_since) filter (where parked_at is null) as oldest
                  from outbox where done_revision < wanted_revision) backlog`.execute(db);
    const [row] = rows;
    if (!row) throw new Error('a table of one row has none: status_report, mirror_state or salesforce_breaker');
    return {
        serviceUid: row.service_uid,
        now: row.now,
        waiting: row.waiting,
        parked: row.parked,
        oldestWaitingAt: row.oldest ?? undefined,
        polledAt: row.polled_at ?? undefined,
        callsToday: row.calls,
        breakReason: row.reason ?? undefined,
        lastBreak: lastBreak(row),
        replicas: row.replicas.map(({ name, startedAt, seenAt }) => ({
            name,
            startedAt: new Date(startedAt),
            seenAt: new Date(seenAt)
        }))
    };
}

/** The breaker forgets a break when it closes; this remembers the last one. */
export async function rememberBreaks(db: Kysely<Database>): Promise<void> {
    await sql`
        update status_report
           set break_reason = b.reason, break_started_at = b.opened_at,
               last_break_reason = coalesce(break_reason, last_break_reason),
               last_break_started_at = coalesce(break_started_at, last_break_started_at),
               last_break_ended_at = case when break_reason is null then last_break_ended_at else now() end
          from salesforce_breaker b
         where break_reason is distinct from b.reason or break_started_at is distinct from b.opened_at`.execute(db);
}

function lastBreak(row: FiguresRow): Break | undefined {
    const { last_break_reason: reason, last_break_started_at: startedAt, last_break_ended_at: endedAt } = row;
    return reason && startedAt && endedAt ? { reason, startedAt, endedAt } : undefined;
}
