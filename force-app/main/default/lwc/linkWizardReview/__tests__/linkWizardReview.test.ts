import LinkWizardReview from 'c/linkWizardReview';
import { aDraft } from '../../../../../test/drafts';
import { mountComponent, textsById } from '../../../../../test/mount';

describe('c-link-wizard-review', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows everything that was entered, and nothing that was not', () => {
        const element = mountComponent('c-link-wizard-review', LinkWizardReview, { draft: aDraft() });
        const facts = element.shadowRoot!.querySelector<HTMLElement>('c-fact-list')!;
        expect(textsById(facts, 'row')).toEqual([
            'Meeting TypeIntro call',
            'Host(s)Julio Reyes (Required Host), Sales Engineering (Pool)',
            'NameJulio: intro',
            'Addressjulio-intro',
            'ExpiresNever',
            'Links LibraryNo'
        ]);
    });

    it('is accessible', async () => {
        const draft = aDraft({ description: 'For fairs', expiresAt: '2027-01-01T12:00:00Z', isInLibrary: true });
        await expect(mountComponent('c-link-wizard-review', LinkWizardReview, { draft })).toBeAccessible();
    });
});
