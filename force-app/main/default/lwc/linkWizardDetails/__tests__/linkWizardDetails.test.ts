import LinkWizardDetails from 'c/linkWizardDetails';
import type { LinkDraft } from 'types/links';
import { aDraft, draftChangesOf } from '../../../../../test/drafts';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

type InputElement = HTMLElement & { setCustomValidity: jest.Mock; reportValidity: jest.Mock };
type StepElement = HTMLElement & { reportValidity(): boolean; slugError: string };

async function mount(fields: Partial<LinkDraft> = {}, slugError = ''): Promise<StepElement> {
    const draft = aDraft(fields);
    const element = mountComponent('c-link-wizard-details', LinkWizardDetails, { draft, slugError }) as StepElement;
    await flush();
    return element;
}

/** Watches what an input is told. */
function inputOf(element: HTMLElement, id: string): InputElement {
    const input = findById<InputElement>(element, id)!;
    input.setCustomValidity = jest.fn();
    input.reportValidity = jest.fn().mockReturnValue(true);
    return input;
}

function enter(element: HTMLElement, id: string, detail: object): void {
    findById(element, id)!.dispatchEvent(new CustomEvent('change', { detail }));
}

async function answerSlug(...ids: string[]): Promise<void> {
    graphqlWire.emit({ uiapi: { query: { BookingLink__c: { edges: ids.map((Id) => ({ node: { Id } })) } } } });
    await flush();
}

describe('c-link-wizard-details', () => {
    afterEach(() => document.body.replaceChildren());

    it.each([
        ['an untouched address', { name: 'Intro', slug: 'intro' }, 'uber-uns-2'],
        ['an address of its own', { name: 'Intro', slug: 'other' }, undefined],
        ['the address of a link that is out', { id: 'a01', name: 'Intro', slug: 'intro' }, undefined]
    ])('lets %s follow the name or not', async (_, fields, slug) => {
        const element = await mount(fields);
        const changes = draftChangesOf(element);
        enter(element, 'name', { value: 'Über uns: 2!' });
        expect(changes).toEqual([{ name: 'Über uns: 2!', ...(slug && { slug }) }]);
    });

    it('hands on every field', async () => {
        const element = await mount();
        const changes = draftChangesOf(element);
        enter(element, 'slug', { value: ' Julio-2 ' });
        enter(element, 'description', { value: 'For fairs' });
        enter(element, 'expiry', { value: '2027-01-01T00:00:00.000Z' });
        enter(element, 'expiry', { value: null });
        enter(element, 'library', { checked: true });
        expect(changes).toEqual([
            { slug: 'julio-2' },
            { description: 'For fairs' },
            { expiresAt: '2027-01-01T00:00:00.000Z' },
            { expiresAt: '' },
            { isInLibrary: true }
        ]);
    });

    it('says as the user types that another link has the address', async () => {
        const element = await mount();
        const slug = inputOf(element, 'slug');
        expect(graphqlWire.getLastConfig().variables).toEqual({ where: { Slug__c: { eq: 'julio-intro' } } });
        await answerSlug('a01other');
        expect(slug.setCustomValidity).toHaveBeenLastCalledWith(
            expect.stringContaining('Another link has this address')
        );
        expect(slug.reportValidity).toHaveBeenCalled();
    });

    it('leaves the link its own address', async () => {
        const element = await mount({ id: 'a01' });
        const slug = inputOf(element, 'slug');
        await answerSlug('a01');
        expect(slug.setCustomValidity).toHaveBeenLastCalledWith('');
    });

    it('refuses an address that Salesforce would refuse, and an expiry in the past', async () => {
        const element = await mount({ slug: 'a--b', expiresAt: '2020-01-01T00:00:00Z' });
        const [slug, expiry] = [inputOf(element, 'slug'), inputOf(element, 'expiry')];
        for (const id of ['name', 'description', 'library']) inputOf(element, id);
        slug.reportValidity.mockReturnValue(false);
        expect(element.reportValidity()).toBe(false);
        expect(slug.setCustomValidity).toHaveBeenLastCalledWith(expect.stringContaining('single hyphens'));
        expect(expiry.setCustomValidity).toHaveBeenLastCalledWith(expect.stringContaining('in the future'));
    });

    it('shows at the field what Salesforce said against the address', async () => {
        const element = await mount();
        const slug = inputOf(element, 'slug');
        element.slugError = 'duplicate value found';
        await flush();
        expect(element.reportValidity()).toBe(false);
        expect(slug.setCustomValidity).toHaveBeenLastCalledWith('duplicate value found');
    });

    it('is accessible', async () => {
        await expect(await mount()).toBeAccessible();
    });
});
