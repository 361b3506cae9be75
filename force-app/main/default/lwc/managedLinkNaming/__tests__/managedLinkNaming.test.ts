import ManagedLinkNaming from 'c/managedLinkNaming';
import type { ManagedLinkDraft } from 'types/managedLinks';
import { flush } from '../../../../../test/flush';
import { aManagedLink, aUser } from '../../../../../test/managedLinks';
import { findById, mountComponent, textsById, type Props } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

type StepElement = HTMLElement & { reportValidity: () => boolean };
type InputElement = HTMLElement & { setCustomValidity: jest.Mock; reportValidity: () => boolean };

const USERS = [aUser('Ana Ito'), aUser('Grace Okafor')];

async function mount(
    draft: Partial<ManagedLinkDraft> = {},
    props: Props<ManagedLinkNaming> = {}
): Promise<StepElement> {
    const element = mountComponent('c-managed-link-naming', ManagedLinkNaming, {
        draft: aManagedLink(draft),
        users: USERS,
        ...props
    });
    await flush();
    return element as StepElement;
}

const taken = (...slugs: string[]): object => ({
    uiapi: { query: { BookingLink__c: { edges: slugs.map((slug) => ({ node: { Slug__c: { value: slug } } })) } } }
});

/** What a step says at its fields, by their `data-id`. */
function messagesOf(element: StepElement): Record<string, string> {
    const messages: Record<string, string> = {};
    for (const input of element.shadowRoot!.querySelectorAll<InputElement>('lightning-input, c-moment-input')) {
        input.setCustomValidity = jest.fn((message: string) => {
            messages[input.dataset.id ?? ''] = message;
        });
        input.reportValidity = () => messages[input.dataset.id ?? ''] === '';
    }
    element.reportValidity();
    return messages;
}

describe('c-managed-link-naming', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows how each link will be named, once addresses are compared', async () => {
        const element = await mount();
        expect(graphqlWire.getLastConfig().variables.where).toEqual({
            Slug__c: { in: ['ana-office-hours', 'grace-office-hours'] }
        });
        graphqlWire.emit(taken('ana-office-hours'));
        await flush();
        expect(textsById(element, 'preview-row')).toEqual([
            expect.stringMatching(/Office hours with Ana.*\/l\/ana-office-hours-2.*a number is added/s),
            expect.stringMatching(/Office hours with Grace.*\/l\/grace-office-hours$/s)
        ]);
        await expect(element).toBeAccessible();
    });

    it('gives two people of one name two addresses', async () => {
        const element = await mount({ slugPattern: 'intro' });
        graphqlWire.emit(taken());
        await flush();
        expect(textsById(element, 'preview-row').map((text) => /\/l\/[a-z0-9-]+/.exec(text)?.[0])).toEqual([
            '/l/intro',
            '/l/intro-2'
        ]);
    });

    it.each([
        ['name-pattern', { namePattern: 'Call {nickname}' }, 'Nothing stands for {nickname}'],
        ['slug-pattern', { slugPattern: '{nickname}' }, 'Nothing stands for {nickname}'],
        ['slug-pattern', { slugPattern: '—' }, 'leaves no address for Ana Ito'],
        ['expiry', { expiresAt: '2020-01-01T12:00:00Z' }, 'in the future']
    ])('says at its field what is wrong: %s %j', async (field, draft, message) => {
        expect(messagesOf(await mount(draft))[field]).toContain(message);
    });

    it('has nothing against what is right', async () => {
        const element = await mount();
        expect(Object.values(messagesOf(element)).every((message) => message === '')).toBe(true);
        expect(element.reportValidity()).toBe(true);
    });

    it('passes on what is entered', async () => {
        const element = await mount();
        const changes: unknown[] = [];
        element.addEventListener('draftchanged', (event) => changes.push((event as CustomEvent).detail));
        const enter = (id: string, detail: object): void => {
            findById(element, id)!.dispatchEvent(new CustomEvent('change', { detail }));
        };
        enter('name', { value: 'Clinic' });
        enter('slug-pattern', { value: ' {lastName} ' });
        enter('expiry', { value: null });
        enter('library', { checked: true });
        expect(changes).toEqual([
            { name: 'Clinic' },
            { slugPattern: '{lastName}' },
            { expiresAt: '' },
            { isInLibrary: true }
        ]);
    });

    it('says that addresses in use stay', async () => {
        const element = await mount({}, { users: [], hasLinks: true });
        expect(textsById(element, 'kept')).toHaveLength(1);
        expect(textsById(element, 'preview-row')).toEqual([]);
        await expect(element).toBeAccessible();
    });
});
