import { formatMinutes } from 'c/dateFormat';
import type { BookingLink } from 'types/links';

/** What a link books, in one line: meeting type and minutes, as far as they can be read. */
export function meetingTypeSummary({ meetingTypeTitle, durationMinutes }: BookingLink): string {
    const duration = durationMinutes === undefined ? '' : formatMinutes(durationMinutes);
    return [meetingTypeTitle, duration].filter((part) => part !== '').join(' · ');
}

/** Whether every word of `term` is in the name, meeting type, slug or description; upper case or lower. */
export function matchesSearch(link: BookingLink, term: string): boolean {
    const text = [link.name, link.meetingTypeTitle, link.slug, link.description].join(' ').toLocaleLowerCase();
    return term
        .toLocaleLowerCase()
        .split(/\s+/)
        .every((word) => text.includes(word));
}
