import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import MeetingTypeEditor from 'c/meetingTypeEditor';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire, recordWire } from '../../../../../test/wire';

type Part = HTMLElement & { reportValidity(): boolean };

const RECORD = {
    apiName: 'MeetingType__c',
    id: 'a01',
    fields: { Name: { value: 'Intro' }, Title__c: { value: 'Intro call' }, DurationMinutes__c: { value: 30 } }
};
const NO_QUESTIONS = { uiapi: { query: { MeetingQuestion__c: { edges: [] } } } };

async function mount(props: object = {}) {
    const element = mountComponent('c-meeting-type-editor', MeetingTypeEditor, props);
    const close = jest.fn();
    Object.assign(element, { close });
    await flush();
    return { element, close };
}

async function mountExisting(props: object = {}) {
    const parts = await mount({ typeId: 'a01', ...props });
    recordWire.emit(RECORD);
    graphqlWire.emit(NO_QUESTIONS);
    await flush();
    return parts;
}

const parts = (element: HTMLElement): Part[] => [...element.shadowRoot!.querySelectorAll<Part>('[data-part]')];

function judge(element: HTMLElement, isValid: boolean): void {
    for (const part of parts(element)) Object.assign(part, { reportValidity: () => isValid });
}

async function enter(element: HTMLElement, name: string, value: unknown): Promise<void> {
    parts(element)[0]!.dispatchEvent(new CustomEvent('fieldchanged', { detail: { name, value } }));
    await flush();
}

type Footer = HTMLElement & { isChanged: boolean; isOver: boolean };

const footer = (element: HTMLElement): Footer => findById<Footer>(element, 'footer')!;

async function tellFooter(element: HTMLElement, event: 'next' | 'leave' | 'close'): Promise<void> {
    footer(element).dispatchEvent(new CustomEvent(event));
    await flush();
    await flush();
}

describe('c-meeting-type-editor', () => {
    beforeEach(() => {
        jest.clearAllMocks();
        jest.mocked(createRecord).mockResolvedValue({ id: 'made' } as never);
        jest.mocked(updateRecord).mockResolvedValue(undefined as never);
        jest.mocked(deleteRecord).mockResolvedValue(undefined as never);
    });
    afterEach(() => document.body.replaceChildren());

    it('starts a new type from the defaults and makes it', async () => {
        const { element, close } = await mount();
        expect(parts(element)).toHaveLength(5);
        expect(parts(element)[0]).toMatchObject({ isNew: true, values: { DurationMinutes__c: 30, IsActive__c: true } });
        await expect(element).toBeAccessible();
        judge(element, true);
        await enter(element, 'Title__c', 'Demo');
        await enter(element, 'DurationMinutes__c', '45');
        await tellFooter(element, 'next');
        expect(jest.mocked(createRecord).mock.calls[0]![0].fields).toMatchObject({
            ...{ Title__c: 'Demo', Name: 'Demo', DurationMinutes__c: 45, CancelPolicy__c: 'Keep Used' }
        });
        expect(close).toHaveBeenCalledWith('saved');
    });

    it('loads a type, and saves what was changed', async () => {
        const { element, close } = await mount({ typeId: 'a01' });
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isLoading: true });
        recordWire.emit(RECORD);
        graphqlWire.emit(NO_QUESTIONS);
        await flush();
        await expect(element).toBeAccessible();
        judge(element, true);
        await enter(element, 'Title__c', '');
        const asked = { key: 'new', label: 'Why?', kind: 'Text', isRequired: true, choices: '', helpText: '' };
        const questions = [{ ...asked, prefillField: '' }];
        parts(element)[4]!.dispatchEvent(new CustomEvent('questionschanged', { detail: { questions } }));
        await tellFooter(element, 'next');
        expect(jest.mocked(updateRecord).mock.calls).toEqual([[{ fields: { Id: 'a01', Title__c: null } }]]);
        expect(jest.mocked(createRecord).mock.calls[0]![0].fields).toMatchObject({ MeetingType__c: 'a01' });
        expect(close).toHaveBeenCalledWith('saved');
    });

    it('saves nothing while a field is not valid', async () => {
        const { element, close } = await mount();
        judge(element, false);
        await tellFooter(element, 'next');
        expect(createRecord).not.toHaveBeenCalled();
        expect(close).not.toHaveBeenCalled();
    });

    it('lets the footer ask before changes are thrown away', async () => {
        const { element, close } = await mountExisting();
        expect(footer(element)).toMatchObject({ isChanged: false });
        await enter(element, 'Title__c', 'Other');
        expect(footer(element)).toMatchObject({ isChanged: true });
        await tellFooter(element, 'leave');
        expect(close).toHaveBeenCalledTimes(1);
        expect(updateRecord).not.toHaveBeenCalled();
    });

    it('shows why Salesforce refuses, and keeps what was entered', async () => {
        jest.mocked(updateRecord).mockRejectedValueOnce(new Error('locked'));
        const { element, close } = await mountExisting();
        judge(element, true);
        await enter(element, 'Title__c', 'Other');
        await tellFooter(element, 'next');
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            message: 'The meeting type was not saved. Nothing was changed.'
        });
        expect(parts(element)[0]).toMatchObject({ values: { Title__c: 'Other' } });
        expect(close).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('shows a locked type without a way to save it', async () => {
        const { element } = await mountExisting({ isReadOnly: true });
        expect(textsById(element, 'read-only')).toHaveLength(1);
        expect(footer(element)).toMatchObject({ isOver: true });
        expect(parts(element)[0]).toMatchObject({ isLocked: true });
        await expect(element).toBeAccessible();
    });

    it('says why a type cannot be loaded', async () => {
        const { element } = await mount({ typeId: 'a01' });
        recordWire.error({ message: 'No access' });
        await flush();
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isLoading: false });
        expect(parts(element)).toEqual([]);
        await tellFooter(element, 'next');
        expect(createRecord).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });
});
