import { updateRecord } from 'lightning/uiRecordApi';
import UnusedLinksModal from 'c/unusedLinksModal';
import unusedLinks from '../../linkApi/__tests__/data/unusedLinks.json';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

type ModalElement = HTMLElement & { close: jest.Mock };

const NOTHING = { uiapi: { query: { SingleUseLink__c: { totalCount: 0, edges: [] } } } };
const refresh = jest.fn().mockResolvedValue(undefined);

async function mount(data: unknown = unusedLinks): Promise<ModalElement> {
    const element = mountComponent('c-unused-links-modal', UnusedLinksModal, { linkId: 'a01' }) as ModalElement;
    graphqlWire.emit(data, undefined, refresh);
    await flush();
    return element;
}

async function click(element: HTMLElement, id: string): Promise<void> {
    findById(element, id)!.click();
    await flush();
}

const revokedIds = (): unknown[] => jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields.Id);

describe('c-unused-links-modal', () => {
    beforeAll(() => jest.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z'), doNotFake: ['setTimeout'] }));
    afterAll(() => jest.useRealTimers());
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('lists the unused links with age, place, whom they are for and whether they were opened', async () => {
        const element = await mount();
        const [first, second] = textsById(element, 'row');
        expect(first).toContain('SUL-000001 · Ana Ito');
        expect(first).toContain('2 days ago · Record Page · Active · Opened');
        expect(second).not.toContain('Opened');
        await expect(element).toBeAccessible();
    });

    it('shows a spinner until Salesforce answers', async () => {
        const element = mountComponent('c-unused-links-modal', UnusedLinksModal);
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isLoading: true });
        await expect(element).toBeAccessible();
    });

    it('says so when there is none', async () => {
        const element = await mount(NOTHING);
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({
            isEmpty: true,
            emptyHeading: 'No unused single-use links'
        });
        expect(findById(element, 'revoke-all')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('revokes one, after a yes', async () => {
        const element = await mount();
        await click(element, 'revoke');
        expect(textsById(element, 'question')[0]).toContain('Links to revoke: 1');
        expect(updateRecord).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
        await click(element, 'confirm');
        expect(revokedIds()).toEqual(['a02000000000001AAA']);
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('revokes all, after a yes', async () => {
        const element = await mount();
        await click(element, 'revoke-all');
        await click(element, 'confirm');
        expect(revokedIds()).toHaveLength(4);
        expect(textsById(element, 'progress')).toEqual(['']);
    });

    it('revokes nothing after a no', async () => {
        const element = await mount();
        await click(element, 'revoke-all');
        await click(element, 'keep');
        expect(findById(element, 'question')).toBeNull();
        expect(updateRecord).not.toHaveBeenCalled();
    });

    it('names what could not be revoked', async () => {
        jest.mocked(updateRecord).mockRejectedValueOnce(new Error('locked'));
        const element = await mount();
        await click(element, 'revoke-all');
        await click(element, 'confirm');
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            message: 'Not revoked: SUL-000001.'
        });
        await expect(element).toBeAccessible();
    });

    it('shows why the links cannot be loaded, and asks again', async () => {
        const element = mountComponent('c-unused-links-modal', UnusedLinksModal);
        graphqlWire.emitErrors([{ message: 'No access' }], undefined, () => Promise.reject(new Error('offline')));
        await flush();
        const panel = element.shadowRoot!.querySelector('c-load-state') as HTMLElement & { errors: unknown };
        expect(panel.errors).toEqual([{ message: 'No access' }]);
        await expect(element).toBeAccessible();
        panel.dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(panel.errors).toMatchObject({ message: 'offline' });
    });
});
