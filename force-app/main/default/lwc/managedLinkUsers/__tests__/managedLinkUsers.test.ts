import ManagedLinkUsers from 'c/managedLinkUsers';
import type { ManagedLinkDraft, ManagedUser } from 'types/managedLinks';
import { flush } from '../../../../../test/flush';
import { aManagedLink, aUser, aUserNode } from '../../../../../test/managedLinks';
import { findById, mountComponent, textsById, type Props } from '../../../../../test/mount';
import { search } from '../../../../../test/search';
import { asking, graphqlWire } from '../../../../../test/wire';

type StepElement = HTMLElement & { reportValidity: () => boolean; users: ManagedUser[] };

const GROUP = { Id: '00G1', Name: { value: 'Sales Engineers' } };
const connection = (...nodes: object[]): object => ({ edges: nodes.map((node) => ({ node })) });
const CANDIDATES = {
    uiapi: { query: { User: connection(aUserNode('Ana Ito')), Group: connection(GROUP) } }
};

/** A page of members of a group. */
function members(nodes: object[], hasNextPage = false): object {
    const edges = nodes.map((UserOrGroup, index) => ({ node: { Id: `011${index}`, UserOrGroup } }));
    return { uiapi: { query: { GroupMember: { edges, pageInfo: { hasNextPage } } } } };
}

async function mount(props: Props<ManagedLinkUsers> = {}): Promise<StepElement> {
    const element = mountComponent('c-managed-link-users', ManagedLinkUsers, { draft: aManagedLink(), ...props });
    await flush();
    return element as StepElement;
}

/** Finds people and groups and adds the one with this id. */
async function add(element: HTMLElement, key: string): Promise<void> {
    await search(element, 'a');
    graphqlWire.emit(CANDIDATES, asking('ManagedLinkCandidates'));
    await flush();
    element.shadowRoot!.querySelector<HTMLElement>(`[data-key="${key}"]`)!.click();
    await flush();
}

function changesOf(element: HTMLElement): { users: string[][]; drafts: Partial<ManagedLinkDraft>[] } {
    const users: string[][] = [];
    const drafts: Partial<ManagedLinkDraft>[] = [];
    element.addEventListener('userschanged', (event) =>
        users.push((event as CustomEvent<{ users: ManagedUser[] }>).detail.users.map(({ name }) => name))
    );
    element.addEventListener('draftchanged', (event) => drafts.push((event as CustomEvent).detail));
    return { users, drafts };
}

describe('c-managed-link-users', () => {
    afterEach(() => document.body.replaceChildren());

    it('adds a person who is found, and nobody twice', async () => {
        const element = await mount({ users: [aUser('Grace Okafor')] });
        const { users } = changesOf(element);
        await add(element, '005Ana');
        expect(users).toEqual([['Grace Okafor', 'Ana Ito']]);
        element.users = [aUser('Ana Ito')];
        await flush();
        expect(textsById(element, 'found')).toEqual([expect.stringContaining('Public group')]);
        await expect(element).toBeAccessible();
    });

    it('adds the members of a public group, page by page, and those of groups in it', async () => {
        const element = await mount({ users: [aUser('Grace Okafor')] });
        const { users, drafts } = changesOf(element);
        await add(element, '00G1');
        expect(findById(element, 'reading')).not.toBeNull();
        await expect(element).toBeAccessible();
        expect(element.reportValidity()).toBe(false);
        graphqlWire.emit(members([aUserNode('Ana Ito'), { Id: '00G2' }], true), asking('PublicGroupMembers'));
        await flush();
        expect(JSON.stringify(graphqlWire.getLastConfig().variables)).toContain('{"Id":{"gt":"0111"}}');
        graphqlWire.emit(
            members([aUserNode('Grace Okafor'), { ...aUserNode('Left Long'), IsActive: { value: false } }]),
            asking('PublicGroupMembers')
        );
        await flush();
        expect(JSON.stringify(graphqlWire.getLastConfig().variables)).toContain('{"GroupId":{"eq":"00G2"}}');
        graphqlWire.emit(members([aUserNode('Tomas Lindqvist'), { Id: '00G1' }]), asking('PublicGroupMembers'));
        await flush();
        expect(users).toEqual([['Grace Okafor', 'Ana Ito', 'Tomas Lindqvist']]);
        expect(drafts).toEqual([{ groupId: '00G1' }]);
        expect(textsById(element, 'added')).toEqual(['Sales Engineers: 2 people added.']);
        expect(findById(element, 'reading')).toBeNull();
    });

    it('says that a group could not be read, and adds nobody', async () => {
        const element = await mount();
        const { users } = changesOf(element);
        await add(element, '00G1');
        graphqlWire.emitErrors([{ message: 'No access' }], asking('PublicGroupMembers'));
        await flush();
        expect(users).toEqual([]);
        expect(element.shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('takes a person off, and says whose link is switched off', async () => {
        const element = await mount({ users: [aUser('Ana Ito')], removedNames: ['Grace Okafor'] });
        const { users } = changesOf(element);
        findById(element, 'remove')!.click();
        expect(users).toEqual([[]]);
        expect(textsById(element, 'removed')).toEqual([expect.stringContaining('Grace Okafor')]);
        await expect(element).toBeAccessible();
    });

    it('says at the field that somebody is needed', async () => {
        const element = await mount();
        expect(element.reportValidity()).toBe(false);
        await flush();
        expect(textsById(element, 'missing')).toEqual([expect.stringContaining('at least one person')]);
        await expect(element).toBeAccessible();
    });

    it('lets a pool join', async () => {
        const element = await mount();
        const { drafts } = changesOf(element);
        graphqlWire.emit({
            uiapi: {
                query: {
                    HostPool__c: connection({ Id: 'a06', Name: { value: 'Engineers' } }),
                    User: connection(),
                    Group: connection()
                }
            }
        });
        await flush();
        findById(element, 'pool')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'a06' } }));
        findById(element, 'pool')!.dispatchEvent(new CustomEvent('change', { detail: { value: '' } }));
        expect(drafts).toEqual([{ pool: { id: 'a06', name: 'Engineers' } }, { pool: undefined }]);
    });

    it('shows many people step by step', async () => {
        const users = Array.from({ length: 25 }, (_, index) => aUser(`Person${index} Smith`));
        const element = await mount({ users });
        expect(textsById(element, 'user')).toHaveLength(20);
        findById(element, 'show-more')!.click();
        await flush();
        expect(textsById(element, 'user')).toHaveLength(25);
    });
});
