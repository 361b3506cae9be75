import type { Column } from 'lightning/datatable';
import MeetingLogs from 'c/meetingLogs';
import meetings from '../../meetingApi/__tests__/data/meetings.json';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById, type Props } from '../../../../../test/mount';
import { navigation } from '../../../../../test/navigation';
import { graphqlWire } from '../../../../../test/wire';

type Row = Record<string, unknown>;
type TableElement = HTMLElement & { data: Row[]; columns: Column[]; sortedBy: string; sortedDirection: string };

const ON_LEAD = { recordId: '00Q000000000001AAA', objectApiName: 'Lead' };

/** An answer with the meetings of these numbers in meetings.json. */
function pageOf(numbers: number[], hasNextPage = false): unknown {
    const edges = numbers.map((number) => meetings.uiapi.query.Meeting__c.edges[number]);
    return { uiapi: { query: { Meeting__c: { edges, pageInfo: { hasNextPage } } } } };
}

async function emit(data: unknown, refresh?: () => Promise<void>): Promise<void> {
    graphqlWire.emit(data, undefined, refresh);
    await flush();
}

async function mount(data?: unknown, props?: Props<MeetingLogs>): Promise<HTMLElement> {
    const element = mountComponent('c-meeting-logs', MeetingLogs, props);
    if (data !== undefined) await emit(data);
    await flush();
    return element;
}

const query = <T extends Element>(element: HTMLElement, selector: string): T | null =>
    element.shadowRoot!.querySelector<T>(selector);
const tableOf = (element: HTMLElement): TableElement => query<TableElement>(element, 'c-meeting-datatable')!;
const prospectsOf = (element: HTMLElement): unknown[] => tableOf(element).data.map(({ prospect }) => prospect);
const whereOf = (): unknown => graphqlWire.getLastConfig().variables.where;

async function click(element: HTMLElement, id: string): Promise<void> {
    findById(element, id)!.click();
    await flush();
}

async function hideSingleUse(element: HTMLElement, checked: boolean): Promise<void> {
    findById(element, 'hide-single-use')!.dispatchEvent(new CustomEvent('change', { detail: { checked } }));
    await flush();
}

async function sortBy(element: HTMLElement, fieldName: string, sortDirection: string): Promise<void> {
    tableOf(element).dispatchEvent(new CustomEvent('sort', { detail: { fieldName, sortDirection } }));
    await flush();
}

