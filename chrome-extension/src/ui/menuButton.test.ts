/** @jest-environment jsdom */
import { menuButton, nextIndex } from './menuButton.ts';

function setup() {
    const picked: string[] = [];
    const entry = (label: string) => ({ label, onSelect: () => picked.push(label) });
    const node = menuButton('More', [entry('First'), entry('Last')]);
    document.body.replaceChildren(node);
    const [button, first] = node.querySelectorAll('button');
    const menu = node.querySelector<HTMLElement>('[role="menu"]');
    if (!button || !first || !menu) throw new Error('no menu');
    const press = (key: string): boolean =>
        (document.activeElement ?? document.body).dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
        );
    return { button, first, menu, picked, press };
}

describe('a menu button', () => {
    it('opens by the arrow keys and moves round', () => {
        const { button, menu, press } = setup();
        button.focus();
        press('ArrowDown');
        expect([menu.hidden, button.getAttribute('aria-expanded')]).toEqual([false, 'true']);
        expect(document.activeElement?.textContent).toBe('First');
        press('ArrowUp');
        expect(document.activeElement?.textContent).toBe('Last');
        press('ArrowDown');
        expect(document.activeElement?.textContent).toBe('First');
    });

    it('closes by Escape, keeps the popup open and gives the focus back', () => {
        const { button, menu, press } = setup();
        button.click();
        expect(press('Escape')).toBe(false);
        expect(menu.hidden).toBe(true);
        expect(document.activeElement).toBe(button);
    });

    it('picks an entry and closes', () => {
        const { button, first, menu, picked } = setup();
        button.click();
        first.click();
        expect([picked, menu.hidden]).toEqual([['First'], true]);
    });

    it('closes when the focus leaves', () => {
        const { button, menu } = setup();
        button.click();
        const elsewhere = document.body.appendChild(document.createElement('button'));
        elsewhere.focus();
        expect(menu.hidden).toBe(true);
        expect(document.activeElement).toBe(elsewhere);
    });
});

describe('a key in a row of three', () => {
    it.each([
        ['ArrowRight', 2, 0],
        ['ArrowLeft', 0, 2],
        ['Home', 2, 0],
        ['End', 0, 2],
        ['Enter', 1, undefined]
    ])('%s leads from %p to %p', (key, from, to) => {
        expect(nextIndex(key, from, 3)).toBe(to);
    });
});
