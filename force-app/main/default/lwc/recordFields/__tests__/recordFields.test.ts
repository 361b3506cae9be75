import RecordFields from 'c/recordFields';
import { flush } from '../../../../../test/flush';
import { mountComponent } from '../../../../../test/mount';
import { allPicklistsWire, objectInfoWire } from '../../../../../test/wire';

const info = (apiName: string, dataType: string, more: object = {}): object => ({
    ...{ apiName, dataType, label: `The ${apiName}`, inlineHelpText: null, length: 0 },
    ...{ required: false, createable: true, updateable: true },
    ...more
});
const INFO = {
    defaultRecordTypeId: '012000000000000AAA',
    fields: {
        Title__c: info('Title__c', 'String', { required: true, length: 120, inlineHelpText: 'What prospects read.' }),
        Description__c: info('Description__c', 'TextArea'),
        DurationMinutes__c: info('DurationMinutes__c', 'Double'),
        ExpiresAt__c: info('ExpiresAt__c', 'DateTime'),
        IsActive__c: info('IsActive__c', 'Boolean', { required: true }),
        IsLocked__c: info('IsLocked__c', 'Boolean', { updateable: false }),
        CancelPolicy__c: info('CancelPolicy__c', 'Picklist')
    }
};
const PICKLISTS = {
    picklistFieldValues: {
        CancelPolicy__c: {
            defaultValue: { label: 'Keep used', value: 'Keep Used' },
            values: [
                { label: 'Keep used', value: 'Keep Used' },
                { label: 'Always reopen', value: 'Always Reopen' }
            ]
        }
    }
};

async function mount(props: object = {}): Promise<HTMLElement & { reportValidity(): boolean }> {
    const element = mountComponent('c-record-fields', RecordFields, {
        objectApiName: 'MeetingType__c',
        fieldNames: [...Object.keys(INFO.fields), 'Secret__c'],
        values: { Title__c: 'Intro', DurationMinutes__c: 30, IsActive__c: true },
        ...props
    });
    objectInfoWire.emit(INFO);
    allPicklistsWire.emit(PICKLISTS);
    await flush();
    return element as HTMLElement & { reportValidity(): boolean };
}

function input(element: HTMLElement, name: string): HTMLElement | null {
    return element.shadowRoot!.querySelector(`[data-field="${name}"]`);
}

describe('c-record-fields', () => {
    afterEach(() => document.body.replaceChildren());

    it('loads first', async () => {
        const element = mountComponent('c-record-fields', RecordFields, { objectApiName: 'MeetingType__c' });
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isLoading: true });
        await expect(element).toBeAccessible();
    });

    it('draws each field as the org describes it', async () => {
        const element = await mount();
        expect(input(element, 'Title__c')).toMatchObject({
            ...{ type: 'text', label: 'The Title__c', value: 'Intro', required: true, maxLength: 120 },
            fieldLevelHelp: 'What prospects read.'
        });
        expect(input(element, 'DurationMinutes__c')).toMatchObject({ type: 'number', value: 30 });
        expect(input(element, 'ExpiresAt__c')).toMatchObject({ label: 'The ExpiresAt__c', value: '' });
        expect(input(element, 'ExpiresAt__c')!.tagName).toBe('C-MOMENT-INPUT');
        expect(input(element, 'IsActive__c')).toMatchObject({ type: 'checkbox', checked: true, required: false });
        expect(input(element, 'Description__c')!.tagName).toBe('LIGHTNING-TEXTAREA');
        expect(input(element, 'CancelPolicy__c')).toMatchObject({
            value: 'Keep Used',
            options: PICKLISTS.picklistFieldValues.CancelPolicy__c.values
        });
        await expect(element).toBeAccessible();
    });

    it('leaves out what the user may not read and closes what may not be changed', async () => {
        const element = await mount();
        expect(input(element, 'Secret__c')).toBeNull();
        expect(input(element, 'IsLocked__c')).toMatchObject({ disabled: true });
        expect(input(await mount({ isNew: true }), 'IsLocked__c')).toMatchObject({ disabled: false });
    });

    it('closes everything that is locked', async () => {
        expect(input(await mount({ isLocked: true }), 'Title__c')).toMatchObject({ disabled: true });
    });

    it('tells what was entered', async () => {
        const element = await mount();
        const changes: unknown[] = [];
        element.addEventListener('fieldchanged', (event) => changes.push((event as CustomEvent<unknown>).detail));
        const enter = (name: string, detail: object): boolean =>
            input(element, name)!.dispatchEvent(new CustomEvent('change', { detail }));
        enter('Title__c', { value: 'Demo' });
        enter('IsActive__c', { checked: false });
        expect(changes).toEqual([
            { name: 'Title__c', value: 'Demo' },
            { name: 'IsActive__c', value: false }
        ]);
    });

    it('asks every field whether it is valid', async () => {
        const element = await mount({ fieldNames: ['Title__c', 'DurationMinutes__c'] });
        const report = (name: string, isValid: boolean): unknown =>
            Object.assign(input(element, name)!, { reportValidity: () => isValid });
        report('Title__c', true);
        report('DurationMinutes__c', true);
        expect(element.reportValidity()).toBe(true);
        report('DurationMinutes__c', false);
        expect(element.reportValidity()).toBe(false);
    });

    it('says so when the org does not answer', async () => {
        const element = mountComponent('c-record-fields', RecordFields, { objectApiName: 'MeetingType__c' });
        objectInfoWire.error({ message: 'No access' });
        await flush();
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({
            ...{ isLoading: false, errorMessage: 'The fields could not be loaded.' },
            errors: expect.objectContaining({ body: { message: 'No access' } }) as unknown
        });
        await expect(element).toBeAccessible();
    });
});
