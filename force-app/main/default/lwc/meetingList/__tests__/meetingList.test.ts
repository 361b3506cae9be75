import type { Column } from 'lightning/datatable';
import type { MeetingsRequest } from 'types/meetings';
import MeetingActionModal, { OUT_OF_SIGHT } from 'c/meetingActionModal';
import MeetingList from 'c/meetingList';
import meetings from '../../meetingApi/__tests__/data/meetings.json';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { navigation } from '../../../../../test/navigation';
import { graphqlWire } from '../../../../../test/wire';

type Row = Record<string, unknown>;
type ListElement = HTMLElement & { request: MeetingsRequest; refresh(): Promise<void> };
type LoadStateElement = HTMLElement & { isLoading: boolean; isEmpty: boolean; errors: unknown };
type TableElement = HTMLElement & { data: Row[]; columns: Column[]; sortedBy: string; sortedDirection: string };

const ON_LEAD = { recordId: '00Q000000000001AAA', objectApiName: 'Lead' };

/** An answer with the meetings of these numbers in meetings.json. */
function pageOf(numbers: number[], hasNextPage = false): unknown {
    const edges = numbers.map((number) => meetings.uiapi.query.Meeting__c.edges[number]);
    return { uiapi: { query: { Meeting__c: { edges, totalCount: edges.length, pageInfo: { hasNextPage } } } } };
}

async function emit(data: unknown, refresh?: () => Promise<void>): Promise<void> {
    graphqlWire.emit(data, undefined, refresh);
    await flush();
}

const REQUEST: MeetingsRequest = { sortedBy: 'startsAt', sortDirection: 'desc', hidesSingleUse: false };

async function mount(data?: unknown, request: Partial<MeetingsRequest> = {}): Promise<ListElement> {
    const element = mountComponent('c-meeting-list', MeetingList, {
        request: { ...REQUEST, ...request },
        emptyHeading: 'No meetings yet',
        emptyMessage: 'Copy a link from My Links.'
    }) as ListElement;
    if (data !== undefined) await emit(data);
    await flush();
    return element;
}

const query = <T extends Element>(element: HTMLElement, selector: string): T | null =>
    element.shadowRoot!.querySelector<T>(selector);
const tableOf = (element: HTMLElement): TableElement => query<TableElement>(element, 'c-meeting-datatable')!;
const prospectsOf = (element: HTMLElement): unknown[] => tableOf(element).data.map(({ prospect }) => prospect);
const loadState = (element: HTMLElement): LoadStateElement => query<LoadStateElement>(element, 'c-load-state')!;
const whereOf = (): unknown => graphqlWire.getLastConfig().variables.where;

async function click(element: HTMLElement, id: string): Promise<void> {
    findById(element, id)!.click();
    await flush();
}

