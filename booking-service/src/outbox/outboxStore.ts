import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';

/** The right to write one meeting to Salesforce, until it is done or the time is up. */
export interface OutboxLease {
    meetingUid: string;
    /** Fences a worker that was paused past its time: a later lease has a higher number. */
    lease: number;
    /** How often this state has been tried, this time included. */
    attempts: number;
}

export interface OutboxFailure {
    code: string;
    field: string | undefined;
    message: string;
}

export interface OutboxBacklog {
    waiting: number;
    parked: number;
    /** Age of the oldest change that Salesforce has not heard of. */
    oldestSeconds: number;
}

/** A worker renews its lease while it works, so that the meetings of a dead one are taken up soon. */
const LEASE_SECONDS = 15;
/** How often a worker renews its lease. */
export const RENEWAL_MS = 4_000;
/** What Salesforce refused is tried again once an hour: an admin may have put it right without telling us. */
const PARKED_SECONDS = 3_600;

/** What Salesforce still has to hear: one row a meeting, latest state wins. */
export class OutboxStore {
    private readonly db: Kysely<Database>;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /**
     * Takes the meeting that has waited longest of those that are due; workers never take the same one. A link that was opened again is used by
     * several meetings, which Salesforce has to hear of in their order: the earlier one gives back what the later one takes.
     */
    async lease(): Promise<OutboxLease | undefined> {
        // "offset 0" has the server look at one waiting meeting after the other. Left free, it takes a third of all
        // meetings for waiting, because it cannot estimate a comparison of two columns, and joins whole tables.
        const { rows } = await sql<OutboxLease>`
            update outbox
               set lease = lease + 1, attempts = attempts + 1,
                   leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
             where meeting_uid = (
                select meeting_uid from outbox
                 where done_revision < wanted_revision and next_attempt_at <= now()
                   and (leased_until is null or leased_until < now())
                   and not exists (
                    select 1 from meetings m
                      join meetings earlier on earlier.token_hash = m.token_hash and earlier.booked_at < m.booked_at
                      join outbox undone on undone.meeting_uid = earlier.uid
                     where m.uid = outbox.meeting_uid and undone.done_revision < undone.wanted_revision
                       and undone.parked_at is null offset 0)
                 order by waiting_since, next_attempt_at limit 1
                 for update skip locked)
            returning meeting_uid as "meetingUid", lease, attempts`.execute(this.db);
        return rows[0];
    }

    /** Keeps the meeting for this worker; false when it was given to another one. */
    async renew({ meetingUid, lease }: OutboxLease): Promise<boolean> {
        const { rows } = await sql`
            update outbox set leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
             where meeting_uid = ${meetingUid} and lease = ${lease} returning 1`.execute(this.db);
        return rows.length > 0;
    }

    /** Salesforce holds the meeting at `revision`. A newer one that came meanwhile keeps the row waiting. */
    async finish({ meetingUid, lease }: OutboxLease, revision: number): Promise<void> {
        await this.db
            .updateTable('outbox')
            .set({
                done_revision: sql`greatest(done_revision, ${revision})`,
                leased_until: null,
                attempts: 0,
                parked_at: null,
                error_code: null,
                error_field: null,
                error_message: null,
                waiting_since: sql`now()`
            })
            .where('meeting_uid', '=', meetingUid)
            .where('lease', '=', lease)
            .execute();
    }

    async retryLater({ meetingUid, lease }: OutboxLease, failure: OutboxFailure, afterMs: number): Promise<void> {
        await this.db
            .updateTable('outbox')
            .set({
                ...toColumns(failure),
                leased_until: null,
                next_attempt_at: sql`now() + make_interval(secs => ${afterMs / 1000})`
            })
            .where('meeting_uid', '=', meetingUid)
            .where('lease', '=', lease)
            .execute();
    }

    /** Sets the meeting aside for an admin: it is kept and seen, holds up nobody, and is tried again after an hour. */
    async park({ meetingUid, lease }: OutboxLease, failure: OutboxFailure): Promise<void> {
        await this.db
            .updateTable('outbox')
            .set({
                ...toColumns(failure),
                leased_until: null,
                parked_at: sql`coalesce(parked_at, now())`,
                next_attempt_at: sql`now() + make_interval(secs => ${PARKED_SECONDS})`
            })
            .where('meeting_uid', '=', meetingUid)
            .where('lease', '=', lease)
            .execute();
    }

    /** Salesforce is there again: what was put off while it was away is due now, in the order in which it has waited. */
    async hurry(): Promise<void> {
        await sql`
            update outbox set next_attempt_at = now()
             where done_revision < wanted_revision and parked_at is null and attempts > 0
               and next_attempt_at > now() + interval '5 seconds'`.execute(this.db);
    }

    /** Gives a lease back unused, so that another worker need not wait for its end. */
    async release({ meetingUid, lease }: OutboxLease): Promise<void> {
        await this.db
            .updateTable('outbox')
            .set({ leased_until: null, next_attempt_at: sql`now()` })
            .where('meeting_uid', '=', meetingUid)
            .where('lease', '=', lease)
            .execute();
    }

    /** Sends a meeting again, parked or not, whatever Salesforce has of it. */
    async unpark(meetingUid: string): Promise<void> {
        await this.db
            .updateTable('outbox')
            .set({
                parked_at: null,
                attempts: 0,
                next_attempt_at: sql`now()`,
                done_revision: sql`least(done_revision, wanted_revision - 1)`
            })
            .where('meeting_uid', '=', meetingUid)
            .execute();
    }

    async backlog(): Promise<OutboxBacklog> {
        const { rows } = await sql<OutboxBacklog>`
            select count(*) filter (where parked_at is null)::int as waiting,
                   count(*) filter (where parked_at is not null)::int as parked,
                   coalesce(extract(epoch from now() - min(waiting_since)), 0)::float as "oldestSeconds"
              from outbox where done_revision < wanted_revision`.execute(this.db);
        return rows[0] ?? { waiting: 0, parked: 0, oldestSeconds: 0 };
    }
}

function toColumns({ code, field, message }: OutboxFailure) {
    return { error_code: code, error_field: field ?? null, error_message: message.slice(0, 1000) };
}
