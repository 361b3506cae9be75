import MeetingExportModal from 'c/meetingExportModal';
import MeetingLogs from 'c/meetingLogs';
import type { MeetingsRequest } from 'types/meetings';
import { flush, pause } from '../../../../../test/flush';
import { findById, mountComponent, type Props } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

type ListElement = HTMLElement & { request: MeetingsRequest; emptyHeading: string; emptyMessage: string };

const ON_LEAD = { recordId: '00Q000000000001AAA', objectApiName: 'Lead' };

async function mount(props?: Props<MeetingLogs>): Promise<HTMLElement> {
    const element = mountComponent('c-meeting-logs', MeetingLogs, props);
    await flush();
    return element;
}

const listOf = (element: HTMLElement): ListElement => element.shadowRoot!.querySelector('c-meeting-list')!;

async function tell(element: HTMLElement, id: string, type: string, detail?: unknown): Promise<void> {
    findById(element, id)!.dispatchEvent(new CustomEvent(type, { detail }));
    await flush();
}

const hideSingleUse = (element: HTMLElement, checked: boolean): Promise<void> =>
    tell(element, 'hide-single-use', 'change', { checked });

async function search(element: HTMLElement, value: string): Promise<void> {
    await tell(element, 'search', 'change', { value });
    await pause(350);
    await flush();
}

async function filter(element: HTMLElement, detail: object): Promise<void> {
    if (!element.shadowRoot!.querySelector('c-meeting-filters')) await tell(element, 'filters', 'click');
    element.shadowRoot!.querySelector('c-meeting-filters')!.dispatchEvent(new CustomEvent('filterchanged', { detail }));
    await flush();
}

describe('c-meeting-logs', () => {
    afterEach(() => {
        document.body.replaceChildren();
        window.localStorage.clear();
        jest.clearAllMocks();
    });

    it('asks for all meetings, the latest first, single-use ones included', async () => {
        expect(listOf(await mount()).request).toMatchObject({
            sortedBy: 'startsAt',
            sortDirection: 'desc',
            hidesSingleUse: false,
            recordId: ''
        });
    });

    it('asks for those of the record on a record page', async () => {
        expect(listOf(await mount(ON_LEAD)).request).toMatchObject(ON_LEAD);
    });

    it('hides single-use links on demand', async () => {
        const element = await mount();
        await hideSingleUse(element, true);
        expect(listOf(element).request.hidesSingleUse).toBe(true);
        await hideSingleUse(element, false);
        expect(listOf(element).request.hidesSingleUse).toBe(false);
    });

    it('sorts as the list tells', async () => {
        const element = await mount();
        const detail = { sortedBy: 'bookedAt', sortDirection: 'asc' };
        listOf(element).dispatchEvent(new CustomEvent('sorted', { detail }));
        await flush();
        expect(listOf(element).request).toMatchObject(detail);
    });

    it('searches once the typing pauses', async () => {
        const element = await mount();
        const before = listOf(element).request;
        await tell(element, 'search', 'change', { value: 'da' });
        expect(listOf(element).request).toBe(before);
        await search(element, 'dana ');
        expect(listOf(element).request.filters).toMatchObject({ search: 'dana' });
    });

    it('opens the filters on demand and narrows by them', async () => {
        const element = await mount();
        expect(element.shadowRoot!.querySelector('c-meeting-filters')).toBeNull();
        await filter(element, { status: 'Canceled' });
        expect(listOf(element).request.filters).toMatchObject({ status: 'Canceled', host: '' });
        await expect(element).toBeAccessible();
    });

    it('empties the search field when all filters are cleared', async () => {
        const element = await mount();
        await search(element, 'dana');
        await filter(element, { search: '', status: '', linkType: '', host: '', from: '', to: '' });
        expect(findById<HTMLElement & { value: string }>(element, 'search')!.value).toBe('');
    });

    it.each([
        ['on the page', {}, 'My Links'],
        ['on a record', ON_LEAD, 'from this record']
    ])('teaches how meetings get here %s', async (_, props, words) => {
        const element = await mount(props);
        expect(listOf(element)).toMatchObject({
            emptyHeading: 'No meetings yet',
            emptyMessage: expect.stringContaining(words)
        });
    });

    it('says what may hide all meetings, and takes the filters back', async () => {
        const element = await mount();
        await hideSingleUse(element, true);
        expect(listOf(element)).toMatchObject({
            emptyHeading: 'No other meetings',
            emptyMessage: expect.stringContaining('Turn off Hide Single-Use Links')
        });
        await search(element, 'dana');
        expect(listOf(element)).toMatchObject({
            emptyHeading: 'No meeting matches',
            emptyMessage: expect.stringContaining('turn off Hide Single-Use Links')
        });
        graphqlWire.emit({
            uiapi: { query: { Meeting__c: { edges: [], totalCount: 0, pageInfo: { hasNextPage: false } } } }
        });
        await flush();
        await tell(element, 'clear-filters', 'click');
        expect(listOf(element).request.filters).toMatchObject({ search: '' });
        expect(findById(element, 'clear-filters')).toBeNull();
    });

    it('remembers the view for the next time', async () => {
        const element = await mount();
        await hideSingleUse(element, true);
        await filter(element, { host: 'Priya' });
        document.body.replaceChildren();
        const again = await mount();
        expect(listOf(again).request).toMatchObject({ hidesSingleUse: true, filters: { host: 'Priya' } });
        expect(again.shadowRoot!.querySelector('c-meeting-filters')).not.toBeNull();
    });

    it('remembers the toggle but no filter from one record to the next', async () => {
        const element = await mount(ON_LEAD);
        await hideSingleUse(element, true);
        await filter(element, { host: 'Priya' });
        document.body.replaceChildren();
        expect(listOf(await mount(ON_LEAD)).request).toMatchObject({ hidesSingleUse: true, filters: { host: '' } });
    });

    it('exports what is shown', async () => {
        const element = await mount(ON_LEAD);
        await hideSingleUse(element, true);
        await tell(element, 'export', 'click');
        expect(MeetingExportModal.open).toHaveBeenCalledWith(
            expect.objectContaining({ request: expect.objectContaining({ ...ON_LEAD, hidesSingleUse: true }) })
        );
    });

    it('refreshes the list', async () => {
        const element = await mount();
        const refresh = jest.fn().mockResolvedValue(undefined);
        Object.defineProperty(listOf(element), 'refresh', { value: refresh });
        await tell(element, 'refresh', 'click');
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('is accessible', async () => {
        await expect(await mount()).toBeAccessible();
    });
});
