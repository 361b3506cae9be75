import { updateRecord } from 'lightning/uiRecordApi';
import BookingLinkMenu from 'c/bookingLinkMenu';
import LinkWizard from 'c/linkWizard';
import UnusedLinksModal from 'c/unusedLinksModal';
import type { ListedLink } from 'types/links';
import { flush } from '../../../../../test/flush';
import { aLink } from '../../../../../test/links';
import { findById, mountComponent } from '../../../../../test/mount';

const mount = (fields: Partial<ListedLink> = {}): HTMLElement =>
    mountComponent('c-booking-link-menu', BookingLinkMenu, { link: aLink(fields) });

const itemsOf = (element: HTMLElement): string[] =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement & { value: string }>('lightning-menu-item')].map(
        ({ value }) => value
    );

/** Picks an action and tells how often the menu says that the link has changed. */
async function select(element: HTMLElement, value: string): Promise<number> {
    const handleChanged = jest.fn();
    element.addEventListener('linkchanged', handleChanged);
    findById(element, 'actions')!.dispatchEvent(new CustomEvent('select', { detail: { value } }));
    await flush();
    return handleChanged.mock.calls.length;
}

describe('c-booking-link-menu', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('offers what the state of the link allows', () => {
        expect(itemsOf(mount())).toEqual(['edit', 'clone', 'deactivate', 'share', 'unused']);
        const items = itemsOf(mount({ isSwitchedOn: false, isInLibrary: true }));
        expect(items).toEqual(['edit', 'clone', 'activate', 'unshare', 'unused']);
    });

    it('leaves a managed link to the admin', () => {
        expect(itemsOf(mount({ isManaged: true }))).toEqual(['unused']);
    });

    it.each([
        ['activate', { IsActive__c: true }],
        ['deactivate', { IsActive__c: false }],
        ['share', { IsInLibrary__c: true }],
        ['unshare', { IsInLibrary__c: false }]
    ])('can %s a link and says so', async (action, fields) => {
        const element = mount();
        const handleToast = jest.fn();
        element.addEventListener('lightning__showtoast', handleToast);
        expect(await select(element, action)).toBe(1);
        expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: aLink().id, ...fields } });
        expect(handleToast.mock.calls[0][0].detail.title).toContain('Julio: deep dive');
    });

    it('opens the unused single-use links, and asks to look again however they are closed', async () => {
        jest.mocked(UnusedLinksModal.open).mockResolvedValueOnce(undefined);
        expect(await select(mount(), 'unused')).toBe(1);
        expect(UnusedLinksModal.open).toHaveBeenCalledWith(expect.objectContaining({ linkId: aLink().id }));
    });

    it.each([
        ['edit', false],
        ['clone', true]
    ])('opens the wizard to %s', async (action, isClone) => {
        jest.mocked(LinkWizard.open).mockResolvedValueOnce(undefined);
        expect(await select(mount(), action)).toBe(1);
        expect(LinkWizard.open).toHaveBeenCalledWith(expect.objectContaining({ linkId: aLink().id, isClone }));
    });

    it('shows why Salesforce refuses', async () => {
        jest.mocked(updateRecord).mockRejectedValueOnce(new Error('No access'));
        const element = mount();
        expect(await select(element, 'activate')).toBe(0);
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({ errors: { message: 'No access' } });
        await expect(element).toBeAccessible();
    });

    it('is accessible', async () => {
        await expect(mount()).toBeAccessible();
    });
});
