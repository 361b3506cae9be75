import { formatMinutes } from 'c/dateFormat';
import type { BookingLink } from 'types/links';

export { matchesSearch } from './matchesSearch';

/** What a link books, in one line: meeting type and minutes, as far as they can be read. */
export function meetingTypeSummary({ meetingTypeTitle, durationMinutes }: BookingLink): string {
    const duration = durationMinutes === undefined ? '' : formatMinutes(durationMinutes);
    return [meetingTypeTitle, duration].filter((part) => part !== '').join(' · ');
}
