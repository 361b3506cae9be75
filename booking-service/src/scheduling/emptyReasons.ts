import type { BookingRange } from './bookingRange.ts';
import { findStarts } from './findStarts.ts';
import type { HostObstacle } from './hostStarts.ts';
import { findObstacle, writeFreeStarts, writeHostStarts, writeScheduledStarts } from './hostStarts.ts';
import type { Interval } from './intervals.ts';
import { canFillAll } from './poolAssignment.ts';
import type { Host, SlotRequest } from './slotRequest.ts';
import { everyHost } from './slotRequest.ts';
import { SpanList } from './spans.ts';
import { StartGrid } from './startGrid.ts';
import { zoneTable } from './timeZone.ts';

/** Why one host has no slot in the range asked for. */
export type HostReason = HostObstacle | 'outside_schedule' | 'all_busy' | 'daily_limit_reached';

/** Why there is no slot at all. `no_host`: the link has nobody to meet, or too few for its pools. */
export type EmptyReason = HostReason | 'before_minimum_notice' | 'outside_booking_window' | 'no_host';

/** Explains an empty grid. */
export interface EmptyReasons {
    readonly overall: EmptyReason;
    /** Each host once. `undefined`: free at some time, but not together with the others, or kept by a limit. */
    readonly hosts: readonly HostEmptyReason[];
}

export interface HostEmptyReason {
    readonly hostId: string;
    readonly role: 'required' | 'pool';
    readonly reason: HostReason | undefined;
}

/** Of the reasons of a pool's members, the one to tell: the first of these that any member has. */
const GENTLEST_FIRST: readonly HostReason[] = [
    'all_busy',
    'daily_limit_reached',
    'outside_schedule',
    'host_calendar_unreadable',
    'no_schedule',
    'host_inactive'
];

type ReasonOf = (host: Host) => HostReason | undefined;

/**
 * Says why a search that found nothing did so.
 *
 * @throws RangeError as `zoneTable`
 */
export function explainEmpty(request: SlotRequest, booking: BookingRange): EmptyReasons {
    const hosts = everyHost(request);
    if (!booking.isOpen) {
        return {
            overall: booking.reason,
            hosts: describeHosts(request, findObstacle)
        };
    }
    const { range } = booking;
    const reasons = new Map(hosts.map((host) => [host.id, hostReason(host, request, range)]));
    return {
        overall: overallReason(request, range, (host) => reasons.get(host.id)),
        hosts: describeHosts(request, (host) => reasons.get(host.id))
    };
}

function describeHosts(request: SlotRequest, reasonOf: ReasonOf): HostEmptyReason[] {
    const requiredIds = new Set(request.requiredHosts.map(({ id }) => id));
    return everyHost(request).map((host) => ({
        hostId: host.id,
        role: requiredIds.has(host.id) ? 'required' : 'pool',
        reason: reasonOf(host)
    }));
}

function hostReason(host: Host, { rules, timeZone }: SlotRequest, range: Interval): HostReason | undefined {
    const obstacle = findObstacle(host);
    if (obstacle) return obstacle;
    const grid = new StartGrid(range, zoneTable(timeZone, range), rules.startIncrementMinutes);
    const starts = new SpanList();
    if (!grid.hasStartIn(writeScheduledStarts(starts, host, rules, range))) return 'outside_schedule';
    if (!grid.hasStartIn(writeFreeStarts(starts, host, rules, range))) return 'all_busy';
    return grid.hasStartIn(writeHostStarts(starts, host, rules, range)) ? undefined : 'daily_limit_reached';
}

function overallReason(request: SlotRequest, range: Interval, reasonOf: ReasonOf): EmptyReason {
    const { requiredHosts, rules } = request;
    if (!hasEnoughHosts(request, () => true)) return 'no_host';
    const reason = requiredHosts.map(reasonOf).find((known) => known !== undefined) ?? poolReason(request, reasonOf);
    if (reason) return reason;
    if (!hasEnoughHosts(request, (host) => !findObstacle(host))) return 'no_host';
    const unlimited = { ...request, rules: { ...rules, dailyLimit: undefined, weeklyLimit: undefined } };
    return findStarts(unlimited, range).length > 0 ? 'daily_limit_reached' : 'all_busy';
}

/** Why the first pool that nobody can fill is empty. */
function poolReason(request: SlotRequest, reasonOf: ReasonOf): HostReason | undefined {
    for (const hosts of poolHosts(request)) {
        const reasons = hosts.map(reasonOf);
        if (!reasons.includes(undefined)) return GENTLEST_FIRST.find((reason) => reasons.includes(reason));
    }
    return undefined;
}

function hasEnoughHosts(request: SlotRequest, isUsable: (host: Host) => boolean): boolean {
    if (request.requiredHosts.length === 0 && request.pools.length === 0) return false;
    return canFillAll(poolHosts(request).map((hosts) => hosts.filter(isUsable).map(({ id }) => id)));
}

/** The members of each pool who are not in the meeting anyway. */
function poolHosts({ requiredHosts, pools }: SlotRequest): Host[][] {
    const requiredIds = new Set(requiredHosts.map(({ id }) => id));
    return pools.map(({ members }) => members.map(({ host }) => host).filter(({ id }) => !requiredIds.has(id)));
}
