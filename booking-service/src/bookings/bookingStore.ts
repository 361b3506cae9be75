import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { DatabaseConnection } from '../database/database.ts';
import { Statement } from '../database/statement.ts';
import type { Database } from '../database/tables.ts';
import type { HostSnapshot, Meeting, MeetingSnapshot } from '../meetings/meeting.ts';
import { assignPools } from '../scheduling/poolAssignment.ts';
import { lockHosts } from './bookingLocks.ts';

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

type Confirmation =
    { outcome: 'booked'; hosts: HostSnapshot[] } | { outcome: Exclude<StoreOutcome['outcome'], 'booked'> };

const CONFIRM = new Statement<{ confirmation: Confirmation }>(
    'confirm_booking',
    'select confirm_booking($1::jsonb) as confirmation'
);

/**
 * The booking transaction: all of it happens or nothing does. It is one call of `confirm_booking`, whose text (in
 * `migrations`) says what is taken in which order, and why rivals never wait for each other in a circle.
 */
export async function storeBooking(connection: DatabaseConnection, booking: BookingToStore): Promise<StoreOutcome> {
    const confirmation = haveCommonMembers(booking.pools)
        ? await connection.db.transaction().execute((transaction) => confirmMatched(transaction, booking))
        : onlyRow(await CONFIRM.run(connection.pool, [toStored(booking)])).confirmation;
    if (confirmation.outcome !== 'booked') return { outcome: confirmation.outcome };
    return { outcome: 'booked', snapshot: { ...booking.snapshot, hosts: confirmation.hosts } };
}

function haveCommonMembers(pools: PoolChoice[]): boolean {
    if (pools.length < 2) return false;
    const ids = pools.flatMap(({ candidates }) => candidates.map(({ id }) => id));
    return new Set(ids).size < ids.length;
}

/**
 * Where pools share members, the first free one of a pool may be the only one of the next. So who is free is read first,
 * under the locks that keep it true until the commit, and each pool is left with the member that fills them all.
 */
async function confirmMatched(transaction: Transaction<Database>, booking: BookingToStore): Promise<Confirmation> {
    await lockHosts(transaction, everyHostId(booking));
    const requiredIds = booking.required.map(({ id }) => id);
    const picked = assignPools(
        booking.pools.map(({ candidates }) => candidates.map(({ id }) => id)),
        new Set([...requiredIds, ...(await findUnavailable(transaction, booking))])
    );
    const pools = booking.pools.map(({ poolId, candidates }, index) => ({
        poolId,
        candidates: picked ? candidates.filter(({ id }) => id === picked[index]) : candidates
    }));
    const { rows } = await sql<{ confirmation: Confirmation }>`
        select confirm_booking(${toStored({ ...booking, pools })}::jsonb) as confirmation`.execute(transaction);
    return onlyRow(rows).confirmation;
}

/** Hosts whom another meeting has at that time, or who have had enough that day or week. */
async function findUnavailable(transaction: Transaction<Database>, booking: BookingToStore): Promise<string[]> {
    const { rows } = await sql<{ host_id: string }>`
        select unnest(busy_hosts(booking) || limited_hosts(booking)) as host_id
          from (select ${toStored(booking)}::jsonb as booking) as given`.execute(transaction);
    return rows.map(({ host_id }) => host_id);
}

/** What the SQL functions of a booking read, as JSON. */
function toStored(booking: BookingToStore): string {
    const { meeting, snapshot, idempotency, ...rest } = booking;
    return JSON.stringify({
        ...meeting,
        ...rest,
        snapshot,
        hostIds: everyHostId(booking),
        reservedFrom: new Date(meeting.startsAt.getTime() - snapshot.bufferBeforeMinutes * 60_000),
        reservedTo: new Date(meeting.endsAt.getTime() + snapshot.bufferAfterMinutes * 60_000),
        keyHash: idempotency.keyHash,
        requestHash: idempotency.requestHash,
        sealedManageToken: idempotency.sealedManageToken.toString('base64')
    });
}

function everyHostId({ required, pools }: BookingToStore): string[] {
    return [...new Set([...required, ...pools.flatMap(({ candidates }) => candidates)].map(({ id }) => id))];
}

function onlyRow<Row>([row]: Row[]): Row {
    if (!row) throw new Error('confirm_booking gave no answer');
    return row;
}
