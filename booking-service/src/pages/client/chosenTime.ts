// Pure and free of the DOM, like `days.ts`: server and browser describe a chosen time with the same lines.
import { formatMeetingTime, isClockChanged, isSameClock, zoneName } from './days.ts';

/** A time somebody has chosen, and whose clocks matter for it. */
export interface ChosenTime {
    start: Date;
    minutes: number;
    /** The booker's zone. */
    timeZone: string;
    /** Absent when nobody in particular is met. */
    hostTimeZone: string | undefined;
    locale: string;
    now: Date;
}

/** Texts with `{timeZone}` where a zone is named. */
export interface ChosenTimeWords {
    selected: string;
    hostTime: string;
    clocksChange: string;
}

/** "Monday, 23 November 2026, 10:30 – 11:00 (Europe/Berlin)". */
export function timeInZone({ start, minutes, locale }: ChosenTime, timeZone: string): string {
    const end = new Date(start.getTime() + minutes * 60_000);
    return `${formatMeetingTime(start, end, timeZone, locale)} (${zoneName(timeZone)})`;
}

/**
 * The chosen time in words: on the booker's clock; on the host's when that shows something else; and, when clocks are
 * put forward or back before the meeting, that they are.
 */
export function describeChosenTime(time: ChosenTime, words: ChosenTimeWords): [string, ...string[]] {
    const { start, timeZone, hostTimeZone, now, locale, minutes } = time;
    const lines: [string, ...string[]] = [`${words.selected} ${timeInZone(time, timeZone)}`];
    const isHostElsewhere = hostTimeZone !== undefined && !isSameClock(start, timeZone, hostTimeZone);
    if (isHostElsewhere) {
        const end = new Date(start.getTime() + minutes * 60_000);
        const label = words.hostTime.replace('{timeZone}', zoneName(hostTimeZone));
        lines.push(`${label}: ${formatMeetingTime(start, end, hostTimeZone, locale)}`);
    }
    const zones = isHostElsewhere ? [timeZone, hostTimeZone] : [timeZone];
    const changing = zones.find((zone) => isClockChanged(now, start, zone));
    if (changing !== undefined) lines.push(words.clocksChange.replace('{timeZone}', zoneName(changing)));
    return lines;
}
