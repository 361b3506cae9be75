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
            await takeKeyAndClaim(transaction, booking);
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

/** The key first, then the claim, in one statement: a rival with another key never waits for this key. */
async function takeKeyAndClaim(
    transaction: Transaction<Database>,
    { idempotency, meeting }: BookingToStore
): Promise<void> {
    const { keyHash, requestHash, sealedManageToken } = idempotency;
    const tokenHash = meeting.tokenHash ?? null;
    const { rows } = await sql<{ has_key: boolean; has_claim: boolean }>`
        with key as (
            insert into idempotency_keys (key_hash, request_hash, meeting_uid, sealed_manage_token)
            values (${keyHash}, ${requestHash}, ${meeting.uid}, ${sealedManageToken})
            on conflict do nothing returning key_hash
        ), claim as (
            insert into claims (token_hash, meeting_uid)
            select ${tokenHash}, ${meeting.uid}::uuid from key where ${tokenHash}::text is not null
            on conflict (token_hash) do nothing returning token_hash
        )
        select exists (select from key) as has_key, exists (select from claim) as has_claim`.execute(transaction);
    const [taken] = rows;
    if (!taken?.has_key) throw new Refused('repeated');
    if (tokenHash !== null && !taken.has_claim) throw new Refused('link_used');
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
    const { uid, tokenHash = null } = meeting;
    await sql`
        with meeting as (
            insert into meetings (uid, status, starts_at, ends_at, time_zone, link_type, token_hash, booking_link_id,
                                  meeting_type_id, snapshot, manage_token_hash, booked_at)
            values (${uid}, 'scheduled', ${meeting.startsAt}, ${meeting.endsAt}, ${meeting.timeZone},
                    ${meeting.linkType}, ${tokenHash}, ${meeting.bookingLinkId}, ${meeting.meetingTypeId},
                    ${JSON.stringify(snapshot)}, ${manageTokenHash}, ${meeting.bookedAt})
        )
        insert into outbox (meeting_uid, wanted_revision) values (${uid}, 1)`.execute(transaction);
}
