import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { MailAudience, MailKind } from '../meetings/meeting.ts';

/** One mail to one person, and the right to send it until the time is up. */
export interface MailJob {
    id: string;
    /** Absent for one-time codes. */
    meetingUid: string | undefined;
    revision: number;
    kind: MailKind;
    audience: MailAudience;
    recipient: string;
    /** The Salesforce user; absent for prospects and guests. */
    recipientId: string | undefined;
    /** BCP 47, where the mail was asked for by somebody whose language is known. */
    locale: string | undefined;
    /** Whose link a one-time code opens. */
    tokenHash: string | undefined;
    attempts: number;
    /** Fences a worker that was paused past its time: a later lease has a higher number. */
    lease: number;
    createdAt: Date;
}

/** What the mail server or the way there answered. */
export interface MailFailure {
    code: string;
    message: string;
}

export interface MailBacklog {
    waiting: number;
    bounced: number;
    /** Age of the oldest mail that is due and not sent. */
    oldestSeconds: number;
}

/** Longer than everything a worker does with one mail, so that a lease ends only when its worker is gone or paused. */
export const LEASE_SECONDS = 90;

/** The queue of mails, shared by all replicas. */
export class MailStore {
    private readonly db: Kysely<Database>;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /**
     * Takes the mail that has waited longest; workers never take the same one, and nobody is sent two mails about one
     * meeting at the same time, so that they arrive in their order.
     */
    async claim(): Promise<MailJob | undefined> {
        const { rows } = await sql<MailJobRow>`
            update mail_jobs
               set state = 'sending', lease = lease + 1, attempts = attempts + 1,
                   next_attempt_at = now() + make_interval(secs => ${LEASE_SECONDS})
             where id = (
                select id from mail_jobs as due
                 where state in ('waiting', 'sending') and next_attempt_at <= now()
                   and not exists (
                    select 1 from mail_jobs as other
                     where other.meeting_uid = due.meeting_uid and other.recipient = due.recipient
                       and other.id <> due.id and other.state = 'sending' and other.next_attempt_at > now())
                 order by next_attempt_at, revision limit 1
                 for update skip locked)
            returning id, meeting_uid, revision, kind, audience, recipient, recipient_id, locale, token_hash, attempts,
                      lease, created_at`.execute(this.db);
        return rows[0] && toJob(rows[0]);
    }

    /**
     * Marks that the mail is about to be given to the mail server, unless it must not be sent: the lease is over, so the
     * mail is another worker's now, or the meeting has a newer revision, which has mails of its own.
     */
    async beginHandover({ id, lease, revision, meetingUid }: MailJob): Promise<'ready' | 'lost' | 'superseded'> {
        const { rows } = await sql<{ is_current: boolean }>`
            update mail_jobs set handed_over_at = now()
             where id = ${id} and lease = ${lease} and state = 'sending' and next_attempt_at > now()
            returning ${meetingUid ?? null}::uuid is null
                   or exists (select 1 from meetings where uid = ${meetingUid ?? null} and revision = ${revision})
                   as is_current`.execute(this.db);
        if (!rows[0]) return 'lost';
        return rows[0].is_current ? 'ready' : 'superseded';
    }

    async markSent({ id, lease }: MailJob): Promise<void> {
        await this.end(id, lease, { state: 'sent', sent_at: sql<Date>`now()` });
    }

    /** No longer true, or of no more use. */
    async drop({ id, lease }: MailJob): Promise<void> {
        await this.end(id, lease, { state: 'dropped' });
    }

    /** Refused for good; kept, and counted among the bounces. */
    async bounce({ id, lease }: MailJob, failure: MailFailure): Promise<void> {
        await this.end(id, lease, { state: 'bounced', bounced_at: sql<Date>`now()`, ...toColumns(failure) });
    }

    async retryLater({ id, lease }: MailJob, failure: MailFailure, afterMs: number): Promise<void> {
        await this.end(id, lease, {
            state: 'waiting',
            ...toColumns(failure),
            next_attempt_at: sql<Date>`now() + make_interval(secs => ${afterMs / 1000})`
        });
    }

    async backlog(): Promise<MailBacklog> {
        const { rows } = await sql<MailBacklog>`
            select (count(*) filter (where state <> 'bounced'))::int as waiting,
                   (count(*) filter (where state = 'bounced'))::int as bounced,
                   greatest(0, coalesce(extract(epoch from
                       now() - min(created_at) filter (where state <> 'bounced' and kind <> 'reminder')), 0))::float
                       as "oldestSeconds"
              from mail_jobs
             where (state in ('waiting', 'sending') and (next_attempt_at <= now() or attempts > 0)) or state = 'bounced'
            `.execute(this.db);
        return rows[0] ?? { waiting: 0, bounced: 0, oldestSeconds: 0 };
    }

    private async end(id: string, lease: number, columns: Record<string, unknown>): Promise<void> {
        await this.db.updateTable('mail_jobs').set(columns).where('id', '=', id).where('lease', '=', lease).execute();
    }
}

interface MailJobRow {
    id: string;
    meeting_uid: string | null;
    revision: number;
    kind: MailKind;
    audience: MailAudience;
    recipient: string;
    recipient_id: string | null;
    locale: string | null;
    token_hash: string | null;
    attempts: number;
    lease: number;
    created_at: Date;
}

function toJob(row: MailJobRow): MailJob {
    return {
        id: row.id,
        meetingUid: row.meeting_uid ?? undefined,
        revision: row.revision,
        kind: row.kind,
        audience: row.audience,
        recipient: row.recipient,
        recipientId: row.recipient_id ?? undefined,
        locale: row.locale ?? undefined,
        tokenHash: row.token_hash ?? undefined,
        attempts: row.attempts,
        lease: row.lease,
        createdAt: row.created_at
    };
}

function toColumns({ code, message }: MailFailure) {
    return { error_code: code, error_message: message.slice(0, 1000) };
}
