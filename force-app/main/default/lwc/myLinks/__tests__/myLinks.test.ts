import LinkWizard from 'c/linkWizard';
import MyLinks from 'c/myLinks';
import NewLinkModal from 'c/newLinkModal';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent } from '../../../../../test/mount';
import { bookingLinkInfo, objectInfoWire } from '../../../../../test/objectInfo';
import { graphqlWire } from '../../../../../test/wire';

type CollectionElement = HTMLElement & { isLibrary: boolean };

const NO_LINKS = { uiapi: { query: { BookingLink__c: { edges: [], pageInfo: { hasNextPage: false } } } } };
const mount = (): HTMLElement => mountComponent('c-my-links', MyLinks);

/** The modals opened so far, by label and size: all share one stub. */
const opened = (): string[] =>
    jest.mocked(LinkWizard.open).mock.calls.map(([{ label, size }]) => `${label} ${size ?? ''}`);

describe('c-my-links', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('has the own links and the Links Library side by side', () => {
        const element = mount();
        expect(element.shadowRoot!.querySelector('lightning-card')).toMatchObject({ title: 'My Links' });
        const tabs = [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-tab')];
        expect(tabs.map(({ label }) => label)).toEqual(['My Links', 'Links Library']);
        expect(findById<CollectionElement>(element, 'mine')!.isLibrary).toBe(false);
        expect(findById<CollectionElement>(element, 'library')!.isLibrary).toBe(true);
    });

    it('asks Salesforce again on demand', async () => {
        const element = mount();
        const refresh = jest.fn().mockResolvedValue(undefined);
        graphqlWire.emit(NO_LINKS, undefined, refresh);
        findById(element, 'refresh')!.click();
        await flush();
        expect(refresh).toHaveBeenCalledTimes(2);
    });

    it('opens the wizard, and asks again however it is closed', async () => {
        const element = mount();
        const refresh = jest.fn().mockResolvedValue(undefined);
        graphqlWire.emit(NO_LINKS, undefined, refresh);
        jest.mocked(LinkWizard.open).mockResolvedValueOnce(undefined);
        findById(element, 'new-link')!.click();
        await flush();
        expect(LinkWizard.open).toHaveBeenLastCalledWith(expect.objectContaining({ label: 'New link' }));
        expect(refresh).toHaveBeenCalledTimes(2);
    });

    it.each([
        ['standard', 'New link'],
        ['managed', 'New managed link']
    ])('asks an admin what kind of link to make: %s', async (kind, label) => {
        const element = mount();
        objectInfoWire.emit(bookingLinkInfo(true));
        await flush();
        jest.mocked(NewLinkModal.open).mockResolvedValueOnce(kind);
        findById(element, 'new-link')!.click();
        await flush();
        expect(opened()).toEqual(['New link small', `${label} medium`]);
    });

    it('asks a rep nothing: there is one kind', async () => {
        const element = mount();
        objectInfoWire.emit(bookingLinkInfo(false));
        await flush();
        findById(element, 'new-link')!.click();
        await flush();
        expect(opened()).toEqual(['New link medium']);
    });

    it('is accessible', async () => {
        await expect(mount()).toBeAccessible();
    });
});
