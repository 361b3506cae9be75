import { formatLocalDay, parseLocalDay } from '../scheduling/localDay.ts';
import { isTimeZone } from '../scheduling/timeZone.ts';

/** The IANA zone a visitor named; undefined for anything else. */
export function zoneOf(text: unknown): string | undefined {
    return typeof text === 'string' && isTimeZone(text) ? text : undefined;
}

/** The civil date a visitor named; undefined for anything else. */
export function dateOf(text: unknown): string | undefined {
    if (typeof text !== 'string') return undefined;
    try {
        return formatLocalDay(parseLocalDay(text));
    } catch {
        return undefined;
    }
}
