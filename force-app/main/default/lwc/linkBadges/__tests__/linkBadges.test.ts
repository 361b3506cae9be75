import LinkBadges from 'c/linkBadges';
import type { ListedLink } from 'types/links';
import { mountComponent } from '../../../../../test/mount';
import { aLink } from '../../../../../test/links';

const mount = (fields: Partial<ListedLink> = {}): HTMLElement =>
    mountComponent('c-link-badges', LinkBadges, { link: aLink(fields) });

const badgesOf = (element: HTMLElement): string[] =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-badge')].map(
        ({ label }) => label
    );

describe('c-link-badges', () => {
    afterEach(() => document.body.replaceChildren());

    it.each([
        ['nothing special', {}, []],
        ['inactive', { isActive: false }, ['Inactive']],
        ['expired', { isExpired: true }, ['Expired']],
        ['managed', { isManaged: true }, ['Managed']],
        ['in the library', { isInLibrary: true }, ['In library']],
        ['all at once', { isActive: false, isExpired: true, isInLibrary: true }, ['Inactive', 'Expired', 'In library']]
    ])('has a badge for being %s', (_, fields, badges) => {
        expect(badgesOf(mount(fields))).toEqual(badges);
    });

    it('is accessible', async () => {
        await expect(mount({ isActive: false, isManaged: true })).toBeAccessible();
    });
});
