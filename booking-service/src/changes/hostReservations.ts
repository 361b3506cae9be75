import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { lockHosts, lockLimits } from '../bookings/bookingLocks.ts';
import type { BookingLimit, HostLimit } from '../bookings/bookingStore.ts';
import type { Database } from '../database/tables.ts';
import { Problem } from '../problem/problem.ts';
import type { Meeting } from '../meetings/meeting.ts';

export interface NewTimes {
    startsAt: Date;
    endsAt: Date;
}

/** What may limit a moved meeting; its own place is not counted. */
export interface MoveLimits {
    limits: BookingLimit[];
    hostLimits: HostLimit[];
}

/**
 * Moves the reservations of a meeting's hosts to other times; the meeting's own time is no obstacle.
 * @throws Problem slot_taken, daily_limit_reached
 */
export async function moveReservations(
    transaction: Transaction<Database>,
    meeting: Meeting,
    times: NewTimes,
    limits: MoveLimits = { limits: [], hostLimits: [] }
): Promise<void> {
    const hostIds = meeting.snapshot.hosts.map(({ id }) => id);
    await lockHosts(transaction, hostIds);
    await mustBeFree(transaction, meeting, hostIds, times);
    await keepHostLimits(transaction, meeting, limits.hostLimits);
    await keepTypeLimits(transaction, meeting, limits.limits);
    const { from, to } = occupied(meeting, times);
    await sql`update host_reservations set during = tstzrange(${from}, ${to})
               where meeting_uid = ${meeting.uid}`.execute(transaction);
}

/**
 * Puts one host in the place of another.
 * @throws Problem slot_taken
 */
export async function replaceReservation(
    transaction: Transaction<Database>,
    meeting: Meeting,
    { oldHostId, newHostId }: { oldHostId: string; newHostId: string }
): Promise<void> {
    await lockHosts(transaction, [oldHostId, newHostId]);
    await mustBeFree(transaction, meeting, [newHostId], meeting);
    await sql`update host_reservations set host_id = ${newHostId}
               where meeting_uid = ${meeting.uid} and host_id = ${oldHostId}`.execute(transaction);
}

/** Gives the times of all its hosts back. */
export async function releaseReservations(transaction: Transaction<Database>, { uid }: Meeting): Promise<void> {
    await transaction.deleteFrom('host_reservations').where('meeting_uid', '=', uid).execute();
}

/** Whoever reserves locks the hosts first, so what is free here stays free until the commit. */
async function mustBeFree(
    transaction: Transaction<Database>,
    meeting: Meeting,
    hostIds: string[],
    times: NewTimes
): Promise<void> {
    const { from, to } = occupied(meeting, times);
    const { rows } = await sql`
        select 1 from host_reservations
         where host_id = any(${hostIds}) and meeting_uid <> ${meeting.uid}
           and during && tstzrange(${from}, ${to}) limit 1`.execute(transaction);
    if (rows.length > 0) throw new Problem('slot_taken');
}

async function keepHostLimits(
    transaction: Transaction<Database>,
    meeting: Meeting,
    limits: HostLimit[]
): Promise<void> {
    for (const { hostId, from, to, max } of limits) {
        const { rows } = await sql<{ booked: number }>`
            select count(*)::int as booked
              from host_reservations r join meetings m on m.uid = r.meeting_uid
             where r.host_id = ${hostId} and r.during && tstzrange(${from}, ${to})
               and m.meeting_type_id = ${meeting.meetingTypeId} and m.status <> 'canceled'
               and m.starts_at >= ${from} and m.starts_at < ${to} and m.uid <> ${meeting.uid}`.execute(transaction);
        if ((rows[0]?.booked ?? 0) >= max) throw new Problem('daily_limit_reached');
    }
}

async function keepTypeLimits(
    transaction: Transaction<Database>,
    meeting: Meeting,
    limits: BookingLimit[]
): Promise<void> {
    if (limits.length === 0) return;
    await lockLimits(transaction, meeting.meetingTypeId);
    for (const { from, to, max } of limits) {
        const { rows } = await sql<{ booked: number }>`
            select count(*)::int as booked from meetings
             where meeting_type_id = ${meeting.meetingTypeId} and status <> 'canceled'
               and starts_at >= ${from} and starts_at < ${to} and uid <> ${meeting.uid}`.execute(transaction);
        if ((rows[0]?.booked ?? 0) >= max) throw new Problem('daily_limit_reached');
    }
}

function occupied({ snapshot }: Meeting, { startsAt, endsAt }: NewTimes): { from: Date; to: Date } {
    return {
        from: new Date(startsAt.getTime() - snapshot.bufferBeforeMinutes * 60_000),
        to: new Date(endsAt.getTime() + snapshot.bufferAfterMinutes * 60_000)
    };
}
