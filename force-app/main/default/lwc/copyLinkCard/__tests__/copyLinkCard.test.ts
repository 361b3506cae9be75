import CopyLinkCard from 'c/copyLinkCard';
import type { BookingLink } from 'types/links';
import myLinks from '../../linkApi/__tests__/data/myLinks.json';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { navigation } from '../../../../../test/navigation';
import { search } from '../../../../../test/search';
import { asking, graphqlWire, recordWire } from '../../../../../test/wire';

type MenuElement = HTMLElement & {
    unusedLinks: unknown[];
    link: BookingLink;
    place: string;
    recordId: string;
    objectApiName: string;
};

/** `count` bookable links named Intro 1, Intro 2, … */
function manyLinks(count: number, hasNextPage = false, prefix = 'a01'): unknown {
    const { node } = myLinks.uiapi.query.BookingLink__c.edges[1]!;
    const edges = Array.from({ length: count }, (_, index) => ({
        node: { ...node, Id: `${prefix}${index}`, Name: { value: `Intro ${index + 1}` } }
    }));
    return { uiapi: { query: { BookingLink__c: { edges, pageInfo: { hasNextPage } } } } };
}

const OPEN_LEAD = { fields: { IsConverted: { value: false }, ConvertedContact: { value: null } } };
const MARCUS = {
    id: '003000000000001AAA',
    fields: { Id: { value: '003000000000001AAA' }, Name: { value: 'Marcus Lee' } }
};

/** The Lead as it is once it was converted into this Contact. */
const convertedInto = (contact: object | null): object => ({
    fields: { IsConverted: { value: true }, ConvertedContact: { value: contact } }
});

async function mount(data?: unknown, lead: object | undefined = OPEN_LEAD): Promise<HTMLElement> {
    const props = { recordId: '00Q000000000001AAA', objectApiName: 'Lead' };
    const element = mountComponent('c-copy-link-card', CopyLinkCard, props);
    // What a wire asks for is known only then.
    await flush();
    recordWire.emit(lead);
    await flush();
    if (data !== undefined) graphqlWire.emit(data, asking('MyBookingLinks'));
    await flush();
    return element;
}

const query = <T extends Element>(element: HTMLElement, selector: string): T | null =>
    element.shadowRoot!.querySelector<T>(selector);
const menusOf = (element: HTMLElement): MenuElement[] => [
    ...element.shadowRoot!.querySelectorAll<MenuElement>('c-copy-link-menu')
];

