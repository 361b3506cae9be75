import BookingLinkTile from 'c/bookingLinkTile';
import type { ListedLink } from 'types/links';
import { aLink } from '../../../../../test/links';
import { findById, mountComponent, textsById } from '../../../../../test/mount';

const mount = (fields: Partial<ListedLink> = {}, isCopyOnly = false): HTMLElement =>
    mountComponent('c-booking-link-tile', BookingLinkTile, { link: aLink(fields), place: 'My Links', isCopyOnly });

const menuOf = (element: HTMLElement): HTMLElement | null => element.shadowRoot!.querySelector('c-copy-link-menu');

describe('c-booking-link-tile', () => {
    afterEach(() => document.body.replaceChildren());

    it('says what is booked, with whom and where', () => {
        const element = mount();
        expect(element.shadowRoot!.querySelector('h3')!.textContent).toBe('Julio: deep dive');
        expect(textsById(element, 'meeting-type')).toEqual(['Technical deep dive · 60 min']);
        expect(textsById(element, 'hosts')).toEqual(['Hosts: Julio Reyes, Sales Engineering']);
        expect(findById<HTMLAnchorElement>(element, 'url')!.href).toBe(aLink().url);
    });

    it('leaves out hosts nobody has entered', () => {
        expect(findById(mount({ hostNames: [] }), 'hosts')).toBeNull();
    });

    it('counts the single-use links not used yet', () => {
        expect(textsById(mount({ unusedCount: 3 }), 'unused')).toEqual(['Single-use links not used yet: 3']);
        expect(findById(mount(), 'unused')).toBeNull();
    });

    it('hands the link to its badges and its actions', () => {
        const { shadowRoot } = mount({ isActive: false });
        expect(shadowRoot!.querySelector('c-link-badges')).toMatchObject({ link: { isActive: false } });
        expect(shadowRoot!.querySelector('c-booking-link-menu')).toMatchObject({ link: { isActive: false } });
    });

    it('names the owner of a link of somebody else, and offers no actions', async () => {
        const element = mount({ ownerName: 'Helena Brandt' }, true);
        expect(textsById(element, 'owner')).toEqual(['Owner: Helena Brandt']);
        expect(element.shadowRoot!.querySelector('c-booking-link-menu')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('passes on that the link has changed', () => {
        const element = mount();
        const handleChanged = jest.fn();
        element.addEventListener('linkchanged', handleChanged);
        element.shadowRoot!.querySelector('c-booking-link-menu')!.dispatchEvent(new CustomEvent('linkchanged'));
        expect(handleChanged).toHaveBeenCalledTimes(1);
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
