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

export function toLocalDay(date: Temporal.PlainDate): LocalDay {
    return EPOCH.until(date).days;
}

export function toPlainDate(day: LocalDay): Temporal.PlainDate {
    return EPOCH.add({ days: day });
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
