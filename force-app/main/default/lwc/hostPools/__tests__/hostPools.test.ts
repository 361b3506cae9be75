import HostPoolEditor from 'c/hostPoolEditor';
import HostPools from 'c/hostPools';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { asking, graphqlWire, objectInfoWire } from '../../../../../test/wire';

const field = (value: unknown): object => ({ value });
const connection = (...nodes: object[]): object => ({ edges: nodes.map((node) => ({ node })) });
const member = (name: string, isActive = true): object => ({
    ...{ Id: `row-${name}`, User__c: field(`user-${name}`), User__r: { Name: field(name) } },
    ...{ Weight__c: field(1), IsActive__c: field(isActive) }
});
const pool = (Id: string, members: object[], isActive = true): object => ({
    ...{ Id, Name: field(`Pool ${Id}`), Description__c: field('They explain.'), IsActive__c: field(isActive) },
    HostPoolMembers__r: connection(...members)
});
const page = (pools: object[], endCursor: string | null = null): object => ({
    uiapi: {
        query: { HostPool__c: { ...connection(...pools), pageInfo: { hasNextPage: endCursor !== null, endCursor } } }
    }
});

async function answer(data: object, refresh = jest.fn().mockResolvedValue(undefined)): Promise<void> {
    graphqlWire.emit(data, asking('HostPools'), refresh);
    await flush();
}

async function mount(data: object, isAdmin = true) {
    const element = mountComponent('c-host-pools', HostPools);
    const refresh = jest.fn().mockResolvedValue(undefined);
    // The wires learn what they are asked after the component is there.
    await flush();
    objectInfoWire.emit({ createable: isAdmin, fields: {} });
    await answer(data, refresh);
    return { element, refresh };
}

describe('c-host-pools', () => {
    beforeEach(() => {
        jest.clearAllMocks();
        HostPoolEditor.open = jest.fn().mockResolvedValue('saved');
    });
    afterEach(() => document.body.replaceChildren());

    it('loads first', async () => {
        const element = mountComponent('c-host-pools', HostPools);
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isLoading: true, isEmpty: false });
        await expect(element).toBeAccessible();
    });

    it('shows pools with their members, who takes turns and who does not', async () => {
        const { element } = await mount(page([pool('a', [member('Ada'), member('Off', false)]), pool('b', [], false)]));
        const [first, second] = textsById(element, 'pool');
        expect(first).toContain('They explain.');
        expect(textsById(element, 'member')[1]).toContain('takes no turns');
        expect(element.shadowRoot!.querySelector('c-pool-member-turns')).toMatchObject({ hostName: 'Ada', share: 1 });
        expect(second).toContain('Nobody is in this pool yet');
        await expect(element).toBeAccessible();
    });

    it('teaches what a pool is where there is none', async () => {
        const { element } = await mount(page([]));
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isEmpty: true });
        await expect(element).toBeAccessible();
    });

    it('lets a rep look and an admin change', async () => {
        const { element } = await mount(page([pool('a', [])]), false);
        expect([findById(element, 'new'), findById(element, 'edit')]).toEqual([null, null]);
        await expect(element).toBeAccessible();
    });

    it('opens the editor for a new pool and an old one, then looks again', async () => {
        const { element, refresh } = await mount(page([pool('a', [member('Ada')])]));
        findById(element, 'new')!.click();
        await flush();
        findById(element, 'edit')!.click();
        await flush();
        await flush();
        expect(jest.mocked(HostPoolEditor.open).mock.calls.map(([options]) => options)).toMatchObject([
            { label: 'New pool', pool: undefined },
            { label: 'Edit Pool a', pool: { id: 'a', members: [{ name: 'Ada' }] } }
        ]);
        expect(refresh).toHaveBeenCalledTimes(2);
    });

    it('shows more from where the page ended, and starts over after a change', async () => {
        const { element } = await mount(page([pool('a', [])], 'cursor'));
        findById(element, 'show-more')!.click();
        await flush();
        expect(graphqlWire.getLastConfig().variables).toEqual({ first: 20, after: 'cursor' });
        await answer(page([pool('b', [])]));
        expect(textsById(element, 'pool')).toHaveLength(2);
        findById(element, 'new')!.click();
        await flush();
        await flush();
        expect(graphqlWire.getLastConfig().variables).toEqual({ first: 20, after: null });
    });

    it('shows why pools cannot be loaded, and asks again', async () => {
        const element = mountComponent('c-host-pools', HostPools);
        await flush();
        graphqlWire.emitErrors([{ message: 'No access' }], asking('HostPools'), () =>
            Promise.reject(new Error('offline'))
        );
        await flush();
        const state = element.shadowRoot!.querySelector('c-load-state') as HTMLElement & { errors: unknown };
        expect(state.errors).toEqual([{ message: 'No access' }]);
        await expect(element).toBeAccessible();
        state.dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(state.errors).toMatchObject({ message: 'offline' });
    });
});