describe('c-meeting-logs', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('shows a spinner until Salesforce answers', async () => {
        const element = await mount();
        expect(query(element, 'lightning-spinner')).not.toBeNull();
        expect(query(element, 'c-empty-state')).toBeNull();
        await emit(pageOf([0]));
        expect(query(element, 'lightning-spinner')).toBeNull();
    });

    it('has the columns of Meeting Logs', async () => {
        expect(tableOf(await mount(pageOf([0]))).columns.map(({ label }) => label)).toEqual([
            'Meeting time',
            'Meeting Type',
            'Host(s)',
            'Prospect',
            'Record',
            'Link',
            'Link Type',
            'Status',
            'Booked at',
            'Sync'
        ]);
    });

    it('shows a meeting in the words, zone and locale of the user', async () => {
        const [row] = tableOf(await mount(pageOf([0]))).data;
        expect(row).toMatchObject({
            meetingTime: expect.stringMatching(/Thu, Nov 26, 2026, 10:00.*11:00.*PST/),
            meetingType: 'Technical deep dive',
            hosts: 'Julio Reyes, Priya Nair',
            prospect: 'Dana Whitfield',
            recordName: 'Dana Whitfield',
            recordUrl: '/00Q000000000001AAA/Lead/view',
            link: 'Julio: deep dive',
            linkType: 'Single-Use',
            status: 'Scheduled',
            bookedAt: expect.stringMatching(/Fri, Nov 20, 2026, 7:04.*PST/),
            sync: 'Synced'
        });
    });

    it('shows why a meeting has not reached Salesforce', async () => {
        const [row] = tableOf(await mount(pageOf([1]))).data;
        expect(row).toMatchObject({
            sync: 'Error',
            syncIcon: 'utility:error',
            syncNote: expect.stringContaining('INSUF')
        });
    });

    it('shows single-use rows by default and hides them on demand', async () => {
        const element = await mount(pageOf([0, 1]));
        expect(whereOf()).toEqual({});
        await hideSingleUse(element, true);
        expect(whereOf()).toEqual({ LinkType__c: { ne: 'Single-Use' } });
        await emit(pageOf([1]));
        expect(prospectsOf(element)).toEqual(['Marco Bellini']);
        await hideSingleUse(element, false);
        expect(whereOf()).toEqual({});
    });

    it('sorts by meeting time on the server, latest first, until another column is clicked', async () => {
        const element = await mount(pageOf([0, 1]));
        expect(tableOf(element)).toMatchObject({ sortedBy: 'meetingTime', sortedDirection: 'desc' });
        expect(graphqlWire.getLastConfig().variables.orderBy).toHaveProperty('StartsAt__c.order', 'DESC');
        await sortBy(element, 'bookedAt', 'asc');
        expect(graphqlWire.getLastConfig().variables.orderBy).toHaveProperty('BookedAt__c.order', 'ASC');
        expect(tableOf(element)).toMatchObject({ sortedBy: 'bookedAt', sortedDirection: 'asc' });
    });

    it('sorts only by columns that the server can sort and page by', async () => {
        const sortable = tableOf(await mount(pageOf([0]))).columns.filter((column) => column.sortable);
        expect(sortable.map(({ fieldName }) => fieldName)).toEqual([
            'meetingTime',
            'meetingType',
            'prospect',
            'bookedAt'
        ]);
    });

    it('loads the next page after the last row and adds it', async () => {
        const element = await mount(pageOf([0, 1], true));
        expect(textsById(element, 'shown-count')).toEqual(['Meetings shown: 2. There are more.']);
        await click(element, 'load-more');
        const time = '2026-11-25T18:00:00.000Z';
        expect(whereOf()).toEqual({
            or: [
                { StartsAt__c: { lt: { value: time } } },
                { and: [{ StartsAt__c: { eq: { value: time } } }, { Id: { lt: 'a02000000000002AAA' } }] }
            ]
        });
        await emit(pageOf([2]));
        expect(prospectsOf(element)).toEqual(['Dana Whitfield', 'Marco Bellini', 'Aiko Tanaka']);
        expect(textsById(element, 'shown-count')).toEqual(['Meetings shown: 3']);
        expect(findById(element, 'load-more')).toBeNull();
    });

    it('keeps the rows when the next page comes twice', async () => {
        const element = await mount(pageOf([0], true));
        await click(element, 'load-more');
        await emit(pageOf([1]));
        await emit(pageOf([1]));
        expect(prospectsOf(element)).toEqual(['Dana Whitfield', 'Marco Bellini']);
    });

    it('loads one page for a double click', async () => {
        const element = await mount(pageOf([0], true));
        findById(element, 'load-more')!.click();
        await click(element, 'load-more');
        await emit(pageOf([1]));
        expect(prospectsOf(element)).toEqual(['Dana Whitfield', 'Marco Bellini']);
    });

    it('starts over when the sort changes', async () => {
        const element = await mount(pageOf([0], true));
        await click(element, 'load-more');
        await emit(pageOf([1]));
        await sortBy(element, 'prospect', 'asc');
        expect(whereOf()).toEqual({});
        await emit(pageOf([2]));
        expect(prospectsOf(element)).toEqual(['Aiko Tanaka']);
    });

    it('refreshes the first page', async () => {
        const element = await mount();
        const refresh = jest.fn().mockResolvedValue(undefined);
        await emit(pageOf([0]), refresh);
        await click(element, 'refresh');
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(query(element, 'lightning-spinner')).toBeNull();
    });

    it('refreshes from the first page on when more are shown', async () => {
        const element = await mount(pageOf([0], true));
        await click(element, 'load-more');
        const refresh = jest.fn().mockResolvedValue(undefined);
        await emit(pageOf([1]), refresh);
        await click(element, 'refresh');
        expect(refresh).not.toHaveBeenCalled();
        expect(whereOf()).toEqual({});
        await emit(pageOf([0]), refresh);
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(prospectsOf(element)).toEqual(['Dana Whitfield']);
    });

    it('asks for the meetings of the record and shows fewer columns on a record page', async () => {
        const element = await mount(pageOf([0]), ON_LEAD);
        expect(whereOf()).toEqual({ Lead__c: { eq: '00Q000000000001AAA' } });
        expect(tableOf(element).columns.map(({ label }) => label)).toEqual([
            'Meeting time',
            'Meeting Type',
            'Host(s)',
            'Prospect',
            'Link Type',
            'Status'
        ]);
    });

    it.each([
        ['on the page', {}, 'My Links'],
        ['on a record', ON_LEAD, 'from this record']
    ])('teaches how meetings get here %s', async (_, props, words) => {
        const element = await mount(pageOf([]), props);
        expect(query(element, 'c-empty-state')).toMatchObject({
            heading: 'No meetings yet',
            message: expect.stringContaining(words)
        });
        await expect(element).toBeAccessible();
    });

    it('says so when the toggle may hide all rows', async () => {
        const element = await mount(pageOf([0]));
        await hideSingleUse(element, true);
        await emit(pageOf([]));
        expect(query(element, 'c-empty-state')).toMatchObject({
            heading: 'No other meetings',
            message: expect.stringContaining('Turn off Hide Single-Use Links')
        });
    });

    it('shows why meetings cannot be loaded and asks again', async () => {
        const element = await mount();
        const refresh = jest.fn().mockResolvedValue(undefined);
        graphqlWire.emitErrors([{ message: 'No access' }], undefined, refresh);
        await flush();
        const panel = query<HTMLElement & { errors: unknown }>(element, 'c-error-panel')!;
        expect(panel.errors).toEqual([{ message: 'No access' }]);
        await expect(element).toBeAccessible();
        panel.dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(query(element, 'c-error-panel')).toBeNull();
    });

    it('shows the newer answer when an older one is still looking for addresses', async () => {
        let findAddress: (url: string) => void = () => undefined;
        navigation.generateUrl.mockReturnValueOnce(
            new Promise((resolve) => {
                findAddress = resolve;
            })
        );
        const element = await mount(pageOf([0]));
        await emit(pageOf([1]));
        findAddress('/late');
        await flush();
        expect(prospectsOf(element)).toEqual(['Marco Bellini']);
    });

    it('says so when a record has no address', async () => {
        navigation.generateUrl.mockRejectedValueOnce(new Error('no such page'));
        const element = await mount(pageOf([0]));
        expect(query<HTMLElement & { errors: Error }>(element, 'c-error-panel')!.errors.message).toBe('no such page');
    });

    it('is accessible with meetings', async () => {
        await expect(await mount(pageOf([0, 1, 2], true))).toBeAccessible();
    });
});
