// Pure and free of the DOM: the server groups the first times with it, the browser all later ones, so both agree.

/** An open time as the slots API answers it, both instants in UTC ISO 8601. */
export interface Slot {
    start: string;
    end: string;
}

/** One time a booker can choose. */
export interface SlotChoice {
    /** The start as a UTC ISO 8601 instant, what the form sends. */
    value: string;
    /** The start on the booker's clock, "10:30" or "10:30 AM". */
    label: string;
}

/** One day of the calendar in the booker's zone; a day without slots is shown, but cannot be chosen. */
export interface BookingDay {
    /** Civil date, `2026-11-23`. */
    date: string;
    /** "Monday, 23 November" in the booker's language. */
    label: string;
    slots: readonly SlotChoice[];
}

/** What to group: the slots and the first and last civil date to show, both included. */
export interface SlotRange {
    slots: readonly Slot[];
    from: string;
    to: string;
    timeZone: string;
    locale: string;
}

const DAY_MS = 86_400_000;
const MAX_FORMATTERS = 200;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Groups slots by the booker's civil day, one entry for every date of the range. */
export function bookingDays({ slots, from, to, timeZone, locale }: SlotRange): BookingDay[] {
    const byDate = new Map<string, SlotChoice[]>();
    for (const { start } of slots) {
        const date = civilDate(new Date(start), timeZone);
        const choices = byDate.get(date) ?? [];
        choices.push({ value: start, label: formatTime(new Date(start), timeZone, locale) });
        byDate.set(date, choices);
    }
    return datesBetween(from, to).map((date) => ({
        date,
        label: formatDay(date, locale),
        slots: withOffsetsWhereAmbiguous(byDate.get(date) ?? [], timeZone, locale)
    }));
}

/** The civil dates from the first to the last, both included. */
export function datesBetween(from: string, to: string): string[] {
    const dates: string[] = [];
    for (let date = from; date <= to; date = shiftDate(date, 1)) dates.push(date);
    return dates;
}

/** The civil date so many days later, or earlier when negative. */
export function shiftDate(date: string, days: number): string {
    return new Date(startOfUtcDay(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one civil date to another. */
export function daysBetween(from: string, to: string): number {
    return Math.round((startOfUtcDay(to) - startOfUtcDay(from)) / DAY_MS);
}

/** The civil date, `2026-11-23`, that an instant falls on in a zone. */
export function civilDate(instant: Date, timeZone: string): string {
    return formatter('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/** The first civil date of the month that lies so many months after a date's own; before it when negative. */
export function startOfMonth(date: string, months = 0): string {
    const [year = 0, month = 1] = date.split('-').map(Number);
    return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The last civil date of a date's month. */
export function endOfMonth(date: string): string {
    return shiftDate(startOfMonth(date, 1), -1);
}

/** "November 2026". */
export function formatMonth(date: string, locale: string): string {
    return formatter(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(startOfUtcDay(date));
}

/** Whether clocks in both zones show the same at an instant. */
export function isSameClock(instant: Date, timeZone: string, other: string): boolean {
    return offsetAt(instant, timeZone) === offsetAt(instant, other);
}

/** Whether clocks in a zone are put forward or back between two instants, and not put right again by the second. */
export function isClockChanged(from: Date, to: Date, timeZone: string): boolean {
    return offsetAt(from, timeZone) !== offsetAt(to, timeZone);
}

/** "Monday, 23 November". */
export function formatDay(date: string, locale: string): string {
    const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
    return formatter(locale, options).format(startOfUtcDay(date));
}

/** "10:30" or "10:30 AM", as the locale has it. */
export function formatTime(instant: Date, timeZone: string, locale: string): string {
    return formatter(locale, { timeZone, timeStyle: 'short' }).format(instant);
}

/** "Monday, 23 November 2026 at 10:30 – 11:00" in one zone; the zone itself is not named. */
export function formatMeetingTime(start: Date, end: Date, timeZone: string, locale: string): string {
    const options = {
        timeZone,
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: 'numeric',
        minute: '2-digit'
    } as const;
    return formatter(locale, options).formatRange(start, end);
}

/** "America/New York". */
export function zoneName(timeZone: string): string {
    return timeZone.replaceAll('_', ' ');
}

/** Column of a date in a week that begins on `firstWeekday` (1 Monday … 7 Sunday): 1 to 7. */
export function weekColumn(date: string, firstWeekday: number): number {
    const weekday = new Date(startOfUtcDay(date)).getUTCDay();
    return ((weekday - (firstWeekday % 7) + 7) % 7) + 1;
}

/** What a page with times keeps in its address. */
export interface PickerQuery {
    from: string;
    timeZone: string;
    durationMinutes?: string | undefined;
    /** Set when the visitor chose the language. */
    lang?: string | undefined;
}

/** Address of the page with other dates, zone or length. */
export function pickerHref(path: string, { from, timeZone, durationMinutes, lang }: PickerQuery): string {
    const fields = new URLSearchParams({ from, timeZone });
    if (durationMinutes) fields.set('durationMinutes', durationMinutes);
    if (lang) fields.set('lang', lang);
    return `${path}?${fields.toString()}`;
}

/** A cached formatter: making one costs more than formatting a whole week with it. */
export function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = locale + JSON.stringify(options);
    const known = formatters.get(key);
    if (known) return known;
    if (formatters.size >= MAX_FORMATTERS) formatters.clear();
    const made = new Intl.DateTimeFormat(locale, options);
    formatters.set(key, made);
    return made;
}

/** When clocks go back, one label stands for two instants: such times name their offset. */
function withOffsetsWhereAmbiguous(choices: SlotChoice[], timeZone: string, locale: string): SlotChoice[] {
    const counts = new Map<string, number>();
    for (const { label } of choices) counts.set(label, (counts.get(label) ?? 0) + 1);
    if (counts.size === choices.length) return choices;
    const options = { timeZone, hour: 'numeric', minute: '2-digit', timeZoneName: 'shortOffset' } as const;
    return choices.map((choice) =>
        counts.get(choice.label) === 1
            ? choice
            : { ...choice, label: formatter(locale, options).format(new Date(choice.value)) }
    );
}

/** "GMT+01:00". */
function offsetAt(instant: Date, timeZone: string): string | undefined {
    const parts = formatter('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(instant);
    return parts.find(({ type }) => type === 'timeZoneName')?.value;
}

function startOfUtcDay(date: string): number {
    return Date.parse(`${date}T00:00:00Z`);
}
