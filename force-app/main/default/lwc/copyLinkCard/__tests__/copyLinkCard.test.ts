import CopyLinkCard from 'c/copyLinkCard';
import type { BookingLink } from 'types/links';
import myLinks from '../../linkApi/__tests__/data/myLinks.json';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent } from '../../../../../test/mount';
import { navigation } from '../../../../../test/navigation';
import { graphqlWire } from '../../../../../test/wire';

type MenuElement = HTMLElement & { link: BookingLink; place: string; recordId: string; objectApiName: string };

/** `count` bookable links named Intro 1, Intro 2, … */
function manyLinks(count: number): unknown {
    const { node } = myLinks.uiapi.query.BookingLink__c.edges[1]!;
    const edges = Array.from({ length: count }, (_, index) => ({
        node: { ...node, Id: `a01${index}`, Name: { value: `Intro ${index + 1}` } }
    }));
    return { uiapi: { query: { BookingLink__c: { edges } } } };
}

async function mount(data?: unknown): Promise<HTMLElement> {
    const props = { recordId: '00Q000000000001AAA', objectApiName: 'Lead' };
    const element = mountComponent('c-copy-link-card', CopyLinkCard, props);
    if (data !== undefined) graphqlWire.emit(data);
    await flush();
    return element;
}

const query = <T extends Element>(element: HTMLElement, selector: string): T | null =>
    element.shadowRoot!.querySelector<T>(selector);
const menusOf = (element: HTMLElement): MenuElement[] => [
    ...element.shadowRoot!.querySelectorAll<MenuElement>('c-copy-link-menu')
];

async function search(element: HTMLElement, value: string): Promise<void> {
    findById(element, 'search')!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await flush();
}

describe('c-copy-link-card', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('asks for the links of the running user', async () => {
        await mount();
        expect(graphqlWire.getLastConfig().variables).toMatchObject({ where: { OwnerId: { eq: expect.any(String) } } });
    });

    it('shows a spinner until Salesforce answers', async () => {
        const element = await mount();
        expect(query(element, 'c-load-state')).toMatchObject({ isLoading: true });
        graphqlWire.emit(myLinks);
        await flush();
        expect(query(element, 'c-load-state')).toMatchObject({ isLoading: false });
    });

    it('lists active links only, each bound to the record', async () => {
        const menus = menusOf(await mount(myLinks));
        expect(menus.map(({ link }) => link.name)).toEqual(['Julio: deep dive', 'Julio: intro']);
        expect(menus[0]).toMatchObject({
            place: 'Record Page',
            recordId: '00Q000000000001AAA',
            objectApiName: 'Lead'
        });
    });

    it('has neither a search nor a long list for six links', async () => {
        const element = await mount(manyLinks(6));
        expect(menusOf(element)).toHaveLength(6);
        expect(findById(element, 'search')).toBeNull();
        expect(findById(element, 'show-all')).toBeNull();
    });

    it('shows six of more links until all are asked for', async () => {
        const element = await mount(manyLinks(7));
        const showAll = findById<HTMLElement & { label: string }>(element, 'show-all')!;
        expect(menusOf(element)).toHaveLength(6);
        expect(showAll.label).toBe('Show all 7');
        showAll.click();
        await flush();
        expect(menusOf(element)).toHaveLength(7);
        expect(findById(element, 'show-all')).toBeNull();
    });

    it('searches all links', async () => {
        const element = await mount(manyLinks(7));
        await search(element, 'intro 7');
        expect(menusOf(element).map(({ link }) => link.name)).toEqual(['Intro 7']);
    });

    it('says so when nothing matches', async () => {
        const element = await mount(manyLinks(7));
        await search(element, 'demo');
        expect(query(element, 'c-empty-state')).toMatchObject({ heading: 'No link matches' });
        await expect(element).toBeAccessible();
    });

    it('leads a rep without links to My Links', async () => {
        const element = await mount(manyLinks(0));
        expect(query(element, 'c-load-state')).toMatchObject({ isEmpty: true, emptyHeading: 'No active links yet' });
        findById(element, 'go-to-my-links')!.click();
        expect(navigation.navigate).toHaveBeenCalledWith({
            type: 'standard__navItemPage',
            attributes: { apiName: 'MyLinks' }
        });
        await expect(element).toBeAccessible();
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
        expect(query(element, 'c-load-state')).toMatchObject({ errors: undefined });
    });

    it('is accessible with links', async () => {
        await expect(await mount(manyLinks(7))).toBeAccessible();
    });
});
