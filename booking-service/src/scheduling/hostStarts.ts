import { hostLimitIntervals } from './bookingLimits.ts';
import type { Interval } from './intervals.ts';
import { scheduleSpans } from './scheduleSpans.ts';
import type { Host, SlotRules } from './slotRequest.ts';
import type { Spans } from './spans.ts';
import { firstEndingAfter, NO_SPANS, numberAt, packSpans, SpanList } from './spans.ts';

/** Why a host cannot be met at any time, whatever the range. */
export type HostObstacle = 'host_inactive' | 'no_schedule' | 'host_calendar_unreadable';

/** Says what keeps a host from being met at all; nothing does when `undefined`. */
export function findObstacle(host: Host): HostObstacle | undefined {
    if (!host.isActive) return 'host_inactive';
    if (!host.schedule) return 'no_schedule';
    return host.isCalendarReadable ? undefined : 'host_calendar_unreadable';
}

/**
 * Writes the minutes within `range` at which a meeting with this host may start into `starts`, merged.
 *
 * @throws RangeError as `zoneTable`
 */
export function writeHostStarts(starts: SpanList, host: Host, rules: SlotRules, range: Interval): SpanList {
    starts.clear();
    if (findObstacle(host)) return starts;
    if (rules.hostDailyLimit === undefined && rules.hostWeeklyLimit === undefined) {
        return writeFreeStarts(starts, host, rules, range);
    }
    const full = packSpans(hostLimitIntervals(host, rules, range));
    const free = writeFreeStarts(new SpanList(), host, rules, range);
    return writeDifference(starts, free, full);
}

/** The minutes at which a meeting would lie inside the host's schedule, whatever the calendar says. */
export function writeScheduledStarts(starts: SpanList, host: Host, rules: SlotRules, range: Interval): SpanList {
    return writeStarts(starts.clear(), host, rules, range, NO_SPANS);
}

/** Those of them at which meeting and buffers touch nothing that keeps the host busy. */
export function writeFreeStarts(starts: SpanList, host: Host, rules: SlotRules, range: Interval): SpanList {
    return writeStarts(starts.clear(), host, rules, range, packSpans(host.busy));
}

function writeStarts(
    starts: SpanList,
    { schedule }: Host,
    { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes }: SlotRules,
    { start: from, end: to }: Interval,
    busy: Spans
): SpanList {
    if (!schedule) return starts;
    const open = scheduleSpans(schedule, { start: from, end: to + durationMinutes });
    // A start that is too early to end, buffer included, before something busy begins lies after `begin - reach`.
    const reach = durationMinutes + bufferAfterMinutes - 1;
    let next = firstEndingAfter(busy, from - bufferBeforeMinutes);
    for (let at = firstEndingAfter(open, from); at < open.size; at += 2) {
        let start = Math.max(numberAt(open.items, at), from);
        const end = Math.min(numberAt(open.items, at + 1) - durationMinutes + 1, to);
        if (start >= to) break;
        if (start >= end) continue;
        while (next < busy.size && numberAt(busy.items, next + 1) + bufferBeforeMinutes <= start) next += 2;
        for (let hole = next; hole < busy.size && numberAt(busy.items, hole) - reach < end; hole += 2) {
            if (numberAt(busy.items, hole) - reach > start) starts.push(start, numberAt(busy.items, hole) - reach);
            start = Math.max(start, numberAt(busy.items, hole + 1) + bufferBeforeMinutes);
        }
        if (start < end) starts.push(start, end);
    }
    return starts;
}

/** What is left of the pieces outside the holes. */
export function writeDifference(left: SpanList, pieces: Spans, holes: Spans): SpanList {
    left.clear();
    let next = 0;
    for (let at = 0; at < pieces.size; at += 2) {
        let start = numberAt(pieces.items, at);
        const end = numberAt(pieces.items, at + 1);
        while (next < holes.size && numberAt(holes.items, next + 1) <= start) next += 2;
        for (let hole = next; hole < holes.size && numberAt(holes.items, hole) < end; hole += 2) {
            if (numberAt(holes.items, hole) > start) left.push(start, numberAt(holes.items, hole));
            start = Math.max(start, numberAt(holes.items, hole + 1));
        }
        if (start < end) left.push(start, end);
    }
    return left;
}
