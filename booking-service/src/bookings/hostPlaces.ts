import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { HostSnapshot } from '../meetings/meeting.ts';
import { assignPools } from '../scheduling/poolAssignment.ts';
import type { BookingToStore, PoolChoice } from './bookingStore.ts';

/** Who meets, or why nobody can: lost to another booking, or kept free by a host's limit. */
export type HostPlaces =
    { hosts: HostSnapshot[]; refusal: undefined } | { hosts: undefined; refusal: 'slot_taken' | 'daily_limit_reached' };

/** One row to insert: a host, and how the host came in. */
interface Place {
    host: HostSnapshot;
    cameFrom: string;
}

/**
 * Reserves every required host and one member of each pool, choosing members so that all pools can be filled.
 * Locks everybody concerned first: from then on nobody else books them, so what is read stays true until the commit.
 */
export async function takePlaces(transaction: Transaction<Database>, booking: BookingToStore): Promise<HostPlaces> {
    await lockHosts(transaction, everyHostId(booking));
    const limited = await findLimited(transaction, booking);
    const requiredIds = booking.required.map(({ id }) => id);
    // The search has just found them free: whether somebody has been taken since is asked only when that fails.
    let taken: ReadonlySet<string> | undefined;
    for (;;) {
        const isLimited = requiredIds.some((id) => limited.has(id));
        const chosen = choose(booking.pools, new Set([...requiredIds, ...(taken ?? []), ...limited]));
        if (isLimited || !chosen) {
            taken ??= await findTaken(transaction, booking);
            // Without the limits it might have been possible; if so, they are what to tell.
            const wouldFit = choose(booking.pools, new Set([...requiredIds, ...taken])) !== undefined;
            const areFree = !requiredIds.some((id) => taken?.has(id));
            return refuse(wouldFit && areFree ? 'daily_limit_reached' : 'slot_taken');
        }
        const places = [...booking.required.map((host) => ({ host, cameFrom: 'required' })), ...chosen];
        const lost = await reserve(transaction, booking, places);
        if (lost.length === 0) return { hosts: places.map(({ host }) => host), refusal: undefined };
        taken = new Set([...lost, ...(taken ?? (await findTaken(transaction, booking)))]);
        if (requiredIds.some((id) => taken?.has(id))) return refuse('slot_taken');
    }
}

function refuse(refusal: 'slot_taken' | 'daily_limit_reached'): HostPlaces {
    return { hosts: undefined, refusal };
}

function everyHostId({ required, pools }: BookingToStore): string[] {
    return [...new Set([...required, ...pools.flatMap(({ candidates }) => candidates)].map(({ id }) => id))];
}

function choose(pools: PoolChoice[], refused: ReadonlySet<string>): Place[] | undefined {
    const picked = assignPools(
        pools.map(({ candidates }) => candidates.map(({ id }) => id)),
        refused
    );
    return picked?.flatMap((id, index) => {
        const pool = pools[index];
        const host = pool?.candidates.find((candidate) => candidate.id === id);
        return pool && host ? [{ host, cameFrom: pool.poolId }] : [];
    });
}

/** In id order, so that two bookings that share hosts queue up instead of waiting for each other. */
export async function lockHosts(transaction: Transaction<Database>, hostIds: string[]): Promise<void> {
    await sql`
        select pg_advisory_xact_lock(hashtextextended(host_id, 0))
          from (select host_id from unnest(${hostIds}::text[]) as host_id order by host_id) as hosts`.execute(
        transaction
    );
}

async function findTaken(transaction: Transaction<Database>, booking: BookingToStore): Promise<Set<string>> {
    const { from, to } = occupied(booking);
    const { rows } = await sql<{ host_id: string }>`
        select distinct host_id from host_reservations
         where host_id = any(${everyHostId(booking)}) and during && tstzrange(${from}, ${to})`.execute(transaction);
    return new Set(rows.map(({ host_id }) => host_id));
}

/** Hosts who have as many meetings of the type as they may have on that day or in that week. */
async function findLimited(
    transaction: Transaction<Database>,
    { hostLimits, meeting }: BookingToStore
): Promise<Set<string>> {
    if (hostLimits.length === 0) return new Set();
    const limits = hostLimits.map(({ hostId, from, to, max }) => ({ host_id: hostId, from, to, max }));
    const { rows } = await sql<{ host_id: string }>`
        select l.host_id
          from jsonb_to_recordset(${JSON.stringify(limits)}::jsonb)
               as l(host_id text, "from" timestamptz, "to" timestamptz, max int)
         where l.max <= (select count(*)
                           from host_reservations r join meetings m on m.uid = r.meeting_uid
                          where r.host_id = l.host_id and r.during && tstzrange(l."from", l."to")
                            and m.meeting_type_id = ${meeting.meetingTypeId} and m.status <> 'canceled'
                            and m.starts_at >= l."from" and m.starts_at < l."to")`.execute(transaction);
    return new Set(rows.map(({ host_id }) => host_id));
}

/** Ids of those who were lost after all; nobody is reserved then. The constraint decides, whoever came without a lock. */
async function reserve(
    transaction: Transaction<Database>,
    booking: BookingToStore,
    places: Place[]
): Promise<string[]> {
    const { from, to } = occupied(booking);
    const { rows } = await sql<{ host_id: string }>`
        insert into host_reservations (meeting_uid, host_id, came_from, during)
        select ${booking.meeting.uid}, place->>0, place->>1, tstzrange(${from}, ${to})
          from jsonb_array_elements(${JSON.stringify(places.map(({ host, cameFrom }) => [host.id, cameFrom]))}::jsonb)
               as place
         order by 2
        on conflict do nothing
        returning host_id`.execute(transaction);
    const reserved = new Set(rows.map(({ host_id }) => host_id));
    const lost = places.map(({ host }) => host.id).filter((id) => !reserved.has(id));
    if (lost.length > 0 && reserved.size > 0) {
        await transaction.deleteFrom('host_reservations').where('meeting_uid', '=', booking.meeting.uid).execute();
    }
    return lost;
}

function occupied({ meeting, snapshot }: BookingToStore): { from: Date; to: Date } {
    return {
        from: new Date(meeting.startsAt.getTime() - snapshot.bufferBeforeMinutes * 60_000),
        to: new Date(meeting.endsAt.getTime() + snapshot.bufferAfterMinutes * 60_000)
    };
}
