import { Temporal } from 'temporal-polyfill';
import type { UtcMinute } from '../intervals.ts';
import type { LocalDay } from '../localDay.ts';
import { MINUTES_PER_DAY } from '../localDay.ts';
import type { Fold } from '../zoneTable.ts';

const EPOCH = new Temporal.PlainDate(1970, 1, 1);

/** The date and time that Temporal's clock shows in a zone. */
export function temporalLocal(zone: string, minute: UtcMinute): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone);
}

/** What a clock shows. */
export interface ClockReading {
    day: LocalDay;
    minuteOfDay: number;
}

/** A stretch of time in which Temporal knows no change of the zone's offset. */
interface Steady {
    from: UtcMinute;
    to: UtcMinute;
    offset: number;
}

const steady = new Map<string, Steady[]>();

/**
 * What Temporal's clock shows in a zone. Temporal is asked once for each stretch between two changes of the clock: asking
 * for every minute of thousands of requests takes minutes.
 */
export function temporalClock(zone: string, minute: UtcMinute): ClockReading {
    const known = steady.get(zone) ?? [];
    steady.set(zone, known);
    let stretch = known.find(({ from, to }) => from <= minute && minute < to);
    if (!stretch) {
        stretch = steadyFrom(zone, minute);
        known.push(stretch);
    }
    const local = minute + stretch.offset;
    const day = Math.floor(local / MINUTES_PER_DAY);
    return { day, minuteOfDay: local - day * MINUTES_PER_DAY };
}

/** From one day before where nothing changes, so that neighbours of the minute are known too. */
function steadyFrom(zone: string, minute: UtcMinute): Steady {
    const asked = temporalLocal(zone, minute);
    const dayBefore = temporalLocal(zone, minute - MINUTES_PER_DAY).getTimeZoneTransition('next');
    const isSteady = dayBefore === null || dayBefore.epochMilliseconds > minute * 60_000;
    const next = asked.getTimeZoneTransition('next');
    return {
        from: isSteady ? minute - MINUTES_PER_DAY : minute,
        to: next ? next.epochMilliseconds / 60_000 : Infinity,
        offset: asked.offsetNanoseconds / 60_000_000_000
    };
}

export function toLocalDay(date: Temporal.PlainDate): LocalDay {
    return EPOCH.until(date).days;
}

const plainDates = new Map<LocalDay, Temporal.PlainDate>();

export function toPlainDate(day: LocalDay): Temporal.PlainDate {
    const date = plainDates.get(day) ?? EPOCH.add({ days: day });
    plainDates.set(day, date);
    return date;
}

/** What `toUtcMinutes` promises, by Temporal. */
export function temporalToUtc(zone: string, day: LocalDay, minuteOfDay: number, fold: Fold): UtcMinute {
    const wanted = toPlainDate(day + Math.floor(minuteOfDay / MINUTES_PER_DAY)).toPlainDateTime({
        hour: Math.floor((minuteOfDay % MINUTES_PER_DAY) / 60),
        minute: minuteOfDay % 60
    });
    const found = wanted.toZonedDateTime(zone, { disambiguation: fold });
    if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds / 60_000;
    const beforeGap = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
    const gap = beforeGap.getTimeZoneTransition('next');
    if (!gap) throw new Error(`${zone} skips ${wanted.toString()} without a transition.`);
    return gap.epochMilliseconds / 60_000;
}

/** Every moment in the years from `fromYear` up to `toYear` at which the zone's offset changes. */
export function temporalTransitions(zone: string, fromYear: number, toYear: number): UtcMinute[] {
    const end = Date.UTC(toYear, 0);
    const found: UtcMinute[] = [];
    let at = temporalLocal(zone, Date.UTC(fromYear, 0) / 60_000).getTimeZoneTransition('next');
    while (at && at.epochMilliseconds < end) {
        found.push(at.epochMilliseconds / 60_000);
        at = at.getTimeZoneTransition('next');
    }
    return found;
}