describe('c-meeting-list', () => {
    let setWidth: (width: number) => void;

    beforeEach(() => {
        // jsdom lays nothing out.
        globalThis.ResizeObserver = class {
            constructor(callback: ResizeObserverCallback) {
                setWidth = (width) =>
                    callback([{ contentRect: { width } } as ResizeObserverEntry], this as unknown as ResizeObserver);
            }
            observe(): void {}
            unobserve(): void {}
            disconnect(): void {}
        };
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('shows a spinner until Salesforce answers', async () => {
        const element = await mount();
        expect(loadState(element).isLoading).toBe(true);
        expect(loadState(element).isEmpty).toBe(false);
        await expect(element).toBeAccessible();
        await emit(pageOf([0]));
        expect(loadState(element).isLoading).toBe(false);
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
            'Sync',
            undefined
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

    it('sorts only by columns that the server can sort and page by', async () => {
        const sortable = tableOf(await mount(pageOf([0]))).columns.filter((column) => column.sortable);
        expect(sortable.map(({ fieldName }) => fieldName)).toEqual([
            'meetingTime',
            'meetingType',
            'hosts',
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

    it('refreshes the first page', async () => {
        const element = await mount();
        const refresh = jest.fn().mockResolvedValue(undefined);
        await emit(pageOf([0]), refresh);
        await element.refresh();
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(loadState(element).isLoading).toBe(false);
    });

    it('refreshes from the first page on when more are shown', async () => {
        const element = await mount(pageOf([0], true));
        await click(element, 'load-more');
        const refresh = jest.fn().mockResolvedValue(undefined);
        await emit(pageOf([1]), refresh);
        await element.refresh();
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
            'Status',
            undefined
        ]);
    });

    it('shows why meetings cannot be loaded and asks again', async () => {
        const element = await mount();
        const refresh = jest.fn().mockResolvedValue(undefined);
        graphqlWire.emitErrors([{ message: 'No access' }], undefined, refresh);
        await flush();
        expect(loadState(element).errors).toEqual([{ message: 'No access' }]);
        await expect(element).toBeAccessible();
        loadState(element).dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(loadState(element).errors).toBeUndefined();
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
        expect((loadState(element).errors as Error).message).toBe('no such page');
    });

    it('starts over when something else is asked for', async () => {
        const element = await mount(pageOf([0], true));
        await click(element, 'load-more');
        await emit(pageOf([1]));
        element.request = { ...REQUEST, hidesSingleUse: true, sortedBy: 'prospectLastName', sortDirection: 'asc' };
        await flush();
        expect(whereOf()).toEqual({ LinkType__c: { ne: 'Single-Use' } });
        expect(graphqlWire.getLastConfig().variables.orderBy).toHaveProperty('ProspectLastName__c.order', 'ASC');
        await emit(pageOf([2]));
        expect(prospectsOf(element)).toEqual(['Aiko Tanaka']);
        expect(tableOf(element)).toMatchObject({ sortedBy: 'prospect', sortedDirection: 'asc' });
    });

    it('tells which field a clicked column sorts by', async () => {
        const element = await mount(pageOf([0, 1]));
        const handleSorted = jest.fn();
        element.addEventListener('sorted', ({ detail }: CustomEventInit) => handleSorted(detail));
        const detail = { fieldName: 'bookedAt', sortDirection: 'asc' };
        tableOf(element).dispatchEvent(new CustomEvent('sort', { detail }));
        expect(handleSorted).toHaveBeenCalledWith({ sortedBy: 'bookedAt', sortDirection: 'asc' });
    });

    it('says why there is nothing', async () => {
        const element = await mount(pageOf([]));
        expect(loadState(element)).toMatchObject({
            isEmpty: true,
            emptyHeading: 'No meetings yet',
            emptyMessage: 'Copy a link from My Links.'
        });
        await expect(element).toBeAccessible();
    });

    it('shows cards where a table has no room, and a table again where it has', async () => {
        const element = await mount(pageOf([0]));
        setWidth(360);
        await flush();
        expect(query(element, 'c-meeting-datatable')).toBeNull();
        expect(query<HTMLElement & { rows: Row[] }>(element, 'c-meeting-cards')!.rows).toHaveLength(1);
        await expect(element).toBeAccessible();
        setWidth(1200);
        await flush();
        expect(query(element, 'c-meeting-cards')).toBeNull();
        expect(tableOf(element).data).toHaveLength(1);
    });

    async function act(element: HTMLElement, name: string): Promise<void> {
        const row = tableOf(element).data[0];
        tableOf(element).dispatchEvent(new CustomEvent('rowaction', { detail: { action: { name }, row } }));
        await flush();
    }

    it.each([
        ['open-record', '00Q000000000001AAA', 'Lead'],
        ['open-meeting', 'a02000000000003AAA', 'Meeting__c']
    ])('follows %s', async (name, recordId, objectApiName) => {
        await act(await mount(pageOf([0])), name);
        expect(navigation.navigate).toHaveBeenCalledWith({
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName, actionName: 'view' }
        });
    });

    it.each([
        ['reschedule', 'Reschedule'],
        ['reassign', 'Reassign'],
        ['cancel', 'Cancel'],
        ['no-show', 'No-Show'],
        ['undo-no-show', 'Undo No-Show'],
        ['replace', 'Replace']
    ])('opens the dialog of %s', async (name, kind) => {
        await act(await mount(pageOf([0])), name);
        expect(MeetingActionModal.open).toHaveBeenCalledWith(
            expect.objectContaining({ kind, meeting: expect.objectContaining({ id: 'a02000000000003AAA' }) })
        );
    });

    it('shows a changed meeting in its row, on whichever page it is', async () => {
        const element = await mount(pageOf([0], true));
        await click(element, 'load-more');
        await emit(pageOf([1]));
        jest.mocked(MeetingActionModal.open).mockImplementationOnce((options) => {
            const { meeting } = options as unknown as { meeting: object };
            return Promise.resolve({ ...meeting, status: { value: 'Canceled', label: 'Canceled' } });
        });
        await act(element, 'cancel');
        expect(tableOf(element).data.map(({ status }) => status)).toEqual(['Canceled', 'No-Show']);
    });

    it('takes out a meeting that a change took out of the user’s sight', async () => {
        const element = await mount(pageOf([0, 1]));
        jest.mocked(MeetingActionModal.open).mockResolvedValueOnce(OUT_OF_SIGHT);
        await act(element, 'reassign');
        expect(prospectsOf(element)).toHaveLength(1);
    });

    it('offers in each row what can be done with that meeting', async () => {
        const statuses = ['Scheduled', 'Rescheduled', 'Completed', 'No-Show', 'Canceled'];
        const data = JSON.parse(JSON.stringify(pageOf([0, 0, 0, 0, 0]))) as typeof meetings;
        data.uiapi.query.Meeting__c.edges.forEach(({ node }, index) => {
            node.Status__c.value = statuses[index]!;
            node.StartsAt__c.value = index === 0 ? '2999-01-01T00:00:00.000Z' : '2020-01-01T00:00:00.000Z';
        });
        const rows = tableOf(await mount(data)).data as unknown as { actions: { name: string }[] }[];
        expect(rows.map(({ actions }) => actions.map(({ name }) => name).slice(2))).toEqual([
            ['reschedule', 'reassign', 'cancel'],
            ['reschedule', 'reassign', 'cancel', 'no-show'],
            ['no-show'],
            ['undo-no-show', 'replace'],
            ['replace']
        ]);
        const done = jest.fn();
        const column = tableOf(await mount(data)).columns.at(-1)!;
        (column.typeAttributes!.rowActions as (row: unknown, done: unknown) => void)(rows[4], done);
        expect(done).toHaveBeenCalledWith(rows[4]!.actions);
    });

    it('is accessible with meetings', async () => {
        await expect(await mount(pageOf([0, 1, 2], true))).toBeAccessible();
    });
});
