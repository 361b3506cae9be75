import LinkManagement from 'c/linkManagement';
import { flush } from '../../../../../test/flush';
import { mountComponent } from '../../../../../test/mount';
import { bookingLinkInfo, objectInfoWire } from '../../../../../test/objectInfo';

async function mount(answer: () => void = () => undefined): Promise<HTMLElement> {
    const element = mountComponent('c-link-management', LinkManagement);
    answer();
    await flush();
    return element;
}

const find = (element: HTMLElement, selector: string): Element | null => element.shadowRoot!.querySelector(selector);

describe('c-link-management', () => {
    afterEach(() => document.body.replaceChildren());

    it('waits for what the user may do', async () => {
        const element = await mount();
        expect(find(element, 'lightning-spinner')).not.toBeNull();
        expect(find(element, 'c-all-links')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows an admin all links and managed links', async () => {
        const element = await mount(() => objectInfoWire.emit(bookingLinkInfo(true)));
        const tabs = [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-tab')];
        expect(tabs.map(({ label }) => label)).toEqual(['All Links', 'Managed Links']);
        expect(find(element, 'c-all-links')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it.each([
        ['a rep', () => objectInfoWire.emit(bookingLinkInfo(false))],
        ['who may not see links at all', () => objectInfoWire.error({ message: 'not found' }, 404)]
    ])('shows nothing of it to %s, and says where own links are', async (_, answer) => {
        const element = await mount(answer);
        expect(find(element, 'c-all-links')).toBeNull();
        expect(find(element, 'c-managed-links')).toBeNull();
        expect(find(element, 'c-empty-state')).toMatchObject({ heading: 'Link Management is for admins' });
        await expect(element).toBeAccessible();
    });

    it('says why it cannot tell', async () => {
        const element = await mount(() => objectInfoWire.error({ message: 'offline' }, 500));
        expect(find(element, 'c-error-panel')).not.toBeNull();
        expect(find(element, 'c-all-links')).toBeNull();
        await expect(element).toBeAccessible();
    });
});
