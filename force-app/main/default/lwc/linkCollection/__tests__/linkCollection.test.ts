import LinkCollection from 'c/linkCollection';
import type { ListedLink } from 'types/links';
import myLinks from '../../linkApi/__tests__/data/myLinks.json';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById, type Props } from '../../../../../test/mount';
import { search } from '../../../../../test/search';
import { graphqlWire } from '../../../../../test/wire';

type TableElement = HTMLElement & { links: ListedLink[]; isCopyOnly: boolean };
type TileElement = HTMLElement & { link: ListedLink; place: string };

const NO_LINKS = { uiapi: { query: { BookingLink__c: { edges: [], pageInfo: { hasNextPage: false } } } } };

/** The same links, and there are more. */
function withMore(): unknown {
    const { edges } = myLinks.uiapi.query.BookingLink__c;
    return { uiapi: { query: { BookingLink__c: { edges, pageInfo: { hasNextPage: true } } } } };
}

/** Links that follow those. */
function nextPage(): unknown {
    const edges = myLinks.uiapi.query.BookingLink__c.edges.map(({ node }) => ({
        node: { ...node, Id: `${node.Id}2` }
    }));
    return { uiapi: { query: { BookingLink__c: { edges, pageInfo: { hasNextPage: false } } } } };
}

async function mount(
    data?: unknown,
    refresh?: () => Promise<void>,
    props: Props<LinkCollection> = {}
): Promise<HTMLElement> {
    const element = mountComponent('c-link-collection', LinkCollection, props);
    if (data !== undefined) graphqlWire.emit(data, undefined, refresh);
    await flush();
    return element;
}

const query = <T extends Element>(element: HTMLElement, selector: string): T | null =>
    element.shadowRoot!.querySelector<T>(selector);
const tilesOf = (element: HTMLElement): TileElement[] => [
    ...element.shadowRoot!.querySelectorAll<TileElement>('c-booking-link-tile')
];

