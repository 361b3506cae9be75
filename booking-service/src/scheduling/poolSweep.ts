import type { Interval, UtcMinute } from './intervals.ts';
import { canFillAll } from './poolAssignment.ts';
import type { Host, Pool, PoolMember } from './slotRequest.ts';

/** A member with the starts at which the member is free, and how far the sweep has come through them. */
interface Candidate {
    readonly id: string;
    readonly starts: readonly Interval[];
    next: number;
}

/** Says who of each pool is free at one start after another. */
export class PoolSweep {
    private readonly pools: readonly (readonly Candidate[])[];
    /** Whether somebody could be picked twice, so that a free member in each pool is not enough. */
    private readonly hasSharedMembers: boolean;
    private free: readonly (readonly string[])[] | undefined = undefined;
    /** Nobody becomes free or busy before this minute. */
    private staysUntil: UtcMinute = -Infinity;

    /**
     * @param requiredIds hosts who are in the meeting anyway, and so cannot fill a pool's place
     * @param startsOf the starts at which a host is free, merged
     */
    constructor(
        pools: readonly Pool[],
        requiredIds: ReadonlySet<string>,
        startsOf: (host: Host) => readonly Interval[]
    ) {
        this.pools = pools.map(({ members }) =>
            inTurn(members)
                .filter(({ host }) => !requiredIds.has(host.id))
                .map(({ host }) => ({ id: host.id, starts: startsOf(host), next: 0 }))
        );
        const ids = this.pools.flatMap((pool) => pool.map(({ id }) => id));
        this.hasSharedMembers = new Set(ids).size < ids.length;
    }

    /**
     * The free members of each pool in round-robin order; `undefined` when the pools cannot all be filled.
     * Starts must be asked for in rising order.
     */
    candidatesAt(start: UtcMinute): readonly (readonly string[])[] | undefined {
        if (start >= this.staysUntil) {
            this.staysUntil = Infinity;
            const free = this.pools.map((pool) =>
                pool.filter((member) => this.isFree(member, start)).map(({ id }) => id)
            );
            const isFilled = this.hasSharedMembers ? canFillAll(free) : free.every((ids) => ids.length > 0);
            this.free = isFilled ? free : undefined;
        }
        return this.free;
    }

    private isFree(member: Candidate, start: UtcMinute): boolean {
        let interval = member.starts[member.next];
        while (interval && interval.end <= start) interval = member.starts[++member.next];
        if (!interval) return false;
        const isFree = interval.start <= start;
        this.staysUntil = Math.min(this.staysUntil, isFree ? interval.end : interval.start);
        return isFree;
    }
}

/** Members by whose turn it is: fewest recent bookings for their weight, ties by id. Each person once. */
function inTurn(members: readonly PoolMember[]): PoolMember[] {
    const distinct = [...new Map(members.map((member) => [member.host.id, member])).values()];
    return distinct.sort(
        // Cross-multiplied, so that equal shares compare as equal.
        (a, b) => a.recentBookings * b.weight - b.recentBookings * a.weight || (a.host.id < b.host.id ? -1 : 1)
    );
}
