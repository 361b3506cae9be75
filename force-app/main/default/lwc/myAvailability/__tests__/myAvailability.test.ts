import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import MyAvailability from 'c/myAvailability';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

const field = (value: string | null): object => ({ value });
const connection = (...nodes: object[]): object => ({ edges: nodes.map((node) => ({ node })) });
const windowNode = (Id: string, weekday: string, start: string, end: string): object => ({
    Id,
    Kind__c: field('Weekly'),
    Weekday__c: field(weekday),
    Date__c: field(null),
    StartTime__c: field(`${start}:00.000Z`),
    EndTime__c: field(`${end}:00.000Z`)
});
const answer = (...schedules: object[]): object => ({
    uiapi: { query: { AvailabilitySchedule__c: connection(...schedules) } }
});
const SCHEDULE = answer({
    Id: 'a0S',
    TimeZone__c: field('Europe/Berlin'),
    AvailabilityWindows__r: connection(
        windowNode('w1', 'Monday', '09:00', '17:00'),
        windowNode('w2', 'Tuesday', '10:00', '12:00')
    )
});

async function mount(data: object | undefined = SCHEDULE, refresh = jest.fn().mockResolvedValue(undefined)) {
    const element = mountComponent('c-my-availability', MyAvailability);
    if (data) graphqlWire.emit(data, undefined, refresh);
    await flush();
    return { element, refresh };
}

async function click(element: HTMLElement, id: string): Promise<void> {
    findById(element, id)!.click();
    await flush();
}

function hoursOf(element: HTMLElement): HTMLElement[] {
    return [...element.shadowRoot!.querySelectorAll<HTMLElement>('c-availability-hours')];
}

async function change(element: HTMLElement, key: string, fields: object): Promise<void> {
    hoursOf(element)[0]!.dispatchEvent(new CustomEvent('windowchanged', { detail: { key, fields } }));
    await flush();
}

