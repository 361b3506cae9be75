import type { Interval, UtcMinute } from './intervals.ts';
import type { LocalDay } from './localDay.ts';
import { MINUTES_PER_DAY } from './localDay.ts';
import type { BlockOffsets } from './offsetChanges.ts';

/** Which of the two moments is meant when the clock shows a local time twice. */
export type Fold = 'earlier' | 'later';

/** A stretch of time through which a zone keeps one offset. */
export interface ZoneSegment extends Interval {
    /** Minutes to add to UTC to get the local clock. */
    readonly offset: number;
    /** The offset before `start`. */
    readonly previousOffset: number;
}

/**
 * A zone's offsets over a span of time, to convert in well under a microsecond.
 * Outside `covers` it would go on with the nearest offset: get one for the range through `zoneTable`.
 *
 * "Local minute" is what the clock and the calendar show: `localDay * 1440 + minuteOfDay`.
 */
export class ZoneTable {
    readonly covers: Interval;
    private readonly segments: readonly ZoneSegment[];

    constructor(covers: Interval, blocks: readonly BlockOffsets[]) {
        this.covers = covers;
        this.segments = joinBlocks(blocks);
    }

    /** The stretch of one offset that holds `minute`. */
    segmentAt(minute: UtcMinute): ZoneSegment {
        let index = this.segments.length - 1;
        while (index > 0 && this.at(index).start > minute) index--;
        return this.at(index);
    }

    /** The date that the zone's calendar shows at `minute`. */
    dayOf(minute: UtcMinute): LocalDay {
        return Math.floor((minute + this.segmentAt(minute).offset) / MINUTES_PER_DAY);
    }

    /**
     * The moment at which the local clock shows `localMinute`.
     * A time that is shown twice is the `fold` one; a time that is skipped is the moment of the skip.
     */
    toUtc(localMinute: number, fold: Fold): UtcMinute {
        let index = this.segments.length - 1;
        while (index > 0 && this.at(index).start + this.at(index).offset > localMinute) index--;
        const segment = this.at(index);
        const isShownTwice = localMinute < segment.start + segment.previousOffset;
        if (isShownTwice && fold === 'earlier') return localMinute - segment.previousOffset;
        // Past the end of its own stretch, and not yet in the next: the clock skips it.
        return Math.min(localMinute - segment.offset, segment.end);
    }

    /** The first moment of a local date. A date that the zone skipped is empty: it starts with the next. */
    dayStart(day: LocalDay): UtcMinute {
        return this.toUtc(day * MINUTES_PER_DAY, 'earlier');
    }

    /** Never outside: there is a first segment, and it begins with minus infinity. */
    private at(index: number): ZoneSegment {
        return this.segments[index] as ZoneSegment;
    }
}

function joinBlocks(blocks: readonly BlockOffsets[]): ZoneSegment[] {
    const [firstBlock] = blocks;
    if (!firstBlock) throw new RangeError('A zone table needs at least one block.');
    const changes = blocks.flatMap((block) => block.changes);
    const segments: ZoneSegment[] = [];
    let start = -Infinity;
    let offset = firstBlock.firstOffset;
    let previousOffset = offset;
    for (const change of changes) {
        segments.push({ start, end: change.at, offset, previousOffset });
        previousOffset = offset;
        ({ at: start, offset } = change);
    }
    segments.push({ start, end: Infinity, offset, previousOffset });
    return segments;
}
