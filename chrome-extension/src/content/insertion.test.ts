/** @jest-environment jsdom */
import { hasEditableFocus, insertAtCaret } from './insertion.ts';

const LINK = { url: 'https://book.example/s/1', linkText: 'Intro <call>', lines: [] };

function focusOn<T extends HTMLElement>(element: T): T {
    document.body.replaceChildren(element);
    element.tabIndex = 0;
    element.focus();
    return element;
}

/** jsdom knows no editing: it lays nothing out. */
function rich(): HTMLElement {
    const element = document.createElement('div');
    Object.defineProperty(element, 'isContentEditable', { value: true });
    return focusOn(element);
}

function textarea(value: string, from: number, to = from): HTMLTextAreaElement {
    const element = document.createElement('textarea');
    element.value = value;
    focusOn(element);
    element.setSelectionRange(from, to);
    return element;
}

describe('inserting a link', () => {
    it('puts the URL in the place of what is selected, and tells the page', () => {
        const field = textarea('Hi, HERE. Bye', 4, 8);
        const heard = jest.fn();
        field.addEventListener('input', heard);
        expect(insertAtCaret(document, LINK)).toBe(true);
        expect(field.value).toBe('Hi, https://book.example/s/1. Bye');
        expect(heard).toHaveBeenCalledTimes(1);
    });

    it('puts lines above the URL in a text of many lines', () => {
        const field = textarea('', 0);
        insertAtCaret(document, { ...LINK, lines: ['one', 'two'] });
        expect(field.value).toBe('one\ntwo\nhttps://book.example/s/1');
    });

    it('puts everything on the one line of an input', () => {
        const field = focusOn(document.createElement('input'));
        insertAtCaret(document, { ...LINK, lines: ['one'] });
        expect(field.value).toBe('one https://book.example/s/1');
    });

    it('puts a named hyperlink into a rich editor, as text and never as markup', () => {
        const field = rich();
        expect(insertAtCaret(document, { ...LINK, lines: ['<b>one</b>'] })).toBe(true);
        expect(field.innerHTML).toBe(
            '&lt;b&gt;one&lt;/b&gt;<br><a href="https://book.example/s/1">Intro &lt;call&gt;</a>'
        );
    });

    it.each([
        ['a password', () => Object.assign(document.createElement('input'), { type: 'password' })],
        ['a read-only field', () => Object.assign(document.createElement('textarea'), { readOnly: true })],
        ['a button', () => document.createElement('button')]
    ])('refuses %s', (_, make) => {
        const field = focusOn<HTMLElement>(make());
        expect(hasEditableFocus(document)).toBe(false);
        expect(insertAtCaret(document, LINK)).toBe(false);
        expect(field.textContent).toBe('');
    });

    it('looks into the shadow of a component', () => {
        const host = document.createElement('div');
        document.body.replaceChildren(host);
        const field = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('textarea'));
        field.focus();
        insertAtCaret(document, LINK);
        expect(field.value).toBe(LINK.url);
    });
});
