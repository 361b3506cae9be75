import { formatter } from './client/days.ts';

/** `getWeekInfo` is in every engine we run on, but not yet in TypeScript's library. */
interface LocaleWithWeek extends Intl.Locale {
    getWeekInfo?: () => { firstDay: number };
}

const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** The day a locale begins its weeks with: 1 Monday … 7 Sunday. */
export function firstWeekday(locale: string): number {
    const info: LocaleWithWeek = new Intl.Locale(locale);
    return info.getWeekInfo?.().firstDay ?? 1;
}

/** "Mon" for 1 … "Sun" for 7; numbers above 7 go round. */
export function weekdayName(weekday: number, locale: string): string {
    const day = MONDAY_MS + ((weekday - 1) % 7) * DAY_MS;
    return formatter(locale, { weekday: 'short', timeZone: 'UTC' }).format(day);
}
