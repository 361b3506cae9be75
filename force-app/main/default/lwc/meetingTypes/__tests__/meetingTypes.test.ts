import { updateRecord } from 'lightning/uiRecordApi';
import MeetingTypeEditor from 'c/meetingTypeEditor';
import MeetingTypes from 'c/meetingTypes';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire, objectInfoWire } from '../../../../../test/wire';

const ME = '005000000000000000';
const field = (value: unknown): object => ({ value });
const type = (Id: string, more: object = {}): object => ({
    ...{ Id, Name: field(`Type ${Id}`), Title__c: field('Intro'), DurationMinutes__c: field(30) },
    ...{ Location__c: field('Zoom'), SingleUsePolicy__c: { value: 'Allowed', label: 'Allowed' } },
    ...{ IsActive__c: field(true), IsLocked__c: field(false), IsAdminManaged__c: field(false) },
    ...{ OwnerId: field('005X'), Owner: { Name: field('Amara Diallo') }, MeetingQuestions__r: { edges: [{}] } },
    ...more
});
const page = (nodes: object[], endCursor: string | null = null): object => ({
    uiapi: {
        query: {
            MeetingType__c: {
                edges: nodes.map((node) => ({ node })),
                pageInfo: { hasNextPage: endCursor !== null, endCursor }
            }
        }
    }
});
const info = (isAdmin: boolean): object => ({ createable: true, fields: { IsLocked__c: { updateable: isAdmin } } });

async function mount(nodes: object[], { isAdmin = true, next = null as string | null } = {}) {
    const element = mountComponent('c-meeting-types', MeetingTypes);
    const refresh = jest.fn().mockResolvedValue(undefined);
    objectInfoWire.emit(info(isAdmin));
    graphqlWire.emit(page(nodes, next), undefined, refresh);
    await flush();
    return { element, refresh };
}

function actions(element: HTMLElement, row = 0): string[] {
    const menu = element.shadowRoot!.querySelectorAll('[data-id="menu"]')[row]!;
    return [...menu.querySelectorAll('lightning-menu-item')].map(
        (item) => (item as Element & { value?: string }).value ?? ''
    );
}

async function select(element: HTMLElement, value: string): Promise<void> {
    findById(element, 'menu')!.dispatchEvent(new CustomEvent('select', { detail: { value } }));
    await flush();
    await flush();
}

describe('c-meeting-types', () => {
    beforeEach(() => {
        jest.clearAllMocks();
        jest.mocked(updateRecord).mockResolvedValue(undefined as never);
        MeetingTypeEditor.open = jest.fn().mockResolvedValue(undefined);
    });
    afterEach(() => document.body.replaceChildren());

    it('loads first', async () => {
        const element = mountComponent('c-meeting-types', MeetingTypes);
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isLoading: true, isEmpty: false });
        await expect(element).toBeAccessible();
    });

    it('says what each type is and whose', async () => {
        const { element } = await mount([type('a'), type('b', { IsAdminManaged__c: field(true) })]);
        const [first, second] = textsById(element, 'row');
        expect(first).toContain('30 min · Zoom · Questions: 1 · Single-use links: Allowed');
        expect(first).toContain('Owner: Amara Diallo');
        expect(second).toContain('Managed by admins');
        await expect(element).toBeAccessible();
    });

    it('teaches what a meeting type is where there is none', async () => {
        const { element } = await mount([]);
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isEmpty: true });
        await expect(element).toBeAccessible();
    });

    it('offers an admin everything, and of a locked type to unlock it', async () => {
        const { element } = await mount([
            type('a'),
            type('b', { IsActive__c: field(false), IsLocked__c: field(true) })
        ]);
        expect(actions(element)).toEqual(['edit', 'deactivate', 'lock']);
        expect(actions(element, 1)).toEqual(['view', 'unlock']);
    });

    it('lets a rep change own types alone', async () => {
        const { element } = await mount([type('a', { OwnerId: field(ME) }), type('b')], { isAdmin: false });
        expect(actions(element)).toEqual(['edit', 'deactivate']);
        expect(actions(element, 1)).toEqual(['view']);
    });

    it.each([
        ['deactivate', { IsActive__c: false }],
        ['lock', { IsLocked__c: true }]
    ])('does it: %s', async (action, fields) => {
        const { element, refresh } = await mount([type('a')]);
        await select(element, action);
        expect(jest.mocked(updateRecord).mock.calls).toEqual([[{ fields: { Id: 'a', ...fields } }]]);
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('says why a change was refused', async () => {
        jest.mocked(updateRecord).mockRejectedValueOnce(new Error('No access'));
        const { element } = await mount([type('a')]);
        await select(element, 'lock');
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            message: 'The meeting type was not changed.'
        });
        await expect(element).toBeAccessible();
    });

    it('opens the editor for a new type, an old one, and one to read', async () => {
        const { element } = await mount([type('a')]);
        findById(element, 'new')!.click();
        await flush();
        await select(element, 'edit');
        await select(element, 'view');
        expect(jest.mocked(MeetingTypeEditor.open).mock.calls.map(([options]) => options)).toMatchObject([
            { label: 'New meeting type', typeId: '', isReadOnly: false },
            { label: 'Edit Type a', typeId: 'a', isReadOnly: false },
            { label: 'View Type a', typeId: 'a', isReadOnly: true }
        ]);
    });

    it('shows more from where the page ended', async () => {
        const { element } = await mount([type('a')], { next: 'cursor' });
        findById(element, 'show-more')!.click();
        await flush();
        expect(graphqlWire.getLastConfig().variables).toEqual({ first: 50, after: 'cursor' });
        graphqlWire.emit(page([type('b')]));
        await flush();
        expect(textsById(element, 'row')).toHaveLength(2);
        expect(findById(element, 'show-more')).toBeNull();
    });

    it('shows why types cannot be loaded, and asks again', async () => {
        const element = mountComponent('c-meeting-types', MeetingTypes);
        graphqlWire.emitErrors([{ message: 'No access' }], undefined, () => Promise.reject(new Error('offline')));
        await flush();
        const state = element.shadowRoot!.querySelector('c-load-state') as HTMLElement & { errors: unknown };
        expect(state.errors).toEqual([{ message: 'No access' }]);
        await expect(element).toBeAccessible();
        state.dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(state.errors).toMatchObject({ message: 'offline' });
    });
});