describe('c-copy-link-card', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('asks for a few bookable links of the running user', async () => {
        await mount();
        let variables = { where: { and: [] as object[] }, first: 0 };
        // Nothing is answered; the filter shows what each wire asks.
        graphqlWire.emit(undefined, (config) => {
            if (asking('MyBookingLinks')(config))
                ({ variables } = config as unknown as { variables: typeof variables });
            return false;
        });
        const { where, first } = variables;
        expect(where.and).toEqual(
            expect.arrayContaining([{ OwnerId: { eq: expect.any(String) } }, { IsActive__c: { eq: true } }])
        );
        expect(first).toBe(6);
    });

    it('shows a spinner until Salesforce answers', async () => {
        const element = await mount();
        expect(query(element, 'c-load-state')).toMatchObject({ isLoading: true });
        await expect(element).toBeAccessible();
        graphqlWire.emit(manyLinks(2), asking('MyBookingLinks'));
        await flush();
        expect(query(element, 'c-load-state')).toMatchObject({ isLoading: false });
    });

    it('lists links, each bound to the record', async () => {
        const menus = menusOf(await mount(manyLinks(2)));
        expect(menus.map(({ link }) => link.name)).toEqual(['Intro 1', 'Intro 2']);
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
        expect(findById(element, 'show-more')).toBeNull();
    });

    it('shows more links when asked to', async () => {
        const element = await mount(manyLinks(6, true));
        findById(element, 'show-more')!.click();
        await flush();
        graphqlWire.emit(manyLinks(1, false, 'a02'), asking('MyBookingLinks'));
        await flush();
        expect(menusOf(element)).toHaveLength(7);
        expect(findById(element, 'show-more')).toBeNull();
    });

    it('searches all links on the server and says so when nothing matches', async () => {
        const element = await mount(manyLinks(6, true));
        await search(element, 'demo');
        expect(JSON.stringify(graphqlWire.getLastConfig().variables.where)).toContain('%demo%');
        graphqlWire.emit(manyLinks(0), asking('MyBookingLinks'));
        await flush();
        expect(query(element, 'c-empty-state')).toMatchObject({ heading: 'No link matches' });
        expect(findById(element, 'search')).not.toBeNull();
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
        await expect(await mount(manyLinks(6, true))).toBeAccessible();
    });

    it('tells each menu what the record’s person has not used, and asks again when that changes', async () => {
        const element = await mount(manyLinks(1));
        expect(menusOf(element)[0]!.unusedLinks).toEqual([]);
        const empty = { value: null };
        const node = {
            Id: 'a03000000000001AAA',
            Name: { value: 'SUL-000001' },
            CreatedDate: { value: '2026-11-19T12:00:00.000Z' },
            CopiedFrom__c: { value: 'Record Page' },
            RecipientEmail__c: empty,
            Status__c: { value: 'Active' },
            FirstOpenedAt__c: empty,
            ...{ Lead__r: null, Contact__r: null, Account__r: null, Opportunity__r: null, Case__r: null }
        };
        const refresh = jest.fn().mockResolvedValue(undefined);
        const data = { uiapi: { query: { SingleUseLink__c: { edges: [{ node }], totalCount: 1 } } } };
        graphqlWire.emit(data, asking('UnusedLinks'), refresh);
        await flush();
        expect(menusOf(element)[0]!.unusedLinks).toEqual([expect.objectContaining({ number: 'SUL-000001' })]);
        menusOf(element)[0]!.dispatchEvent(new CustomEvent('linkcopied'));
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('binds links to the Contact that a converted Lead has become, says so and leads there', async () => {
        const element = await mount(manyLinks(1), convertedInto(MARCUS));
        expect(textsById(element, 'converted')[0]).toContain(
            'This Lead was converted. A single-use link made here belongs to the Contact Marcus Lee.'
        );
        expect(menusOf(element)[0]).toMatchObject({ recordId: MARCUS.id, objectApiName: 'Contact' });
        await expect(element).toBeAccessible();
        findById(element, 'open-contact')!.click();
        expect(navigation.navigate).toHaveBeenCalledWith({
            type: 'standard__recordPage',
            attributes: { recordId: MARCUS.id, objectApiName: 'Contact', actionName: 'view' }
        });
    });

    it('binds links to nothing where the user may not see that Contact, and says what follows', async () => {
        const element = await mount(manyLinks(1), convertedInto(null));
        expect(textsById(element, 'converted')[0]).toContain('belongs to no record');
        expect(findById(element, 'open-contact')).toBeNull();
        expect(menusOf(element)[0]).toMatchObject({ recordId: '', objectApiName: '' });
        await expect(element).toBeAccessible();
    });

    it('offers no link of a Lead before it is known whether it was converted', async () => {
        const props = { recordId: '00Q000000000001AAA', objectApiName: 'Lead' };
        const element = mountComponent('c-copy-link-card', CopyLinkCard, props);
        await flush();
        graphqlWire.emit(manyLinks(1), asking('MyBookingLinks'));
        await flush();
        expect(menusOf(element)).toEqual([]);
        expect(query(element, 'c-load-state')).toMatchObject({ isLoading: true });
        recordWire.error({ message: 'No access' });
        await flush();
        expect(menusOf(element)[0]).toMatchObject({ recordId: props.recordId, objectApiName: 'Lead' });
        expect(findById(element, 'converted')).toBeNull();
    });

    it('asks nothing about records that are no Leads', async () => {
        const props = { recordId: '500000000000001AAA', objectApiName: 'Case' };
        const element = mountComponent('c-copy-link-card', CopyLinkCard, props);
        await flush();
        graphqlWire.emit(manyLinks(1), asking('MyBookingLinks'));
        await flush();
        expect(menusOf(element)[0]).toMatchObject(props);
    });
});
