import UnusedLinkDialog from 'c/unusedLinkDialog';
import type { UnusedLink } from 'types/links';
import { findById, mountComponent, textsById } from '../../../../../test/mount';

const madeDaysAgo = (days: number): UnusedLink => ({
    id: `a03${days}`,
    number: 'SUL-000001',
    madeAt: new Date(Date.now() - days * 86_400_000).toISOString(),
    copiedFrom: 'Record Page',
    madeFor: 'Dana Whitfield',
    status: 'Active',
    isOpened: false
});

const choose = jest.fn();
const mount = (links: UnusedLink[]): HTMLElement & { close: jest.Mock } =>
    mountComponent('c-unused-link-dialog', UnusedLinkDialog, { links, choose }) as HTMLElement & { close: jest.Mock };

describe('c-unused-link-dialog', () => {
    afterEach(() => {
        document.body.replaceChildren();
        choose.mockReset();
    });

    it.each([
        [[madeDaysAgo(2)], 'An unused link for this person exists (2 days ago).'],
        [[madeDaysAgo(2), madeDaysAgo(9)], '2 unused links for this person exist, the newest of them 2 days ago.']
    ])('says what exists', async (links, text) => {
        const element = mount(links);
        expect(textsById(element, 'question')[0]).toContain(text);
        await expect(element).toBeAccessible();
    });

    it('says when one of them was opened, since somebody may be about to book with it', async () => {
        expect(textsById(mount([madeDaysAgo(2)]), 'opened')).toEqual([]);
        const element = mount([madeDaysAgo(2), { ...madeDaysAgo(9), isOpened: true }]);
        expect(textsById(element, 'opened')).toEqual(['Opened already: whoever has it may be about to book.']);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['replace', [[true]]],
        ['keep', [[false]]],
        ['cancel', []]
    ])('closes after %s, having told the choice', (id, calls) => {
        const element = mount([madeDaysAgo(1)]);
        findById(element, id)!.click();
        expect(choose.mock.calls).toEqual(calls);
        expect(element.close).toHaveBeenCalledTimes(1);
    });
});
