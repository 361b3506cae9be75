import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

/** Sweden writes days as spreadsheets everywhere read them. */
const FOR_SHEETS = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
const DAY = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone });
const TIME = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone });
const WEEK = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone });

/** The running user's zone, an IANA name. */
export const USER_TIME_ZONE = timeZone;

/** A moment as spreadsheets read it, in the running user's zone: `2026-11-23 14:30`. Null gives empty text. */
export function formatForSheet(instant: string | null): string {
    return instant === null ? '' : FOR_SHEETS.format(new Date(instant));
}

/** The day of a moment in the running user's locale and zone: `Monday, November 23`. */
export function formatDay(instant: string): string {
    return DAY.format(new Date(instant));
}

/** The day of a moment, short: `Nov 23`. */
export function formatShortDay(instant: string): string {
    return WEEK.format(new Date(instant));
}

/** The time of day of a moment in the running user's locale and zone: `2:30 PM`. */
export function formatTime(instant: string): string {
    return TIME.format(new Date(instant));
}

const DAY_MS = 86_400_000;
const WALL_CLOCK = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
});

/**
 * When a day begins in the running user's zone, as ISO 8601.
 * @param day such as `2026-11-23`
 * @param laterDays so many days after it: 1 is when the day ends
 */
export function startOfDay(day: string, laterDays = 0): string {
    const midnight = Date.parse(`${day}T00:00:00Z`) + laterDays * DAY_MS;
    const guess = midnight - zoneOffset(midnight);
    // The offset may change between the guess and midnight itself.
    return new Date(midnight - zoneOffset(guess)).toISOString();
}

/** The day a moment falls on in the running user's zone, such as `2026-11-23`. */
export function dayOf(instant: Date): string {
    return new Date(instant.getTime() + zoneOffset(instant.getTime())).toISOString().slice(0, 10);
}

/** Milliseconds that clocks in the user's zone are ahead of UTC. */
function zoneOffset(instant: number): number {
    const parts = Object.fromEntries(
        WALL_CLOCK.formatToParts(instant).map(({ type, value }) => [type, Number(value)])
    ) as Record<string, number>;
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
