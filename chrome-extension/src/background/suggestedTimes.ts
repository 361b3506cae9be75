import { Problem } from '../problem.ts';
import { parseJson, send, type HttpOptions } from '../salesforce/http.ts';
import { hasTexts, isRecord } from '../storage.ts';

export interface SuggestedTime {
    start: Date;
    end: Date;
}

/** How far ahead is looked for times. */
const DAYS_AHEAD = 14;

/**
 * The first open time of each of the next days, up to `count`; more of the same day when days do not suffice.
 * @param url of the link, single-use or not; looking does not use it
 * @throws Problem service_unreachable, offline; no_times when nothing is open
 */
export async function findSuggestedTimes(
    http: HttpOptions,
    url: string,
    { now, timeZone, count }: { now: Date; timeZone: string; count: number }
): Promise<SuggestedTime[]> {
    const answer = await send(http, slotsUrl(url, now, timeZone), {}, 'service_unreachable');
    const body = parseJson(answer);
    if (answer.status !== 200 || !isRecord(body) || !Array.isArray(body['slots'])) {
        throw new Problem('service_unreachable', String(answer.status));
    }
    const slots = body['slots'].filter((slot) => hasTexts(slot, 'start', 'end')).map(toTime);
    if (slots.length === 0) throw new Problem('no_times');
    return spread(slots, count, timeZone);
}

/** `<service>/s/<token>` and `<service>/l/<slug>` both end in what the service calls a link. */
function slotsUrl(url: string, now: Date, timeZone: string): string {
    const slots = new URL('../api/v1/slots', url);
    const link = new URL(url).pathname.split('/').slice(-2).join('/');
    const to = new Date(now.getTime() + DAYS_AHEAD * 24 * 60 * 60 * 1000);
    slots.search = new URLSearchParams({
        link,
        from: localDay(now, timeZone),
        to: localDay(to, timeZone),
        timeZone
    }).toString();
    return slots.href;
}

function toTime(slot: Record<string, unknown>): SuggestedTime {
    return { start: new Date(String(slot['start'])), end: new Date(String(slot['end'])) };
}

function spread(slots: SuggestedTime[], count: number, timeZone: string): SuggestedTime[] {
    const days = new Set<string>();
    const isFirstOfDay = ({ start }: SuggestedTime): boolean => {
        const day = localDay(start, timeZone);
        return !days.has(day) && days.add(day).has(day);
    };
    const firsts = slots.filter(isFirstOfDay);
    const others = slots.filter((slot) => !firsts.includes(slot));
    const chosen = [...firsts, ...others].slice(0, count);
    return chosen.sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** Such as 2026-11-23: what Swedish, of all languages, writes by default. */
function localDay(moment: Date, timeZone: string): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment);
}

/** One line a time, in a language and zone, zone named. */
export function describeTimes(times: SuggestedTime[], language: string, timeZone: string): string[] {
    const format = new Intl.DateTimeFormat(language, {
        weekday: 'short',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZone,
        timeZoneName: 'short'
    });
    return times.map(({ start, end }) => `• ${format.formatRange(start, end)}`);
}