describe('c-my-availability', () => {
    beforeEach(() => {
        jest.clearAllMocks();
        jest.mocked(createRecord).mockResolvedValue({ id: 'made' } as never);
        jest.mocked(updateRecord).mockResolvedValue(undefined as never);
        jest.mocked(deleteRecord).mockResolvedValue(undefined as never);
    });
    afterEach(() => document.body.replaceChildren());

    it('loads first', async () => {
        const element = mountComponent('c-my-availability', MyAvailability);
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isLoading: true, isEmpty: false });
        await expect(element).toBeAccessible();
    });

    it('shows the hours of each weekday and their sum', async () => {
        const { element } = await mount();
        expect(textsById(element, 'day')).toHaveLength(7);
        expect(textsById(element, 'day')[2]).toContain('Not available');
        expect(textsById(element, 'summary')).toEqual(['10 hours a week']);
        expect(findById(element, 'time-zone')).toMatchObject({ value: 'Europe/Berlin' });
        expect(findById(element, 'save')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('starts somebody without hours with the usual week, and saves it', async () => {
        const { element, refresh } = await mount(answer());
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isEmpty: true });
        await expect(element).toBeAccessible();
        await click(element, 'start-week');
        expect(textsById(element, 'summary')).toEqual(['40 hours a week']);
        await click(element, 'save');
        await flush();
        const made = jest.mocked(createRecord).mock.calls.map(([{ apiName, fields }]) => ({ apiName, ...fields }));
        expect(made[0]).toMatchObject({ apiName: 'AvailabilitySchedule__c', Name: 'Working hours' });
        expect(made[1]).toMatchObject({
            ...{ apiName: 'AvailabilityWindow__c', Schedule__c: 'made', Kind__c: 'Weekly', Weekday__c: 'Monday' },
            ...{ StartTime__c: '09:00:00.000Z', EndTime__c: '17:00:00.000Z', Date__c: null }
        });
        expect(made).toHaveLength(6);
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('saves only what was changed', async () => {
        const { element } = await mount();
        await change(element, 'w1', { end: '16:00' });
        findById(element, 'time-zone')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'Europe/Paris' } }));
        hoursOf(element)[1]!.dispatchEvent(new CustomEvent('windowremoved', { detail: { key: 'w2' } }));
        await flush();
        await expect(element).toBeAccessible();
        await click(element, 'save');
        await flush();
        expect(jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields)).toEqual([
            { Id: 'a0S', TimeZone__c: 'Europe/Paris' },
            expect.objectContaining({ Id: 'w1', EndTime__c: '16:00:00.000Z' })
        ]);
        expect(jest.mocked(deleteRecord).mock.calls).toEqual([['w2']]);
        expect(createRecord).not.toHaveBeenCalled();
    });

    it('copies the hours of a day to the other workdays', async () => {
        const { element } = await mount();
        await click(element, 'copy');
        expect(textsById(element, 'summary')).toEqual(['40 hours a week']);
    });

    it('adds a date, and saves nothing until it is whole', async () => {
        const { element } = await mount();
        const dates = element.shadowRoot!.querySelector('c-availability-dates')!;
        const window = { key: 'new', kind: 'Unavailable', date: '', start: '', end: '' };
        dates.dispatchEvent(new CustomEvent('windowadded', { detail: { window } }));
        await flush();
        await click(element, 'save');
        expect(dates).toMatchObject({ problems: new Map([['new', 'no_date']]) });
        expect(createRecord).not.toHaveBeenCalled();
        const detail = { key: 'new', fields: { date: '2026-12-24' } };
        dates.dispatchEvent(new CustomEvent('windowchanged', { detail }));
        await flush();
        await click(element, 'save');
        expect(jest.mocked(createRecord).mock.calls[0]![0].fields).toMatchObject({
            ...{ Schedule__c: 'a0S', Kind__c: 'Unavailable', Date__c: '2026-12-24', StartTime__c: null }
        });
    });

    it('says at the row what cannot be saved', async () => {
        const { element } = await mount();
        await click(element, 'add');
        await click(element, 'save');
        expect(hoursOf(element).map((row) => (row as HTMLElement & { problem?: string }).problem)).toContain(
            'no_times'
        );
        expect(createRecord).not.toHaveBeenCalled();
    });

    it('discards what was not saved', async () => {
        const { element } = await mount();
        await change(element, 'w1', { end: '12:00' });
        await click(element, 'discard');
        expect(textsById(element, 'summary')).toEqual(['10 hours a week']);
        expect(findById(element, 'save')).toBeNull();
    });

    it('keeps the changes on the page when Salesforce refuses them', async () => {
        jest.mocked(updateRecord).mockRejectedValueOnce(new Error('No access'));
        const { element, refresh } = await mount();
        await change(element, 'w1', { end: '16:00' });
        await click(element, 'save');
        await flush();
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            message: 'Your availability was not saved. Nothing was changed.'
        });
        expect(refresh).not.toHaveBeenCalled();
        expect(textsById(element, 'summary')).toEqual(['9 hours a week']);
        await expect(element).toBeAccessible();
    });

    it('shows what is in Salesforce when only a part was saved', async () => {
        jest.mocked(deleteRecord).mockRejectedValue(new Error('locked'));
        const { element, refresh } = await mount();
        await click(element, 'add');
        await change(element, hoursKey(element, 1), { start: '18:00', end: '19:00' });
        hoursOf(element)[0]!.dispatchEvent(new CustomEvent('windowremoved', { detail: { key: 'w1' } }));
        await flush();
        await click(element, 'save');
        await flush();
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            message: 'Only a part was saved. Here is what Salesforce has now: check it and save again.'
        });
    });

    it('shows why the hours cannot be loaded, and asks again', async () => {
        const element = mountComponent('c-my-availability', MyAvailability);
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

function hoursKey(element: HTMLElement, index: number): string {
    return (hoursOf(element)[index] as HTMLElement & { window: { key: string } }).window.key;
}
