import BookingLinkTile from 'c/bookingLinkTile';
import type { BookingLink } from 'types/links';
import { findById, mountComponent, textsById } from '../../../../../test/mount';

const LINK: BookingLink = {
    id: 'a01000000000001AAA',
    name: 'Julio: deep dive',
    url: 'https://book.nexora.example/l/julio-deep-dive',
    slug: 'julio-deep-dive',
    description: '',
    meetingTypeTitle: 'Technical deep dive',
    durationMinutes: 60,
    hostNames: ['Julio Reyes', 'Sales Engineering'],
    isActive: true,
    isExpired: false,
    isInLibrary: false,
    unusedCount: 0
};

const mount = (fields: Partial<BookingLink> = {}): HTMLElement =>
    mountComponent('c-booking-link-tile', BookingLinkTile, { link: { ...LINK, ...fields }, place: 'My Links' });

const badgesOf = (element: HTMLElement): string[] =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-badge')].map(
        ({ label }) => label
    );
const menuOf = (element: HTMLElement): HTMLElement | null => element.shadowRoot!.querySelector('c-copy-link-menu');

describe('c-booking-link-tile', () => {
    afterEach(() => document.body.replaceChildren());

    it('says what is booked, with whom and where', () => {
        const element = mount();
        expect(element.shadowRoot!.querySelector('h3')!.textContent).toBe('Julio: deep dive');
        expect(textsById(element, 'meeting-type')).toEqual(['Technical deep dive · 60 min']);
        expect(textsById(element, 'hosts')).toEqual(['Hosts: Julio Reyes, Sales Engineering']);
        expect(findById<HTMLAnchorElement>(element, 'url')!.href).toBe(LINK.url);
    });

    it('leaves out hosts nobody has entered', () => {
        expect(findById(mount({ hostNames: [] }), 'hosts')).toBeNull();
    });

    it('counts the single-use links not used yet', () => {
        expect(textsById(mount({ unusedCount: 3 }), 'unused')).toEqual(['Single-use links not used yet: 3']);
        expect(findById(mount(), 'unused')).toBeNull();
    });

    it.each([
        ['nothing special', {}, []],
        ['inactive', { isActive: false }, ['Inactive']],
        ['expired', { isExpired: true }, ['Expired']],
        ['in the library', { isInLibrary: true }, ['In library']],
        ['all at once', { isActive: false, isExpired: true, isInLibrary: true }, ['Inactive', 'Expired', 'In library']]
    ])('has a badge for being %s', (_, fields, badges) => {
        expect(badgesOf(mount(fields))).toEqual(badges);
    });

    it('offers to copy what can be booked, with the text action', () => {
        expect(menuOf(mount())).toMatchObject({ place: 'My Links', hasTextAction: true });
    });

    it.each([
        ['inactive', { isActive: false }],
        ['expired', { isExpired: true }]
    ])('says what to do instead of copying a link that is %s', (_, fields) => {
        const element = mount(fields);
        expect(menuOf(element)).toBeNull();
        expect(textsById(element, 'not-bookable')).toEqual([expect.stringContaining('cannot book')]);
    });

    it('passes on that a link was copied', () => {
        const element = mount();
        const handleCopied = jest.fn();
        element.addEventListener('linkcopied', (event) => handleCopied((event as CustomEvent).detail));
        menuOf(element)!.dispatchEvent(new CustomEvent('linkcopied', { detail: { kind: 'single-use' } }));
        expect(handleCopied).toHaveBeenCalledWith({ kind: 'single-use' });
    });

    it('is accessible when it can be booked', async () => {
        await expect(mount({ unusedCount: 3 })).toBeAccessible();
    });

    it('is accessible when it cannot be booked', async () => {
        await expect(mount({ isActive: false, isExpired: true })).toBeAccessible();
    });
});
