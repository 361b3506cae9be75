import type { BookingLink } from 'types/links';

/** Whether every word of `term` is in the name, meeting type, slug or description; upper case or lower. */
export function matchesSearch(
    link: Pick<BookingLink, 'name' | 'meetingTypeTitle' | 'slug' | 'description'>,
    term: string
): boolean {
    const text = [link.name, link.meetingTypeTitle, link.slug, link.description].join(' ').toLocaleLowerCase();
    return term
        .toLocaleLowerCase()
        .split(/\s+/)
        .every((word) => text.includes(word));
}
