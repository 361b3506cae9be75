import { Problem } from '../problem.ts';
import type { MessageHandlers } from '../messages.ts';
import { answer } from './router.ts';

const OWN = { id: 'abc', origin: 'chrome-extension://abc/' };
const PAGE = { id: 'abc', url: 'chrome-extension://abc/popup.html' };
const handlers = {
    mintSingleUseLink: ({ linkId }: { linkId: string }) => Promise.resolve({ url: `https://book.example/${linkId}` }),
    listLinks: () => Promise.reject(new Problem('offline', 'no network'))
} as unknown as MessageHandlers;

describe('a message', () => {
    it('of our own page is answered', async () => {
        const message = { name: 'mintSingleUseLink', input: { linkId: 'a01' } };
        expect(await answer(handlers, message, PAGE, OWN)).toEqual({ value: { url: 'https://book.example/a01' } });
    });

    it.each([
        ['another extension', { id: 'evil', url: 'chrome-extension://evil/popup.html' }],
        ['a content script of ours', { id: 'abc', url: 'https://example.com/' }],
        ['a page that looks like ours', { id: 'abc', url: 'https://example.com/chrome-extension://abc/' }],
        ['nobody', {}]
    ])('of %s is refused', async (_, sender) => {
        const message = { name: 'mintSingleUseLink', input: { linkId: 'a01' } };
        expect(await answer(handlers, message, sender, OWN)).toEqual({
            problem: { code: 'request_refused', detail: '' }
        });
    });

    it.each([undefined, 'text', {}, { name: 'toString' }, { name: '__proto__' }])(
        'like %p is refused',
        async (message) => {
            expect(await answer(handlers, message, PAGE, OWN)).toMatchObject({ problem: { code: 'request_refused' } });
        }
    );

    it('that fails is answered with the problem', async () => {
        expect(await answer(handlers, { name: 'listLinks' }, PAGE, OWN)).toEqual({
            problem: { code: 'offline', detail: 'no network' }
        });
    });
});
