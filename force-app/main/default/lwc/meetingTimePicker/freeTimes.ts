import { USER_TIME_ZONE, formatDay, formatTime } from 'c/userTime';
import type { Meeting } from 'types/meetings';

/** The free times of a day. */
export interface FreeDay {
    label: string;
    times: { startsAt: string; label: string }[];
}

/**
 * Asks the booking service when the hosts of a meeting's link are free, both days included.
 * @param from first day such as `2026-11-23`, in the user's zone
 * @throws Error when the link has no reusable URL, is closed, or the service cannot be reached
 */
export async function findFreeTimes(
    { linkUrl, startsAt, endsAt }: Meeting,
    from: string,
    to: string
): Promise<FreeDay[]> {
    const [, root, slug] = /^(https?:.*)\/l\/([^/]+)$/.exec(linkUrl ?? '') ?? [];
    if (root === undefined) throw new Error('The link has no reusable URL.');
    const asked = new URLSearchParams({ link: `l/${slug}`, from, to, timeZone: USER_TIME_ZONE });
    const minutes = minutesBetween(startsAt, endsAt);
    if (minutes > 0) asked.set('durationMinutes', String(minutes));
    const response = await fetch(`${root}/api/v1/slots?${asked}`, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer'
    });
    if (!response.ok) throw new Error(`The booking service answered ${response.status}.`);
    const { slots } = (await response.json()) as { slots: { start: string }[] };
    return byDay(slots.map(({ start }) => start));
}

function minutesBetween(start: string | null, end: string | null): number {
    return start === null || end === null ? 0 : (Date.parse(end) - Date.parse(start)) / 60_000;
}

function byDay(starts: string[]): FreeDay[] {
    const days = new Map<string, FreeDay>();
    for (const startsAt of starts) {
        const label = formatDay(startsAt);
        const day = days.get(label) ?? { label, times: [] };
        day.times.push({ startsAt, label: formatTime(startsAt) });
        days.set(label, day);
    }
    return [...days.values()];
}
