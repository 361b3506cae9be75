import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { HostSnapshot, Meeting, MeetingSnapshot } from '../meetings/meeting.ts';
import { takePlaces } from './hostPlaces.ts';

/** At most `max` meetings of the type may start in the span. */
export interface BookingLimit {
    from: Date;
    to: Date;
    max: number;
}

/** The same for the meetings of one host. */
export interface HostLimit extends BookingLimit {
    hostId: string;
}

export interface PoolChoice {
    poolId: string;
    /** Free members, the one whose turn it is first. */
    candidates: HostSnapshot[];
}

/** A booking that passed every rule and now has to win its places. */
export interface BookingToStore {
    meeting: Pick<
        Meeting,
        | 'uid'
        | 'startsAt'
        | 'endsAt'
        | 'timeZone'
        | 'linkType'
        | 'tokenHash'
        | 'bookingLinkId'
        | 'meetingTypeId'
        | 'bookedAt'
    >;
    snapshot: Omit<MeetingSnapshot, 'hosts'>;
    required: HostSnapshot[];
    pools: PoolChoice[];
    limits: BookingLimit[];
    hostLimits: HostLimit[];
    manageTokenHash: string;
    idempotency: { keyHash: string; requestHash: string; sealedManageToken: Buffer };
}

export type StoreOutcome =
    | { outcome: 'booked'; snapshot: MeetingSnapshot }
    | { outcome: 'repeated' | 'link_used' | 'slot_taken' | 'daily_limit_reached' };

/** Takes the whole transaction back. */
class Refused extends Error {
    readonly outcome: 'repeated' | 'link_used' | 'slot_taken' | 'daily_limit_reached';
    constructor(outcome: Refused['outcome']) {
        super(outcome);
        this.outcome = outcome;
    }
}

/**
 * The booking transaction: all of it happens or nothing does.
 *
 * Every rival takes its places in the same order (key, claim, hosts in id order, limit), so rivals wait for each
 * other but never in a circle. The claim and the reservations are inserts that a unique index and an exclusion
 * constraint decide; nothing is checked first and written later.
 */
export async function storeBooking(db: Kysely<Database>, booking: BookingToStore): Promise<StoreOutcome> {
    try {
        const snapshot = await db.transaction().execute(async (transaction) => {
            await takeKey(transaction, booking);
            await claimLink(transaction, booking);
            const { hosts, refusal } = await takePlaces(transaction, booking);
            if (refusal !== undefined) throw new Refused(refusal);
            await keepLimits(transaction, booking);
            const complete = { ...booking.snapshot, hosts };
            await insertMeeting(transaction, booking, complete);
            return complete;
        });
        return { outcome: 'booked', snapshot };
    } catch (error) {
        if (error instanceof Refused) return { outcome: error.outcome };
        throw error;
    }
}

async function takeKey(transaction: Transaction<Database>, { idempotency, meeting }: BookingToStore): Promise<void> {
    const taken = await transaction
        .insertInto('idempotency_keys')
        .values({
            key_hash: idempotency.keyHash,
            request_hash: idempotency.requestHash,
            meeting_uid: meeting.uid,
            sealed_manage_token: idempotency.sealedManageToken
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key_hash')
        .executeTakeFirst();
    if (!taken) throw new Refused('repeated');
}

async function claimLink(transaction: Transaction<Database>, { meeting }: BookingToStore): Promise<void> {
    if (meeting.tokenHash === undefined) return;
    const claimed = await transaction
        .insertInto('claims')
        .values({ token_hash: meeting.tokenHash, meeting_uid: meeting.uid })
        .onConflict((conflict) => conflict.column('token_hash').doNothing())
        .returning('token_hash')
        .executeTakeFirst();
    if (!claimed) throw new Refused('link_used');
}

async function keepLimits(transaction: Transaction<Database>, { meeting, limits }: BookingToStore): Promise<void> {
    if (limits.length === 0) return;
    await lockLimits(transaction, meeting.meetingTypeId);
    for (const { from, to, max } of limits) {
        const { booked } = await transaction
            .selectFrom('meetings')
            .select(({ fn }) => fn.countAll<number>().as('booked'))
            .where('meeting_type_id', '=', meeting.meetingTypeId)
            .where('starts_at', '>=', from)
            .where('starts_at', '<', to)
            .where('status', '!=', 'canceled')
            .executeTakeFirstOrThrow();
        if (booked >= max) throw new Refused('daily_limit_reached');
    }
}

/** From here to the commit nobody else counts meetings of the type to book one more. */
export async function lockLimits(transaction: Transaction<Database>, meetingTypeId: string): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`limit:${meetingTypeId}`}, 0))`.execute(transaction);
}

async function insertMeeting(
    transaction: Transaction<Database>,
    { meeting, manageTokenHash }: BookingToStore,
    snapshot: MeetingSnapshot
): Promise<void> {
    await transaction
        .insertInto('meetings')
        .values({
            uid: meeting.uid,
            status: 'scheduled',
            starts_at: meeting.startsAt,
            ends_at: meeting.endsAt,
            time_zone: meeting.timeZone,
            link_type: meeting.linkType,
            token_hash: meeting.tokenHash ?? null,
            booking_link_id: meeting.bookingLinkId,
            meeting_type_id: meeting.meetingTypeId,
            snapshot: JSON.stringify(snapshot),
            manage_token_hash: manageTokenHash,
            booked_at: meeting.bookedAt
        })
        .execute();
    await transaction.insertInto('outbox').values({ meeting_uid: meeting.uid, wanted_revision: 1 }).execute();
}
