import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

/** Making a formatter costs more than a hundred uses of it. */
const MOMENT = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone
});
const AGE = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const MINUTES = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });

/** A moment in the running user's locale and zone, zone named. `instant` is ISO 8601; null gives empty text. */
export function formatMoment(instant: string | null): string {
    return instant === null ? '' : MOMENT.format(new Date(instant));
}

/** From one moment to another, saying what they share once; without an end, the start. Both are ISO 8601. */
export function formatPeriod(start: string | null, end: string | null): string {
    if (start === null || end === null) return formatMoment(start);
    return MOMENT.formatRange(new Date(start), new Date(end));
}

/** A length such as `30 min` in the running user's language. */
export function formatMinutes(minutes: number): string {
    return MINUTES.format(minutes);
}

const MINUTE_MS = 60_000;
/** Units of age, the largest first, with how many minutes each has. */
const AGE_UNITS = [
    ['day', 1440],
    ['hour', 60],
    ['minute', 1]
] as const;

/** How long ago a moment was, such as `2 days ago`, in the running user's language. `instant` is ISO 8601. */
export function formatAge(instant: string, now: Date): string {
    const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(instant)) / MINUTE_MS));
    const [unit, length] = AGE_UNITS.find(([, unitLength]) => minutes >= unitLength) ?? (['minute', 1] as const);
    return AGE.format(-Math.floor(minutes / length), unit);
}

/** Dates have no zone: they are read and written as if in UTC. */
const DATE = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
const HOURS = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 1
});
/** A Monday, from which weekdays are counted. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** A date such as `2026-12-24` in full, in the running user's language. */
export function formatDate(date: string): string {
    return DATE.format(new Date(`${date}T00:00:00Z`));
}

/** The name of a weekday in the running user's language; 0 is Monday. */
export function formatWeekday(index: number): string {
    return WEEKDAY.format(new Date(MONDAY + index * DAY_MS));
}

/** A length such as `37.5 hours` in the running user's language. */
export function formatHours(minutes: number): string {
    return HOURS.format(minutes / 60);
}

const SHARE = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });

/** A part from 0 to 1, such as `25%`. */
export function formatShare(part: number): string {
    return SHARE.format(part);
}
