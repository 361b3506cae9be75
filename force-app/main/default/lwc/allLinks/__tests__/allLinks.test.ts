import AllLinks from 'c/allLinks';
import BulkLinksModal from 'c/bulkLinksModal';
import type { ListedLink } from 'types/links';
import myLinks from '../../linkApi/__tests__/data/myLinks.json';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { search } from '../../../../../test/search';
import { graphqlWire } from '../../../../../test/wire';

type TableElement = HTMLElement & { links: ListedLink[]; selectedIds: string[]; isSelectable: boolean };

const NO_LINKS = { uiapi: { query: { BookingLink__c: { edges: [], pageInfo: { hasNextPage: false } } } } };

async function mount(data?: object): Promise<HTMLElement> {
    const element = mountComponent('c-all-links', AllLinks);
    await flush();
    if (data) graphqlWire.emit(data);
    await flush();
    return element;
}

const tableOf = (element: HTMLElement): TableElement =>
    element.shadowRoot!.querySelector<TableElement>('c-link-table')!;
const whereText = (): string => JSON.stringify(graphqlWire.getLastConfig().variables.where);

async function choose(element: HTMLElement, id: string, value: string): Promise<void> {
    findById(element, id)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await flush();
}

async function select(element: HTMLElement, ...selectedIds: string[]): Promise<void> {
    tableOf(element).dispatchEvent(new CustomEvent('selectionchanged', { detail: { selectedIds } }));
    await flush();
}

describe('c-all-links', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('shows everybody’s links, owners named, never more than 200 at a time', async () => {
        const element = await mount(myLinks);
        expect(graphqlWire.getLastConfig().variables).toMatchObject({ where: {}, first: 50 });
        expect(tableOf(element)).toMatchObject({ hasOwner: true, isSelectable: true, place: 'All Links' });
        expect(tableOf(element).links).toHaveLength(4);
        expect(textsById(element, 'shown')).toEqual(['Links shown: 4']);
        await expect(element).toBeAccessible();
    });

    it('searches owners as well', async () => {
        await search(await mount(myLinks), 'helena');
        expect(whereText()).toContain('{"Owner":{"User":{"Name":{"like":"%helena%"}}}}');
    });

    it('filters by state and kind, and says so when nothing is left', async () => {
        const element = await mount(myLinks);
        await choose(element, 'state', 'Inactive');
        await choose(element, 'kind', 'managed');
        expect(whereText()).toContain('"IsActive__c":{"eq":false}');
        expect(whereText()).toContain('"ManagedLink__c":{"ne":null}');
        graphqlWire.emit(NO_LINKS);
        await flush();
        expect(element.shadowRoot!.querySelector('c-empty-state')).toMatchObject({ heading: 'No link matches' });
        await expect(element).toBeAccessible();
    });

    it('sorts on the server', async () => {
        const element = await mount(myLinks);
        await choose(element, 'sort', 'newest');
        expect(graphqlWire.getLastConfig().variables.orderBy).toEqual({
            CreatedDate: { order: 'DESC', nulls: 'LAST' },
            Id: { order: 'DESC' }
        });
    });

    it('offers to change what is selected, and asks again afterwards', async () => {
        const element = await mount();
        const refresh = jest.fn().mockResolvedValue(undefined);
        graphqlWire.emit(myLinks, undefined, refresh);
        await flush();
        expect(findById(element, 'bulk')).toBeNull();
        const [first] = tableOf(element).links;
        await select(element, first!.id);
        expect(textsById(element, 'selected')).toEqual(['Selected: 1']);
        await expect(element).toBeAccessible();
        findById(element, 'bulk')!.click();
        await flush();
        expect(BulkLinksModal.open).toHaveBeenCalledWith(
            expect.objectContaining({ action: 'deactivate', links: [expect.objectContaining({ id: first!.id })] })
        );
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(findById(element, 'bulk')).toBeNull();
    });

    it('selects all that is shown and nothing that is not any more', async () => {
        const element = await mount(myLinks);
        findById(element, 'select-all')!.click();
        await flush();
        expect(tableOf(element).selectedIds).toHaveLength(4);
        findById(element, 'clear')!.click();
        await flush();
        expect(tableOf(element).selectedIds).toEqual([]);
        await select(element, tableOf(element).links[0]!.id);
        await search(element, 'intro');
        expect(tableOf(element).selectedIds).toEqual([]);
    });

    it('shows that it loads, that there is nothing, and why it failed', async () => {
        const element = await mount();
        const state = element.shadowRoot!.querySelector('c-load-state');
        expect(state).toMatchObject({ isLoading: true });
        await expect(element).toBeAccessible();
        graphqlWire.emit(NO_LINKS);
        await flush();
        expect(state).toMatchObject({ isEmpty: true, emptyHeading: 'No links yet' });
        await expect(element).toBeAccessible();
        graphqlWire.emitErrors([{ message: 'No access' }]);
        await flush();
        expect(state).toMatchObject({ errors: [{ message: 'No access' }], isEmpty: false });
        await expect(element).toBeAccessible();
    });
});
