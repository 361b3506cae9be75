import EmbedSnippet from 'c/embedSnippet';
import { readFileSync } from 'node:fs';
import type { ListedLink } from 'types/links';
import { flush } from '../../../../../test/flush';
import { aLink } from '../../../../../test/links';
import { findById, mountComponent, textsById } from '../../../../../test/mount';

const LINES = `<div data-admit-one="https://book.example.com/l/julio-intro"></div>
<script src="https://book.example.com/embed.js" async></script>`;

const mount = (fields: Partial<ListedLink> = {}): HTMLElement =>
    mountComponent('c-embed-snippet', EmbedSnippet, {
        link: aLink({ name: 'Intro call', url: 'https://book.example.com/l/julio-intro', ...fields })
    });

const linesOf = (element: HTMLElement): HTMLTextAreaElement | null => findById<HTMLTextAreaElement>(element, 'lines');

const copy = async (element: HTMLElement): Promise<void> => {
    findById(element, 'copy')!.click();
    await flush();
};

describe('c-embed-snippet', () => {
    const writeText = jest.fn();

    beforeEach(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true }));
    afterEach(() => {
        document.body.replaceChildren();
        writeText.mockReset();
    });

    it('shows the lines of the documentation with the address of the link', async () => {
        const element = mount();
        expect(linesOf(element)!.value).toBe(LINES);
        expect(linesOf(element)!.readOnly).toBe(true);
        expect(readFileSync('docs/embed.md', 'utf8')).toContain(LINES);
        expect(findById(element, 'off')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('copies them and says so', async () => {
        writeText.mockResolvedValue(undefined);
        const element = mount();
        expect(findById(element, 'copy')).toMatchObject({ ariaLabel: 'Copy lines to embed Intro call' });
        await copy(element);
        expect(writeText.mock.calls).toEqual([[LINES]]);
        expect(textsById(element, 'outcome')).toEqual([expect.stringContaining('Lines copied')]);
        await expect(element).toBeAccessible();
    });

    it('selects them where the browser refuses to copy', async () => {
        writeText.mockRejectedValue(new Error('refused'));
        const element = mount();
        await copy(element);
        expect(element.shadowRoot!.activeElement).toBe(linesOf(element));
        expect([linesOf(element)!.selectionStart, linesOf(element)!.selectionEnd]).toEqual([0, LINES.length]);
        expect(textsById(element, 'outcome')).toEqual([expect.stringContaining('Press Ctrl+C')]);
        await expect(element).toBeAccessible();
    });

    it('lets no address end its attribute', () => {
        const url = 'https://book.example.com/l/"onload="alert(1)';
        expect(linesOf(mount({ url }))!.value).toContain('/l/%22onload=%22alert(1)"></div>');
    });

    it.each([
        ['no site is allowed', { isEmbeddable: false }],
        ['the org has no service URL', { url: '/l/julio-intro' }]
    ])('says why it is off where %s', async (_, fields) => {
        const element = mount(fields);
        expect([linesOf(element), findById(element, 'copy')]).toEqual([null, null]);
        expect(textsById(element, 'off')).toEqual([expect.stringContaining('under Embed Origins')]);
        await expect(element).toBeAccessible();
    });
});
