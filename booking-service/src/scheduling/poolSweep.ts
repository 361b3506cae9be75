import { writeHostStarts } from './hostStarts.ts';
import type { Interval, UtcMinute } from './intervals.ts';
import { canFillAll } from './poolAssignment.ts';
import type { Host, PoolMember, SlotRequest } from './slotRequest.ts';
import type { Spans } from './spans.ts';
import { numberAt, SpanList } from './spans.ts';

/** A member with the starts at which the member is free, and how far the sweep has come through them. */
interface Candidate {
    readonly id: string;
    readonly starts: Spans;
    next: number;
}

/** Says who of each pool is free at one start after another. */
export class PoolSweep {
    private readonly pools: readonly (readonly Candidate[])[];
    private free: readonly (readonly string[])[] | undefined = undefined;
    /** Nobody becomes free or busy before this minute. */
    private staysUntil: UtcMinute = -Infinity;

    /**
     * @param range where the starts lie that will be asked for
     * @throws RangeError as `zoneTable`
     */
    constructor({ requiredHosts, pools, rules }: SlotRequest, range: Interval) {
        // Who is in the meeting anyway cannot fill a pool's place.
        const requiredIds = new Set(requiredHosts.map(({ id }) => id));
        const known = new Map<string, Spans>();
        const startsOf = (host: Host): Spans => {
            const starts = known.get(host.id) ?? writeHostStarts(new SpanList(), host, rules, range);
            known.set(host.id, starts);
            return starts;
        };
        this.pools = pools.map(({ members }) =>
            inTurn(members)
                .filter(({ host }) => !requiredIds.has(host.id))
                .map(({ host }) => ({ id: host.id, starts: startsOf(host), next: 0 }))
        );
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
            this.free = canFillAll(free) ? free : undefined;
        }
        return this.free;
    }

    private isFree(member: Candidate, start: UtcMinute): boolean {
        const { items, size } = member.starts;
        while (member.next < size && numberAt(items, member.next + 1) <= start) member.next += 2;
        if (member.next >= size) return false;
        const begin = numberAt(items, member.next);
        const isFree = begin <= start;
        this.staysUntil = Math.min(this.staysUntil, isFree ? numberAt(items, member.next + 1) : begin);
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
