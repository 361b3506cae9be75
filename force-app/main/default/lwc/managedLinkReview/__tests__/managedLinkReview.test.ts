import ManagedLinkReview from 'c/managedLinkReview';
import { aManagedLink, aUser } from '../../../../../test/managedLinks';
import { mountComponent, textsById } from '../../../../../test/mount';

const factsOf = (element: HTMLElement): string[] =>
    textsById(element.shadowRoot!.querySelector<HTMLElement>('c-fact-list')!, 'row');

describe('c-managed-link-review', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows everything at a glance', async () => {
        const users = [aUser('Ana Ito'), aUser('Grace Okafor')];
        const element = mountComponent('c-managed-link-review', ManagedLinkReview, { draft: aManagedLink(), users });
        expect(factsOf(element)).toEqual([
            'Meeting TypeOffice hours',
            'People2: Ana Ito, Grace Okafor',
            'NameOffice hours',
            'Name of each linkOffice hours with {firstName}',
            'Address of each link{firstName}-office-hours',
            'ExpiresNever',
            'Links LibraryNo'
        ]);
        await expect(element).toBeAccessible();
    });

    it('counts those it does not name', () => {
        const users = Array.from({ length: 12 }, (_, index) => aUser(`P${index} Smith`));
        const element = mountComponent('c-managed-link-review', ManagedLinkReview, { draft: aManagedLink(), users });
        expect(factsOf(element)[1]).toMatch(/^People12: .* and 2 more$/);
    });
});
