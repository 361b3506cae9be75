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

/** Longer than everything a worker does for one meeting may take. */
const LEASE_SECONDS = 120;

/** What Salesforce still has to hear: one row a meeting, latest state wins. */
export class OutboxStore {
    private readonly db: Kysely<Database>;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /** Takes the meeting that has waited longest; workers never take the same one. */
    async lease(): Promise<OutboxLease | undefined> {
        const { rows } = await sql<OutboxLease>`
            update outbox
               set lease = lease + 1, attempts = attempts + 1,
                   leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
             where meeting_uid = (
                select meeting_uid from outbox
                 where done_revision < wanted_revision and parked_at is null and next_attempt_at <= now()
                   and (leased_until is null or leased_until < now())
                 order by next_attempt_at limit 1
                 for update skip locked)
            returning meeting_uid as "meetingUid", lease, attempts`.execute(this.db);
        return rows[0];
    }

    /** Salesforce holds the meeting at `revision`. A newer one that came meanwhile keeps the row waiting. */
    async finish({ meetingUid, lease }: OutboxLease, revision: number): Promise<void> {
        await this.db
            .updateTable('outbox')
            .set({
                done_revision: sql`greatest(done_revision, ${revision})`,
                leased_until: null,
                attempts: 0,
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

    /** Sets the meeting aside for an admin: it is kept and seen, and holds up nobody. */
    async park({ meetingUid, lease }: OutboxLease, failure: OutboxFailure): Promise<void> {
        await this.db
            .updateTable('outbox')
            .set({ ...toColumns(failure), leased_until: null, parked_at: sql`now()` })
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
