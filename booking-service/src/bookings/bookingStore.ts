import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { HostSnapshot, Meeting, MeetingSnapshot } from '../meetings/meeting.ts';

/** At most `max` meetings of the type may start in the span. */
export interface BookingLimit {
    from: Date;
    to: Date;
    max: number;
}

export interface PoolChoice {
    poolId: string;
    /** Free members, the one whose turn it is first. */
    candidates: HostSnapshot[];
}

/** A booking that passed every rule and now has to win its places. */
export interface BookingToStore {
    meeting: Omit<Meeting, 'snapshot' | 'revision' | 'status' | 'salesforceId' | 'salesforceEventId'>;
    snapshot: Omit<MeetingSnapshot, 'hosts'>;
    required: HostSnapshot[];
    pools: PoolChoice[];
    limits: BookingLimit[];
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
            const hosts = await reserveHosts(transaction, booking);
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

/** Reserves every required host and one member of each pool, the next free one when the first is lost. */
async function reserveHosts(transaction: Transaction<Database>, booking: BookingToStore): Promise<HostSnapshot[]> {
    const everyone = [...booking.required, ...booking.pools.flatMap(({ candidates }) => candidates)];
    await lockHosts(transaction, [...new Set(everyone.map(({ id }) => id))]);
    for (const host of booking.required) {
        if (!(await reserve(transaction, booking, host, 'required'))) throw new Refused('slot_taken');
    }
    const chosen = [...booking.required];
    for (const { poolId, candidates } of booking.pools) {
        chosen.push(await reserveOne(transaction, booking, poolId, candidates));
    }
    return chosen;
}

async function reserveOne(
    transaction: Transaction<Database>,
    booking: BookingToStore,
    poolId: string,
    candidates: HostSnapshot[]
): Promise<HostSnapshot> {
    for (const candidate of candidates) {
        if (await reserve(transaction, booking, candidate, poolId)) return candidate;
    }
    throw new Refused('slot_taken');
}

/** In id order, so that two bookings that share hosts queue up instead of waiting for each other. */
async function lockHosts(transaction: Transaction<Database>, hostIds: string[]): Promise<void> {
    await sql`
        select pg_advisory_xact_lock(hashtextextended(host_id, 0))
          from (select host_id from unnest(${hostIds}::text[]) as host_id order by host_id) as hosts`.execute(
        transaction
    );
}

async function reserve(
    transaction: Transaction<Database>,
    { meeting, snapshot }: BookingToStore,
    host: HostSnapshot,
    cameFrom: string
): Promise<boolean> {
    const from = new Date(meeting.startsAt.getTime() - snapshot.bufferBeforeMinutes * 60_000);
    const to = new Date(meeting.endsAt.getTime() + snapshot.bufferAfterMinutes * 60_000);
    const { rows } = await sql`
        insert into host_reservations (meeting_uid, host_id, came_from, during)
        values (${meeting.uid}, ${host.id}, ${cameFrom}, tstzrange(${from}, ${to}))
        on conflict do nothing
        returning host_id`.execute(transaction);
    return rows.length === 1;
}

async function keepLimits(transaction: Transaction<Database>, { meeting, limits }: BookingToStore): Promise<void> {
    if (limits.length === 0) return;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`limit:${meeting.meetingTypeId}`}, 0))`.execute(
        transaction
    );
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
