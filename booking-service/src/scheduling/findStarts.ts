import { typeLimitIntervals } from './bookingLimits.ts';
import { writeDifference, writeHostStarts } from './hostStarts.ts';
import type { Interval, UtcMinute } from './intervals.ts';
import { PoolSweep } from './poolSweep.ts';
import type { Host, SlotRequest } from './slotRequest.ts';
import type { Spans } from './spans.ts';
import { numberAt, packSpans, SpanList } from './spans.ts';
import { StartGrid } from './startGrid.ts';
import { zoneTable } from './timeZone.ts';

/**
 * The starts within `range`, which notice and booking window already allow, at which a meeting is possible, rising.
 *
 * @throws RangeError as `zoneTable`
 */
export function findStarts(request: SlotRequest, range: Interval): Int32Array {
    const { rules, requiredHosts, pools, timeZone } = request;
    if (requiredHosts.length === 0 && pools.length === 0) return new Int32Array(0);
    const grid = new StartGrid(range, zoneTable(timeZone, range), rules.startIncrementMinutes);
    const sweep = new GridSweep(grid);
    if (rules.dailyLimit !== undefined || rules.weeklyLimit !== undefined) {
        const open = packSpans([range]);
        sweep.keep([writeDifference(new SpanList(), open, packSpans(typeLimitIntervals(request, range)))], 1);
    }
    const required = distinct(requiredHosts);
    if (required.size > 0) sweep.keep(hostStarts(required.values(), request, range), required.size);
    for (const { members } of pools) {
        if (sweep.isEmpty) break;
        const others = distinct(members.map(({ host }) => host).filter(({ id }) => !required.has(id)));
        sweep.keep(hostStarts(others.values(), request, range), 1);
    }
    const starts = sweep.starts();
    return haveSharedMembers(request) ? withoutContested(starts, request, range) : starts;
}

/** One after the other in the same list: look at each before asking for the next. */
function* hostStarts(hosts: Iterable<Host>, { rules }: SlotRequest, range: Interval): Generator<Spans> {
    for (const host of hosts) yield writeHostStarts(scratch, host, rules, range);
}

const scratch = new SpanList();

/** Strikes out the starts of a grid at which too few are free. */
class GridSweep {
    isEmpty: boolean;
    private readonly grid: StartGrid;
    private readonly isOpen: Uint8Array;
    /** How many more are free at a start than at the one before. */
    private readonly change: Int32Array;

    constructor(grid: StartGrid) {
        this.grid = grid;
        this.isEmpty = grid.length === 0;
        this.isOpen = new Uint8Array(grid.length).fill(1);
        this.change = new Int32Array(grid.length + 1);
    }

    /** Keeps the starts that lie in at least so many of these. */
    keep(free: Iterable<Spans>, least: number): void {
        if (this.isEmpty) return;
        const { grid, change, isOpen } = this;
        change.fill(0);
        for (const { items, size } of free) {
            for (let at = 0; at < size; at++) {
                // Spans come in pairs: a start that lets one more in, an end that takes one away.
                const index = grid.indexFrom(numberAt(items, at));
                change[index] = numberAt(change, index) + ((at & 1) === 0 ? 1 : -1);
            }
        }
        let count = 0;
        let open = 0;
        for (let index = 0; index < grid.length; index++) {
            count += numberAt(change, index);
            if (count < least) isOpen[index] = 0;
            open += numberAt(isOpen, index);
        }
        this.isEmpty = open === 0;
    }

    starts(): Int32Array {
        const { grid, isOpen } = this;
        let count = 0;
        for (let index = 0; index < grid.length; index++) count += numberAt(isOpen, index);
        const starts = new Int32Array(count);
        let next = 0;
        for (let index = 0; index < grid.length; index++)
            if (isOpen[index] === 1) starts[next++] = grid.minuteAt(index);
        return starts;
    }
}

function distinct(hosts: readonly Host[]): Map<string, Host> {
    return new Map(hosts.map((host) => [host.id, host]));
}

/** Whether somebody could fill the place of two pools, so that a free member in each is not enough. */
function haveSharedMembers({ pools }: SlotRequest): boolean {
    if (pools.length < 2) return false;
    const ids = pools.flatMap(({ members }) => [...new Set(members.map(({ host }) => host.id))]);
    return new Set(ids).size < ids.length;
}

function withoutContested(starts: Int32Array, request: SlotRequest, range: Interval): Int32Array {
    const sweep = new PoolSweep(request, range);
    return starts.filter((start: UtcMinute) => sweep.candidatesAt(start) !== undefined);
}
