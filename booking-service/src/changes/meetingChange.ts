import { sql } from 'kysely';
import type { Kysely, Transaction, Updateable } from 'kysely';
import type { Database, MeetingsTable } from '../database/tables.ts';
import { Problem } from '../problem/problem.ts';
import { queueMails } from '../mails/mailQueue.ts';
import type { Actor, HostSnapshot, MailKind, Meeting } from '../meetings/meeting.ts';
import { toMeeting } from '../meetings/meetingStore.ts';

/** Who changes a meeting, and why. */
export interface ChangeAuthor {
    actor: Actor | 'service';
    /** The Salesforce user; absent for a prospect and for the service. */
    actorId?: string | undefined;
    reason?: string | undefined;
}

/** One change, as the row of the meeting and the audit keep it. */
export interface MeetingChange {
    kind: 'rescheduled' | 'reassigned' | 'canceled' | 'no_show' | 'no_show_undone' | 'completed';
    columns: Updateable<MeetingsTable>;
    /** The values before and after, for the audit. */
    details: Record<string, unknown>;
    /** Who hosted it until now, to be told that it is in other hands. */
    formerHost?: HostSnapshot;
}

/** What is mailed about a change; what happened after the start is told nobody. */
const MAIL_KINDS: Record<MeetingChange['kind'], MailKind | undefined> = {
    rescheduled: 'reschedule',
    reassigned: 'reassignment',
    canceled: 'cancellation',
    no_show: undefined,
    no_show_undone: undefined,
    completed: undefined
};

export interface ChangeRequest {
    uid: string;
    author: ChangeAuthor;
    /** When it is made, for whatever is due some time before the meeting; by default now. */
    now?: Date;
    /** Decides, with the meeting's row locked; throws a Problem to change nothing. */
    decide(transaction: Transaction<Database>, meeting: Meeting): Promise<MeetingChange>;
    /** How long the outbox leaves it alone, where somebody else tells Salesforce; at once by default. */
    tellAfterSeconds?: number | undefined;
    /** The token that the change is made with has to be the meeting's present one. */
    manageTokenHash?: string | undefined;
    /** Whatever else has to happen with the change or not at all. */
    alongside?(transaction: Transaction<Database>, changed: Meeting): Promise<void>;
}

/**
 * The only way a booked meeting changes: its row is locked first, then comes what the change itself locks (hosts in id
 * order, then limits, as a booking does), so changes of one meeting happen one after the other and none wait in a circle.
 * The revision rises by one, the audit gets a row, and the outbox hears of it: all of it or nothing.
 *
 * @throws Problem meeting_not_found, stale_manage_token, or what `decide` throws
 */
export async function changeMeeting(db: Kysely<Database>, request: ChangeRequest): Promise<Meeting> {
    return db.transaction().execute(async (transaction) => {
        const row = await transaction
            .selectFrom('meetings')
            .selectAll()
            .where('uid', '=', request.uid)
            .forUpdate()
            .executeTakeFirst();
        if (!row) throw new Problem('meeting_not_found');
        if (request.manageTokenHash !== undefined && request.manageTokenHash !== row.manage_token_hash) {
            throw new Problem('stale_manage_token');
        }
        const change = await request.decide(transaction, toMeeting(row));
        const changed = await transaction
            .updateTable('meetings')
            .set({ ...change.columns, revision: row.revision + 1, changed_at: sql<Date>`now()` })
            .where('uid', '=', row.uid)
            .returningAll()
            .executeTakeFirstOrThrow();
        const meeting = toMeeting(changed);
        await audit(transaction, meeting, change, request.author);
        await tellSalesforce(transaction, meeting, request.tellAfterSeconds ?? 0);
        await queueMails(transaction, meeting, {
            kind: MAIL_KINDS[change.kind],
            now: request.now,
            formerHost: change.formerHost
        });
        await request.alongside?.(transaction, meeting);
        return meeting;
    });
}

async function audit(
    transaction: Transaction<Database>,
    meeting: Meeting,
    { kind, details }: MeetingChange,
    { actor, actorId, reason }: ChangeAuthor
): Promise<void> {
    await transaction
        .insertInto('meeting_changes')
        .values({
            meeting_uid: meeting.uid,
            revision: meeting.revision,
            kind,
            actor,
            actor_id: actorId ?? null,
            reason: reason ?? null,
            details: JSON.stringify(details)
        })
        .execute();
}

/** A meeting that was set aside gets another chance: what Salesforce refused may have changed. */
async function tellSalesforce(
    transaction: Transaction<Database>,
    { uid, revision }: Meeting,
    afterSeconds: number
): Promise<void> {
    await transaction
        .updateTable('outbox')
        .set({
            waiting_since: sql<Date>`case when done_revision < wanted_revision then waiting_since else now() end`,
            wanted_revision: revision,
            // What waits already waits no longer.
            next_attempt_at: sql<Date>`now() + make_interval(secs =>
                case when done_revision < wanted_revision then 0 else ${afterSeconds}::int end)`,
            attempts: 0,
            parked_at: null
        })
        .where('meeting_uid', '=', uid)
        .execute();
}
