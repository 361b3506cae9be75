import { matchesSearch, meetingTypeSummary } from 'c/linkUtils';
import type { BookingLink } from 'types/links';

const LINK: BookingLink = {
    id: 'a01',
    name: 'Julio: intro',
    url: 'https://book.nexora.example/l/julio-intro',
    slug: 'julio-intro',
    description: 'For trade fairs',
    meetingTypeTitle: 'Intro call',
    durationMinutes: 30,
    hostNames: ['Julio Reyes'],
    isActive: true,
    isExpired: false,
    isInLibrary: false,
    unusedCount: 0
};

describe('c-link-utils', () => {
    it('sums up what a link books', () => {
        expect(meetingTypeSummary(LINK)).toBe('Intro call · 30 min');
    });

    it('leaves out what cannot be read', () => {
        expect(meetingTypeSummary({ ...LINK, durationMinutes: undefined })).toBe('Intro call');
        expect(meetingTypeSummary({ ...LINK, meetingTypeTitle: '', durationMinutes: undefined })).toBe('');
    });

    it.each(['', '  ', 'INTRO', 'julio-intro', 'call', 'fairs', 'intro julio', 'intro '])('finds "%s"', (term) => {
        expect(matchesSearch(LINK, term)).toBe(true);
    });

    it.each(['demo', 'intro demo', 'nexora'])('does not find "%s"', (term) => {
        expect(matchesSearch(LINK, term)).toBe(false);
    });
});
