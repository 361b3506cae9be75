import MeetingExportModal from 'c/meetingExportModal';
import type { MeetingsRequest } from 'types/meetings';
import meetings from '../../meetingApi/__tests__/data/meetings.json';
import { csvLine } from '../csv';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

const REQUEST: MeetingsRequest = { sortedBy: 'startsAt', sortDirection: 'desc', hidesSingleUse: false };

type Node = (typeof meetings.uiapi.query.Meeting__c.edges)[number]['node'];

function nodesFrom(first: number, count: number): Node[] {
    const [{ node }] = meetings.uiapi.query.Meeting__c.edges as [{ node: Node }];
    return Array.from({ length: count }, (_, index) => ({
        ...node,
        Id: `a02${String(first + index).padStart(12, '0')}`
    }));
}

async function emit(nodes: Node[], hasNextPage: boolean, totalCount = 450): Promise<void> {
    const edges = nodes.map((node) => ({ node }));
    graphqlWire.emit({ uiapi: { query: { Meeting__c: { edges, totalCount, pageInfo: { hasNextPage } } } } });
    await flush();
}

async function mount(): Promise<HTMLElement> {
    const element = mountComponent('c-meeting-export-modal', MeetingExportModal, { request: REQUEST });
    await flush();
    return element;
}

const progressOf = (element: HTMLElement): string => textsById(element, 'progress')[0]!;

describe('c-meeting-export-modal', () => {
    let file: Blob | undefined;

    beforeEach(() => {
        file = undefined;
        URL.createObjectURL = jest.fn((blob: Blob) => {
            file = blob;
            return 'blob:meetings';
        });
        URL.revokeObjectURL = jest.fn();
    });

    afterEach(() => document.body.replaceChildren());

    /** jsdom's Blob has no text(). */
    const readFile = (): Promise<string> =>
        new Promise((resolve) => {
            const reader = new FileReader();
            reader.onload = () => resolve(String(reader.result));
            reader.readAsText(file!);
        });

    it('reads page after page, at most 200 meetings at once, and says how far it is', async () => {
        const element = await mount();
        expect(progressOf(element)).toBe('Counting the meetings …');
        expect(graphqlWire.getLastConfig().variables.first).toBe(200);
        await emit(nodesFrom(0, 200), true);
        expect(progressOf(element)).toBe('200 of 450 meetings read');
        await expect(element).toBeAccessible();
        const beyond = JSON.stringify(graphqlWire.getLastConfig().variables.where);
        expect(beyond).toContain('a02000000000199');
        await emit(nodesFrom(200, 200), true, 250);
        expect(progressOf(element)).toBe('400 of 450 meetings read');
        await emit(nodesFrom(400, 50), false, 50);
        expect(progressOf(element)).toBe('450 meetings are in the file.');
        expect((await readFile()).trimEnd().split('\r\n')).toHaveLength(451);
        expect(findById<HTMLAnchorElement>(element, 'save')).toMatchObject({
            href: 'blob:meetings',
            download: expect.stringMatching(/^meeting-logs-\d{4}-\d\d-\d\d\.csv$/)
        });
        await expect(element).toBeAccessible();
    });

    it('writes a meeting into its columns, times in the user’s zone', async () => {
        await mount();
        await emit(nodesFrom(0, 1), false, 1);
        const [head, line] = (await readFile()).split('\r\n');
        expect(head).toContain('"Starts (America/Los_Angeles)","Ends (America/Los_Angeles)","Meeting Type"');
        expect(line).toBe(
            '"2026-11-26 10:00","2026-11-26 11:00","Technical deep dive","Julio Reyes, Priya Nair","Dana Whitfield",' +
                '"dana.whitfield@halcyon.example","Halcyon Ltd","Dana Whitfield","Julio: deep dive","Single-Use",' +
                '"Scheduled","2026-11-20 07:04","Synced"'
        );
    });

    it('takes a page that comes twice once', async () => {
        const element = await mount();
        await emit(nodesFrom(0, 200), true);
        await emit(nodesFrom(0, 200), true);
        expect(progressOf(element)).toBe('200 of 450 meetings read');
    });

    it('writes a file with headings alone when there is nothing', async () => {
        const element = await mount();
        await emit([], false, 0);
        expect(progressOf(element)).toBe('0 meetings are in the file.');
        expect((await readFile()).trimEnd().split('\r\n')).toHaveLength(1);
    });

    it('asks for nothing more once it is canceled', async () => {
        const element = await mount();
        await emit(nodesFrom(0, 200), true);
        findById(element, 'close')!.click();
        await flush();
        expect((element as HTMLElement & { close: jest.Mock }).close).toHaveBeenCalled();
        expect(graphqlWire.getLastConfig().query).toBeUndefined();
    });

    it('says what failed, keeps what it has and goes on', async () => {
        const element = await mount();
        await emit(nodesFrom(0, 200), true);
        const refresh = jest.fn().mockResolvedValue(undefined);
        graphqlWire.emitErrors([{ message: 'The org is busy' }], undefined, refresh);
        await flush();
        const state = element.shadowRoot!.querySelector<HTMLElement & { errors: unknown }>('c-load-state')!;
        expect(state.errors).toEqual([{ message: 'The org is busy' }]);
        await expect(element).toBeAccessible();
        state.dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(progressOf(element)).toBe('200 of 450 meetings read');
    });

    it('gives the file’s memory back', async () => {
        const element = await mount();
        await emit(nodesFrom(0, 1), false);
        element.remove();
        expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:meetings');
    });
});

describe('a line of CSV', () => {
    it.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', '\r=1'])('never begins a cell with a formula: %j', (text) => {
        expect(csvLine([text])).toBe(`"'${text}"\r\n`);
    });

    it('keeps quotes, commas and line breaks inside a cell', () => {
        expect(csvLine(['say "yes", now\nor never', null, undefined, 'a=b'])).toBe(
            '"say ""yes"", now\nor never","","","a=b"\r\n'
        );
    });
});
