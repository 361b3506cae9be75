import { deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import BulkLinksModal from 'c/bulkLinksModal';
import type { ChangeFailure } from 'types/links';
import { flush } from '../../../../../test/flush';
import { aLink } from '../../../../../test/links';
import { findById, mountComponent, textsById, type Props } from '../../../../../test/mount';
import { search } from '../../../../../test/search';
import { asking, graphqlWire } from '../../../../../test/wire';

type ProgressElement = HTMLElement & { done: number; total: number; failures: ChangeFailure[]; isRunning: boolean };

const LINKS = [aLink({ id: 'a011', name: 'One' }), aLink({ id: 'a012', name: 'Two' })];

async function mount(props: Props<BulkLinksModal>): Promise<HTMLElement & { close: jest.Mock }> {
    const element = mountComponent('c-bulk-links-modal', BulkLinksModal, { links: LINKS, ...props });
    await flush();
    return element as HTMLElement & { close: jest.Mock };
}

const progressOf = (element: HTMLElement): ProgressElement =>
    element.shadowRoot!.querySelector<ProgressElement>('c-work-progress')!;
const updates = (): unknown[] => jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields);

async function confirm(element: HTMLElement): Promise<void> {
    findById(element, 'confirm')!.click();
    await flush();
}

/** A page of unused single-use links with these numbers. */
function revocable(numbers: number[], totalCount: number, hasNextPage: boolean): object {
    const edges = numbers.map((number) => ({ node: { Id: `a02${number}`, Name: { value: `SUL-${number}` } } }));
    return { uiapi: { query: { SingleUseLink__c: { edges, totalCount, pageInfo: { hasNextPage } } } } };
}

describe('c-bulk-links-modal', () => {
    beforeEach(() => jest.mocked(updateRecord).mockResolvedValue({} as never));
    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it('asks first, then switches links off and says that it is done', async () => {
        const element = await mount({ action: 'deactivate' });
        expect(textsById(element, 'question')).toEqual([expect.stringContaining('Switch off 2 links?')]);
        await expect(element).toBeAccessible();
        await confirm(element);
        expect(updates()).toEqual([
            { Id: 'a011', IsActive__c: false },
            { Id: 'a012', IsActive__c: false }
        ]);
        expect(progressOf(element)).toMatchObject({ done: 2, total: 2, failures: [], isRunning: false });
        await expect(element).toBeAccessible();
        findById(element, 'close')!.click();
        expect(element.close).toHaveBeenCalledWith('changed');
    });

    it('changes nothing without a yes', async () => {
        const element = await mount({ action: 'activate' });
        findById(element, 'close')!.click();
        expect(element.close).toHaveBeenCalledWith(undefined);
        expect(updateRecord).not.toHaveBeenCalled();
    });

    it('names what failed and tries only that again', async () => {
        jest.mocked(updateRecord).mockRejectedValueOnce(new Error('locked'));
        const element = await mount({ action: 'activate' });
        await confirm(element);
        expect(progressOf(element).failures).toEqual([{ name: 'One', error: new Error('locked') }]);
        progressOf(element).dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(updates().slice(2)).toEqual([{ Id: 'a011', IsActive__c: true }]);
        expect(progressOf(element)).toMatchObject({ done: 2, failures: [] });
    });

    it('leaves managed links to Managed Links', async () => {
        const element = await mount({ action: 'deactivate', links: [aLink({ isManaged: true })] });
        await confirm(element);
        expect(updateRecord).not.toHaveBeenCalled();
        expect(progressOf(element).failures[0]!.error).toMatchObject({
            message: expect.stringContaining('on Managed Links')
        });
    });

    it('revokes page by page, one after another, and counts all of them', async () => {
        const element = await mount({ action: 'revoke' });
        expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
        expect(graphqlWire.getLastConfig().variables).toMatchObject({ first: 200 });
        graphqlWire.emit(revocable([1, 2], 3, true), asking('RevocableLinks'));
        await flush();
        expect(textsById(element, 'question')).toEqual([
            expect.stringContaining('Revoke 3 unused single-use links of the 2 links')
        ]);
        await confirm(element);
        expect(JSON.stringify(graphqlWire.getLastConfig().variables)).toContain('{"Id":{"gt":"a022"}}');
        graphqlWire.emit(revocable([3], 1, false), asking('RevocableLinks'));
        await flush();
        expect(updates()).toEqual(
            ['a021', 'a022', 'a023'].map((Id) => ({ Id, RevokedAt__c: expect.stringMatching(/Z$/) }))
        );
        expect(progressOf(element)).toMatchObject({ done: 3, total: 3, isRunning: false });
    });

    it('stops when asked to, and goes on', async () => {
        const element = await mount({ action: 'revoke' });
        graphqlWire.emit(revocable([1, 2], 2, false), asking('RevocableLinks'));
        await flush();
        jest.mocked(updateRecord).mockImplementationOnce(async () => {
            await flush();
            progressOf(element).dispatchEvent(new CustomEvent('stop'));
            return {} as never;
        });
        await confirm(element);
        await flush();
        expect(progressOf(element)).toMatchObject({ done: 1, total: 2, isRunning: false });
        progressOf(element).dispatchEvent(new CustomEvent('proceed'));
        await flush();
        expect(progressOf(element)).toMatchObject({ done: 2, total: 2 });
    });

    it('says so when there is nothing to revoke, and why it cannot tell', async () => {
        const element = await mount({ action: 'revoke' });
        expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
        await expect(element).toBeAccessible();
        graphqlWire.emit(revocable([], 0, false), asking('RevocableLinks'));
        await flush();
        expect(textsById(element, 'question')).toEqual([expect.stringContaining('nothing to revoke')]);
        expect(findById(element, 'confirm')).toBeNull();
        const failed = await mount({ action: 'revoke' });
        graphqlWire.emitErrors([{ message: 'No access' }], asking('RevocableLinks'));
        await flush();
        expect(failed.shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
        expect(findById(failed, 'confirm')).toBeNull();
        await expect(failed).toBeAccessible();
    });

    it('gives links to a new owner, who is met in place of the old one', async () => {
        const links = [aLink({ id: 'a011' }), aLink({ id: 'a012', hostUserIds: ['005000000000001AAA', '0059'] })];
        const element = await mount({ action: 'owner', links });
        await confirm(element);
        expect(textsById(element, 'missing')).toEqual(['Choose the new owner.']);
        await search(element, 'ana');
        const user = { node: { Id: '0059', Name: { value: 'Ana Ito' } } };
        graphqlWire.emit(
            { uiapi: { query: { User: { edges: [user] }, HostPool__c: { edges: [] } } } },
            asking('HostChoices')
        );
        await flush();
        findById(element, 'owner')!.dispatchEvent(new CustomEvent('change', { detail: { value: '0059' } }));
        await flush();
        await expect(element).toBeAccessible();
        await confirm(element);
        expect(updates()).toEqual(
            expect.arrayContaining([
                { Id: 'a07000000000001AAA', User__c: '0059' },
                { Id: 'a011', OwnerId: '0059' },
                { Id: 'a012', OwnerId: '0059' }
            ])
        );
        // Who is met already takes no second place.
        expect(deleteRecord).toHaveBeenCalledTimes(1);
    });
});
