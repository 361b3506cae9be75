import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import HostPoolEditor from 'c/hostPoolEditor';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { aPool } from '../../../../../test/pools';

async function mount(props: object = { pool: aPool() }) {
    const element = mountComponent('c-host-pool-editor', HostPoolEditor, props);
    const close = jest.fn();
    Object.assign(element, { close });
    await flush();
    return { element, close };
}

async function tell(element: HTMLElement, id: string, event: string, detail: object = {}): Promise<void> {
    findById(element, id)!.dispatchEvent(new CustomEvent(event, { detail }));
    await flush();
    await flush();
}

async function choose(element: HTMLElement, hostId: string, name: string): Promise<void> {
    const picker = element.shadowRoot!.querySelector('c-host-picker')!;
    picker.dispatchEvent(new CustomEvent('hostchosen', { detail: { hostId, name } }));
    await flush();
}

function judge(element: HTMLElement, isValid: boolean): void {
    for (const input of element.shadowRoot!.querySelectorAll('lightning-input')) {
        Object.assign(input, { reportValidity: () => isValid });
    }
}

const shares = (element: HTMLElement): number[] =>
    [...element.shadowRoot!.querySelectorAll('c-pool-member-turns')].map(
        (turns) => (turns as Element & { share: number }).share
    );

describe('c-host-pool-editor', () => {
    beforeEach(() => {
        jest.clearAllMocks();
        jest.mocked(createRecord).mockResolvedValue({ id: 'made' } as never);
        jest.mocked(updateRecord).mockResolvedValue(undefined as never);
        jest.mocked(deleteRecord).mockResolvedValue(undefined as never);
    });
    afterEach(() => document.body.replaceChildren());

    it('shows members with weight and the share that is due', async () => {
        const { element } = await mount();
        expect(textsById(element, 'member')).toHaveLength(2);
        expect(shares(element)).toEqual([1 / 3, 2 / 3]);
        expect(findById(element, 'weight')).toMatchObject({ label: 'Weight of Ada', value: 1 });
        await expect(element).toBeAccessible();
    });

    it('starts a new pool without members and says what that means', async () => {
        const { element, close } = await mount({});
        expect(textsById(element, 'no-members')[0]).toContain('cannot be booked');
        await expect(element).toBeAccessible();
        await tell(element, 'name', 'change', { value: 'Experts' });
        await tell(element, 'description', 'change', { value: 'They know.' });
        await tell(element, 'pool-active', 'change', { checked: false });
        await choose(element, 'user-Ada', 'Ada');
        judge(element, true);
        await tell(element, 'footer', 'next');
        expect(jest.mocked(createRecord).mock.calls.map(([{ fields }]) => fields)).toEqual([
            { Name: 'Experts', Description__c: 'They know.', IsActive__c: false },
            { HostPool__c: 'made', User__c: 'user-Ada', Weight__c: 1, IsActive__c: true }
        ]);
        expect(close).toHaveBeenCalledWith('saved');
    });

    it('shows at once how weights and absences change the shares', async () => {
        const { element } = await mount();
        await tell(element, 'weight', 'change', { value: '6' });
        expect(shares(element)).toEqual([0.75, 0.25]);
        await tell(element, 'active', 'change', { checked: false });
        expect(shares(element)).toEqual([0, 1]);
        findById(element, 'remove')!.click();
        await flush();
        expect(textsById(element, 'member')).toHaveLength(1);
    });

    it('adds nobody twice', async () => {
        const { element } = await mount();
        await choose(element, 'user-Ada', 'Ada');
        expect(textsById(element, 'member')).toHaveLength(2);
        await choose(element, 'user-New', 'New');
        expect(textsById(element, 'member')).toHaveLength(3);
    });

    it('saves nothing while a field is not valid, and lets the footer ask before it closes', async () => {
        const { element, close } = await mount();
        await tell(element, 'name', 'change', { value: '' });
        judge(element, false);
        await tell(element, 'footer', 'next');
        expect(updateRecord).not.toHaveBeenCalled();
        expect(findById(element, 'footer')).toMatchObject({ isChanged: true });
        await tell(element, 'footer', 'leave');
        expect(close).toHaveBeenCalledWith();
    });

    it('shows why Salesforce refuses, and keeps what was entered', async () => {
        jest.mocked(updateRecord).mockRejectedValueOnce(new Error('locked'));
        const { element, close } = await mount();
        await tell(element, 'name', 'change', { value: 'Other' });
        judge(element, true);
        await tell(element, 'footer', 'next');
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            message: 'The pool was not saved. Nothing was changed.'
        });
        expect(findById(element, 'name')).toMatchObject({ value: 'Other' });
        expect(close).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });
});
