import { typeLimitIntervals } from './bookingLimits.ts';
import { hostStarts } from './hostStarts.ts';
import type { Interval, UtcMinute } from './intervals.ts';
import { intersectIntervals, subtractIntervals } from './intervals.ts';
import { PoolSweep } from './poolSweep.ts';
import type { Host, Slot, SlotRequest } from './slotRequest.ts';
import { alignedStarts } from './startGrid.ts';
import { zoneTable } from './timeZone.ts';

/**
 * The slots that start within `range`, which notice and booking window already allow, in rising order.
 *
 * @throws RangeError as `zoneTable`
 */
export function findSlots(request: SlotRequest, range: Interval): Slot[] {
    const { rules, requiredHosts, pools } = request;
    if (requiredHosts.length === 0 && pools.length === 0) return [];
    let starts = subtractIntervals([range], typeLimitIntervals(request, range));
    for (const host of requiredHosts) starts = intersectIntervals(starts, hostStarts(host, rules, range));
    const grid = alignedStarts(starts, zoneTable(request.timeZone, range), rules.startIncrementMinutes);
    return grid.length === 0 ? [] : withPools(request, range, grid);
}

function withPools({ rules, requiredHosts, pools }: SlotRequest, range: Interval, grid: readonly UtcMinute[]): Slot[] {
    const known = new Map<string, readonly Interval[]>();
    const startsOf = (host: Host): readonly Interval[] => {
        const starts = known.get(host.id) ?? hostStarts(host, rules, range);
        known.set(host.id, starts);
        return starts;
    };
    const sweep = new PoolSweep(pools, new Set(requiredHosts.map(({ id }) => id)), startsOf);
    const slots: Slot[] = [];
    for (const start of grid) {
        const poolCandidates = sweep.candidatesAt(start);
        if (poolCandidates) slots.push({ start, end: start + rules.durationMinutes, poolCandidates });
    }
    return slots;
}
