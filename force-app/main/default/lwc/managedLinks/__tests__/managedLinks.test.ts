import ManagedLinkWizard from 'c/managedLinkWizard';
import ManagedLinks from 'c/managedLinks';
import ViewLinksModal from 'c/viewLinksModal';
import { flush } from '../../../../../test/flush';
import { managedLinksAnswer } from '../../../../../test/managedLinks';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { search } from '../../../../../test/search';
import { graphqlWire } from '../../../../../test/wire';

const refresh = jest.fn();

async function mount(data?: object): Promise<HTMLElement> {
    const element = mountComponent('c-managed-links', ManagedLinks);
    await flush();
    if (data) graphqlWire.emit(data, undefined, refresh);
    await flush();
    return element;
}

describe('c-managed-links', () => {
    beforeEach(() => refresh.mockResolvedValue(undefined));
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('says what each managed link is, and who is without a link', async () => {
        const field = (value: unknown): object => ({ value });
        const element = await mount(
            managedLinksAnswer([{ missing: { totalCount: 1 }, IsActive__c: field(false), IsInLibrary__c: field(true) }])
        );
        expect(textsById(element, 'row')[0]).toContain('Office hours');
        expect(textsById(element, 'row')[0]).toContain('People: 4');
        const badges = [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('[data-id="badge"]')];
        expect(badges.map(({ label }) => label)).toEqual(['Inactive', 'In library', 'Without a link: 1']);
        await expect(element).toBeAccessible();
    });

    it('opens View Links', async () => {
        const element = await mount(managedLinksAnswer([{}]));
        findById(element, 'view-links')!.click();
        await flush();
        expect(ViewLinksModal.open).toHaveBeenCalledWith(
            expect.objectContaining({ label: 'View Links: Office hours', managedLinkId: expect.any(String) })
        );
    });

    it.each([
        ['edit', 'write'],
        ['deactivate', 'deactivate']
    ])('opens the wizard to %s, and asks again', async (action, purpose) => {
        const element = await mount(managedLinksAnswer([{}]));
        findById(element, 'actions')!.dispatchEvent(new CustomEvent('select', { detail: { value: action } }));
        await flush();
        expect(ManagedLinkWizard.open).toHaveBeenCalledWith(expect.objectContaining({ purpose }));
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('makes a new one', async () => {
        const element = await mount(managedLinksAnswer([]));
        findById(element, 'new')!.click();
        await flush();
        expect(ManagedLinkWizard.open).toHaveBeenCalledWith({ label: 'New managed link', size: 'medium' });
    });

    it('searches on the server and goes on behind the last one', async () => {
        const element = await mount(managedLinksAnswer([{}], true));
        findById(element, 'show-more')!.click();
        await flush();
        expect(JSON.stringify(graphqlWire.getLastConfig().variables)).toContain('{"Name":{"gt":"Office hours"}}');
        graphqlWire.emit(managedLinksAnswer([{ Id: 'a0899' }]));
        await flush();
        expect(textsById(element, 'row')).toHaveLength(2);
        await search(element, 'demo');
        expect(JSON.stringify(graphqlWire.getLastConfig().variables)).toContain('%demo%');
        graphqlWire.emit(managedLinksAnswer([]));
        await flush();
        expect(element.shadowRoot!.querySelector('c-empty-state')).toMatchObject({
            heading: 'No managed link matches'
        });
        await expect(element).toBeAccessible();
    });

    it('shows that it loads, that there is none, and why it failed', async () => {
        const element = await mount();
        const state = element.shadowRoot!.querySelector('c-load-state');
        expect(state).toMatchObject({ isLoading: true });
        await expect(element).toBeAccessible();
        graphqlWire.emit(managedLinksAnswer([]));
        await flush();
        expect(state).toMatchObject({ isEmpty: true, emptyHeading: 'No managed links yet' });
        await expect(element).toBeAccessible();
        graphqlWire.emitErrors([{ message: 'No access' }]);
        await flush();
        expect(state).toMatchObject({ errors: [{ message: 'No access' }] });
        await expect(element).toBeAccessible();
    });
});
