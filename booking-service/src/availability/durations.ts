import type { BookableLink } from '../links/linkService.ts';
import type { MeetingType } from '../mirror/records.ts';
import { Problem } from '../problem/problem.ts';

/** Every length a meeting of the type may have, in minutes, shortest first. */
export function offeredDurations({ durationMinutes, otherDurationsMinutes }: MeetingType): number[] {
    return [...new Set([durationMinutes, ...otherDurationsMinutes])].sort((a, b) => a - b);
}

/**
 * The link with the length that was chosen as its meeting type's length: what is searched, checked and booked
 * from then on. Unchanged when nothing was chosen; `undefined` when that length is not offered.
 */
export function withDuration(link: BookableLink, chosen: number | undefined): BookableLink | undefined {
    const { meetingType } = link;
    if (chosen === undefined || chosen === meetingType.durationMinutes) return link;
    const offered = offeredDurations(meetingType);
    if (!offered.includes(chosen)) return undefined;
    return { ...link, meetingType: { ...meetingType, durationMinutes: chosen, otherDurationsMinutes: offered } };
}

/**
 * The same for a client that has to hear of it.
 *
 * @throws Problem invalid_request naming `durationMinutes`
 */
export function chooseDuration(link: BookableLink, durationMinutes: number | undefined): BookableLink {
    const chosen = withDuration(link, durationMinutes);
    if (chosen) return chosen;
    throw new Problem('invalid_request', {
        errors: [{ field: 'durationMinutes', message: 'is not a length this link offers' }]
    });
}
