import type { Interval } from './intervals.ts';
import { MINUTES_PER_DAY } from './localDay.ts';
import type { Schedule } from './schedule.ts';
import { scheduleIntervals } from './schedule.ts';
import type { Spans } from './spans.ts';
import { packSpans } from './spans.ts';

/** A schedule is written out this much further than asked for, so that the next question costs nothing. */
const DAYS_BACK = 2;
const DAYS_AHEAD = 31;
/** What is written out at most; a schedule asked for times further apart is written out anew. */
const LONGEST_DAYS = 800;

interface WrittenOut {
    readonly covers: Interval;
    readonly spans: Spans;
}

/** By identity: a schedule that changes is another object. */
const known = new WeakMap<Schedule, WrittenOut>();

/**
 * The moments that a schedule is open: all of them within `range`, and some around it.
 *
 * @throws RangeError as `zoneTable`
 */
export function scheduleSpans(schedule: Schedule, range: Interval): Spans {
    const written = known.get(schedule);
    if (written && written.covers.start <= range.start && range.end <= written.covers.end) return written.spans;
    const covers = widen(range, written?.covers);
    const spans = packSpans(scheduleIntervals(schedule, covers));
    known.set(schedule, { covers, spans });
    return spans;
}

function widen({ start, end }: Interval, before: Interval | undefined): Interval {
    const wanted = { start: start - DAYS_BACK * MINUTES_PER_DAY, end: end + DAYS_AHEAD * MINUTES_PER_DAY };
    const both = before && { start: Math.min(wanted.start, before.start), end: Math.max(wanted.end, before.end) };
    return both && both.end - both.start <= LONGEST_DAYS * MINUTES_PER_DAY ? both : wanted;
}
