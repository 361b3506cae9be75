import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { MailAudience, MailKind } from '../meetings/meeting.ts';

/** A time in which nothing was sent to Salesforce. */
export interface Break {
    reason: string;
    startedAt: Date;
    endedAt: Date;
}

/** A mail that was refused for good. Without its address: the meeting's record has it, for those who may see it. */
export interface Bounce {
    kind: MailKind;
    audience: MailAudience;
    /** SMTP's reply code, or that of the network error after which it was given up. */
    code: string;
    at: Date;
    /** Of `Meeting__c`; absent for one-time codes and for meetings that Salesforce does not have. */
    meetingId: string | undefined;
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
    /** Mails refused lately. */
    bounced: number;
    /** The latest of them, newest first. */
    bounces: Bounce[];
}

/** A refusal that is older interests nobody who could still act. */
const BOUNCES_DAYS = 14;
const MOST_BOUNCES = 50;

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
    bounced: number;
    bounces: { kind: MailKind; audience: MailAudience; code: string | null; at: string; meetingId: string | null }[];
}

/** Everything in one query. */
export async function readFigures(db: Kysely<Database>): Promise<StatusFigures> {
    const { rows } = await sql<FiguresRow>`
        select service_uid, now() as now, backlog.*, polled_at, reason,
               last_break_reason, last_break_started_at, last_break_ended_at,
               coalesce((select calls from salesforce_calls where day = (now() at time zone 'UTC')::date), 0) as calls,
               coalesce((select jsonb_agg(jsonb_build_object('name', name, 'startedAt', started_at, 'seenAt', seen_at)
                                          order by started_at, name) from replicas), '[]') as replicas,
               bounces.*
          from status_report, mirror_state, salesforce_breaker,
               (select count(*) filter (where parked_at is null)::int as waiting,
                       count(*) filter (where parked_at is not null)::int as parked,
                       min(waiting_since) filter (where parked_at is null) as oldest
                  from outbox where done_revision < wanted_revision) backlog,
               (select coalesce(max(total), 0)::int as bounced,
                       coalesce(jsonb_agg(to_jsonb(latest) - 'total' order by at desc), '[]') as bounces
                  from (select j.kind, j.audience, j.error_code as code, coalesce(j.bounced_at, j.created_at) as at,
                               m.salesforce_id as "meetingId", count(*) over () as total
                          from mail_jobs j left join meetings m on m.uid = j.meeting_uid
                         where j.state = 'bounced'
                           and coalesce(j.bounced_at, j.created_at) > now() - make_interval(days => ${BOUNCES_DAYS})
                         order by at desc limit ${MOST_BOUNCES}) latest) bounces`.execute(db);
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
        })),
        bounced: row.bounced,
        bounces: row.bounces.map(({ code, at, meetingId, ...mail }) => ({
            ...mail,
            code: code ?? '',
            at: new Date(at),
            meetingId: meetingId ?? undefined
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