describe('c-link-collection', () => {
    afterEach(() => {
        document.body.replaceChildren();
        window.localStorage.clear();
    });

    it('shows the links of the running user in every state', async () => {
        const element = await mount(myLinks);
        expect(graphqlWire.getLastConfig().variables.where).toEqual({ OwnerId: { eq: expect.any(String) } });
        expect(tilesOf(element).map(({ link }) => [link.name, link.isActive, link.isExpired])).toEqual([
            ['Julio: deep dive', true, false],
            ['Julio: intro', true, false],
            ['Julio: paused', false, false],
            ['Julio: last quarter', true, true]
        ]);
        expect(tilesOf(element)[0]!.place).toBe('My Links');
    });

    it('shows a spinner until Salesforce answers', async () => {
        const element = await mount();
        expect(query(element, 'c-load-state')).toMatchObject({ isLoading: true });
        expect(query(element, 'c-load-state')).toMatchObject({ isEmpty: false });
        await expect(element).toBeAccessible();
        graphqlWire.emit(myLinks);
        await flush();
        expect(query(element, 'c-load-state')).toMatchObject({ isLoading: false });
    });

    it('searches on the server once typing pauses, and says how many it finds', async () => {
        const element = await mount(myLinks);
        await search(element, 'trade fairs');
        const { where } = graphqlWire.getLastConfig().variables as { where: { and: object[] } };
        expect(where.and).toHaveLength(3);
        expect(JSON.stringify(where)).toContain('{"Description__c":{"like":"%fairs%"}}');
        graphqlWire.emit(myLinks);
        await flush();
        expect(textsById(element, 'match-count')).toEqual(['Links found: 4']);
    });

    it('says so when nothing matches, and lets search on', async () => {
        const element = await mount(myLinks);
        await search(element, 'demo');
        graphqlWire.emit(NO_LINKS);
        await flush();
        expect(query(element, 'c-empty-state')).toMatchObject({ heading: 'No link matches' });
        expect(findById(element, 'search')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('teaches a rep who has no links', async () => {
        const element = await mount(NO_LINKS);
        expect(query(element, 'c-load-state')).toMatchObject({ isEmpty: true, emptyHeading: 'No links yet' });
        expect(findById(element, 'search')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows many links page by page', async () => {
        const element = await mount(withMore());
        findById(element, 'show-more')!.click();
        await flush();
        expect(JSON.stringify(graphqlWire.getLastConfig().variables)).toContain('{"gt":"Julio: last quarter"}');
        graphqlWire.emit(nextPage());
        await flush();
        expect(tilesOf(element)).toHaveLength(8);
        expect(findById(element, 'show-more')).toBeNull();
    });

    it('keeps as many links when it asks again, up to one request', async () => {
        const refresh = jest.fn().mockResolvedValue(undefined);
        const element = await mount(withMore());
        findById(element, 'show-more')!.click();
        await flush();
        graphqlWire.emit(nextPage(), undefined, refresh);
        await flush();
        tilesOf(element)[0]!.dispatchEvent(new CustomEvent('linkchanged'));
        await flush();
        expect(graphqlWire.getLastConfig().variables).toMatchObject({
            first: 24,
            where: { OwnerId: expect.anything() }
        });
        graphqlWire.emit(myLinks, undefined, refresh);
        await flush();
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(tilesOf(element)).toHaveLength(4);
    });

    it('asks Salesforce again on demand', async () => {
        const refresh = jest.fn().mockResolvedValue(undefined);
        const element = await mount(myLinks, refresh);
        await (element as HTMLElement & LinkCollection).refresh();
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(query(element, 'c-load-state')).toMatchObject({ isLoading: false });
    });

    it('asks again after a link has changed', async () => {
        const refresh = jest.fn().mockResolvedValue(undefined);
        const element = await mount(myLinks, refresh);
        tilesOf(element)[0]!.dispatchEvent(new CustomEvent('linkchanged'));
        await flush();
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('shows a list when asked to, and remembers that', async () => {
        const element = await mount(myLinks);
        findById(element, 'view')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'list' } }));
        await flush();
        expect(tilesOf(element)).toEqual([]);
        expect(query<TableElement>(element, 'c-link-table')).toMatchObject({ links: { length: 4 }, isCopyOnly: false });
        await expect(element).toBeAccessible();
        const later = await mount(myLinks);
        expect(query(later, 'c-link-table')).not.toBeNull();
    });

    it('shows cards where the browser keeps nothing', async () => {
        const refuse = (): never => {
            throw new DOMException('refused', 'SecurityError');
        };
        const storage = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
        const writing = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
        const element = await mount(myLinks);
        expect(tilesOf(element)).toHaveLength(4);
        findById(element, 'view')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'list' } }));
        await flush();
        expect(query(element, 'c-link-table')).not.toBeNull();
        storage.mockRestore();
        writing.mockRestore();
    });

    it('shows what others share, to copy only', async () => {
        const element = await mount(myLinks, undefined, { isLibrary: true });
        expect(graphqlWire.getLastConfig().variables.where).toEqual({
            and: [{ IsInLibrary__c: { eq: true } }, { OwnerId: { ne: expect.any(String) } }]
        });
        expect(tilesOf(element)[0]).toMatchObject({ place: 'Links Library', isCopyOnly: true });
        await expect(element).toBeAccessible();
    });

    it('teaches how links get into the library', async () => {
        const element = await mount(NO_LINKS, undefined, { isLibrary: true });
        expect(query(element, 'c-load-state')).toMatchObject({ isEmpty: true, emptyHeading: 'No shared links yet' });
    });

    it.each([
        ['single-use', 1],
        ['reusable', 0]
    ])('counts unused links anew after a %s copy or not', async (kind, times) => {
        const refresh = jest.fn().mockResolvedValue(undefined);
        const element = await mount(myLinks, refresh);
        tilesOf(element)[0]!.dispatchEvent(new CustomEvent('linkcopied', { detail: { kind } }));
        await flush();
        expect(refresh).toHaveBeenCalledTimes(times);
    });

    it('shows why links cannot be loaded and asks again', async () => {
        const element = await mount();
        const refresh = jest.fn().mockResolvedValue(undefined);
        graphqlWire.emitErrors([{ message: 'No access' }], undefined, refresh);
        await flush();
        const panel = query<HTMLElement & { errors: unknown }>(element, 'c-load-state')!;
        expect(panel.errors).toEqual([{ message: 'No access' }]);
        await expect(element).toBeAccessible();
        panel.dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('shows why asking again fails', async () => {
        const element = await mount(myLinks, () => Promise.reject(new Error('offline')));
        await (element as HTMLElement & LinkCollection).refresh();
        await flush();
        expect(query<HTMLElement & { errors: Error }>(element, 'c-load-state')!.errors.message).toBe('offline');
    });

    it('is accessible with links', async () => {
        await expect(await mount(myLinks)).toBeAccessible();
    });
});
