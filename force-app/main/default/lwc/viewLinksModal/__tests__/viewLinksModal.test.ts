import ViewLinksModal from 'c/viewLinksModal';
import { flush } from '../../../../../test/flush';
import { managedRowsAnswer } from '../../../../../test/managedLinks';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { search } from '../../../../../test/search';
import { graphqlWire } from '../../../../../test/wire';

const field = (value: unknown): object => ({ value });

async function mount(data?: object): Promise<HTMLElement & { close: jest.Mock }> {
    const element = mountComponent('c-view-links-modal', ViewLinksModal, { managedLinkId: 'a08' });
    await flush();
    if (data) graphqlWire.emit(data);
    await flush();
    return element as HTMLElement & { close: jest.Mock };
}

describe('c-view-links-modal', () => {
    afterEach(() => document.body.replaceChildren());

    it('offers each person’s link with the whole dropdown', async () => {
        const element = await mount(managedRowsAnswer([['Ana Ito'], ['Grace Okafor']]));
        const menus = [...element.shadowRoot!.querySelectorAll('c-copy-link-menu')];
        expect(menus).toHaveLength(2);
        expect(menus[0]).toMatchObject({
            place: 'View Links',
            kind: undefined,
            link: { url: 'https://book.nexora.example/l/ana-office-hours', singleUsePolicy: 'Allowed' }
        });
        await expect(element).toBeAccessible();
    });

    it.each([
        ['was taken off', { RemovedAt__c: field('2026-11-21T12:00:00Z') }, 'Taken off'],
        ['has no link yet', { BookingLink__r: null }, 'No link yet'],
        ['could not be given one', { BookingLink__r: null, Error__c: field('No access') }, 'No link: No access']
    ])('says why there is nothing to copy for a person who %s', async (_, fields, reason) => {
        const element = await mount(managedRowsAnswer([['Ana Ito', fields]]));
        expect(textsById(element, 'reason')).toEqual([expect.stringContaining(reason)]);
        expect(element.shadowRoot!.querySelector('c-copy-link-menu')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('searches people on the server and goes on behind the last one', async () => {
        const element = await mount(managedRowsAnswer([['Ana Ito']], true));
        findById(element, 'show-more')!.click();
        await flush();
        expect(JSON.stringify(graphqlWire.getLastConfig().variables)).toContain('{"Id":{"gt":"a09Ana"}}');
        graphqlWire.emit(managedRowsAnswer([['Grace Okafor']]));
        await flush();
        expect(textsById(element, 'row')).toHaveLength(2);
        await search(element, 'zoe');
        expect(JSON.stringify(graphqlWire.getLastConfig().variables)).toContain(
            '{"User__r":{"Name":{"like":"%zoe%"}}}'
        );
        graphqlWire.emit(managedRowsAnswer([]));
        await flush();
        expect(element.shadowRoot!.querySelector('c-empty-state')).toMatchObject({ heading: 'Nobody matches' });
        await expect(element).toBeAccessible();
    });

    it('shows that it loads, that there is nobody, and why it failed', async () => {
        const element = await mount();
        const state = element.shadowRoot!.querySelector('c-load-state');
        expect(state).toMatchObject({ isLoading: true });
        await expect(element).toBeAccessible();
        graphqlWire.emit(managedRowsAnswer([]));
        await flush();
        expect(state).toMatchObject({ isEmpty: true });
        await expect(element).toBeAccessible();
        graphqlWire.emitErrors([{ message: 'No access' }]);
        await flush();
        expect(state).toMatchObject({ errors: [{ message: 'No access' }] });
        await expect(element).toBeAccessible();
        findById(element, 'close')!.click();
        expect(element.close).toHaveBeenCalledTimes(1);
    });
});
