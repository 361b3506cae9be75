import type { Interval, UtcMinute } from './intervals.ts';
import { MINUTES_PER_DAY } from './localDay.ts';
import type { Spans } from './spans.ts';
import { numberAt } from './spans.ts';
import type { ZoneTable } from './zoneTable.ts';

/** Starts through which the clock keeps one offset. */
interface GridSegment {
    readonly start: UtcMinute;
    readonly end: UtcMinute;
    readonly offset: number;
    /** Number of its first start, counted in increments from 1970 on the local clock. */
    readonly firstStep: number;
    /** Index of its first start in the whole grid. */
    readonly firstIndex: number;
}

/**
 * The minutes within a range at which the booker's clock shows a multiple of the increment, counted from midnight.
 * An hour that the clock shows twice has its starts twice. Nothing is listed: indices and minutes are computed.
 */
export class StartGrid {
    /** Starts in the range. */
    readonly length: number;
    private readonly segments: readonly GridSegment[];
    private readonly increment: number;
    private readonly stepsPerDay: number;

    constructor({ start, end }: Interval, clock: ZoneTable, incrementMinutes: number) {
        this.increment = incrementMinutes;
        this.stepsPerDay = Math.ceil(MINUTES_PER_DAY / incrementMinutes);
        const segments: GridSegment[] = [];
        let length = 0;
        for (let from = start; from < end;) {
            const { end: changes, offset } = clock.segmentAt(from);
            const to = Math.min(end, changes);
            const firstStep = this.stepFrom(from + offset);
            segments.push({ start: from, end: to, offset, firstStep, firstIndex: length });
            length += this.stepFrom(to + offset) - firstStep;
            from = to;
        }
        this.segments = segments;
        this.length = length;
    }

    /** Index of the first start at or after `minute`; `length` when there is none. */
    indexFrom(minute: UtcMinute): number {
        for (let number = this.segments.length - 1; number >= 0; number--) {
            const segment = this.segment(number);
            if (minute < segment.start) continue;
            if (minute >= segment.end) return this.endOf(number);
            return segment.firstIndex + this.stepFrom(minute + segment.offset) - segment.firstStep;
        }
        return 0;
    }

    /** The moment of the start with this index. */
    minuteAt(index: number): UtcMinute {
        let number = this.segments.length - 1;
        while (number > 0 && this.segment(number).firstIndex > index) number--;
        const { firstIndex, firstStep, offset } = this.segment(number);
        const step = firstStep + index - firstIndex;
        const day = Math.floor(step / this.stepsPerDay);
        return day * MINUTES_PER_DAY + (step - day * this.stepsPerDay) * this.increment - offset;
    }

    /** Whether any start lies in one of these stretches. */
    hasStartIn({ items, size }: Spans): boolean {
        for (let at = 0; at < size; at += 2) {
            if (this.indexFrom(numberAt(items, at)) < this.indexFrom(numberAt(items, at + 1))) return true;
        }
        return false;
    }

    private segment(number: number): GridSegment {
        return this.segments[number] as GridSegment;
    }

    private endOf(number: number): number {
        return this.segments[number + 1]?.firstIndex ?? this.length;
    }

    /** Steps before a local minute; its own is not among them when it is a multiple. */
    private stepFrom(localMinute: number): number {
        const day = Math.floor(localMinute / MINUTES_PER_DAY);
        return day * this.stepsPerDay + Math.ceil((localMinute - day * MINUTES_PER_DAY) / this.increment);
    }
}
