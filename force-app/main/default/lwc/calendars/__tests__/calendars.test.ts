import Calendars from 'c/calendars';
import ShareLinkModal from 'c/shareLinkModal';
import myLinks from '../../linkApi/__tests__/data/myLinks.json';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { search } from '../../../../../test/search';
import { graphqlWire } from '../../../../../test/wire';

const NO_LINKS = { uiapi: { query: { BookingLink__c: { edges: [], pageInfo: { hasNextPage: false } } } } };
const EDGES = myLinks.uiapi.query.BookingLink__c.edges;

/** The answer with the first link, met by these users and no pool. */
function metBy(...names: string[]): object {
    const hosts = names.map((name) => ({
        node: { Id: 'a07', User__c: { value: '005' }, User__r: { Name: { value: name } }, HostPool__r: null }
    }));
    const node = { ...EDGES[0]!.node, LinkHosts__r: { edges: hosts } };
    return { uiapi: { query: { BookingLink__c: { edges: [{ node }], pageInfo: { hasNextPage: false } } } } };
}

async function mount(data?: object): Promise<HTMLElement> {
    const element = mountComponent('c-calendars', Calendars);
    if (data) graphqlWire.emit(data);
    await flush();
    return element;
}

describe('c-calendars', () => {
    afterEach(() => document.body.replaceChildren());

    it('lists own and shared links, and shares only what can be booked', async () => {
        const element = await mount(myLinks);
        expect(graphqlWire.getLastConfig().variables.where).toEqual({
            or: [{ OwnerId: { eq: expect.any(String) } }, { IsInLibrary__c: { eq: true } }]
        });
        expect(textsById(element, 'row')).toHaveLength(4);
        expect(element.shadowRoot!.querySelectorAll('[data-id="menu"]')).toHaveLength(2);
        await expect(element).toBeAccessible();
    });

    it('says of a pool that one free member is met', async () => {
        const [whose] = textsById(await mount(myLinks), 'whose');
        expect(whose).toBe('Pool calendar: Julio Reyes, Sales Engineering, one free member of each pool');
    });

    it.each([
        [['Ana Ito'], 'Personal calendar: Ana Ito'],
        [['Ana Ito', 'Julio Reyes'], 'Group calendar: Ana Ito, Julio Reyes, all together'],
        [[], 'Nobody’s calendar: add a host on My Links']
    ])('says whose calendar is opened: %s', async (names, text) => {
        expect(textsById(await mount(metBy(...names)), 'whose')).toEqual([text]);
    });

    it('shares a calendar from its menu', async () => {
        const element = await mount(myLinks);
        findById(element, 'menu')!.dispatchEvent(new CustomEvent('select', { detail: { value: 'share' } }));
        await flush();
        expect(ShareLinkModal.open).toHaveBeenCalledWith(
            expect.objectContaining({
                label: 'Share Julio: deep dive',
                link: expect.objectContaining({ slug: 'julio-deep-dive' })
            })
        );
    });

    it('searches on the server and says so when nothing matches', async () => {
        const element = await mount(myLinks);
        await search(element, 'nothing like it');
        expect(JSON.stringify(graphqlWire.getLastConfig().variables.where)).toContain('%nothing%');
        graphqlWire.emit(NO_LINKS);
        await flush();
        expect(element.shadowRoot!.querySelector('c-empty-state')).toMatchObject({ heading: 'No calendar matches' });
        await expect(element).toBeAccessible();
    });

    it('shows a spinner until Salesforce answers, and says where calendars come from when there is none', async () => {
        const element = await mount();
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isLoading: true });
        await expect(element).toBeAccessible();
        graphqlWire.emit({ uiapi: { query: { BookingLink__c: { edges: [], pageInfo: { hasNextPage: false } } } } });
        await flush();
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({
            isEmpty: true,
            emptyHeading: 'No calendars yet'
        });
        await expect(element).toBeAccessible();
    });

    it('shows why calendars cannot be loaded, and asks again', async () => {
        const element = await mount();
        graphqlWire.emitErrors([{ message: 'No access' }], undefined, () => Promise.reject(new Error('offline')));
        await flush();
        const panel = element.shadowRoot!.querySelector('c-load-state') as HTMLElement & { errors: unknown };
        expect(panel.errors).toEqual([{ message: 'No access' }]);
        await expect(element).toBeAccessible();
        panel.dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(panel.errors).toMatchObject({ message: 'offline' });
    });
});
