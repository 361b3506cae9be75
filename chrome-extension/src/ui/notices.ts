import { toProblem } from '../problem.ts';
import { problemText } from '../text/language.ts';
import type { Words } from '../text/words.ts';
import { element } from './element.ts';

/** Where a page says what happened: confirmations politely, problems at once, refused copies in a selected field. */
export class Notices {
    readonly node: HTMLElement;
    readonly #words: Words;
    readonly #status = element('p', { class: 'notice done', role: 'status' });
    readonly #alert = element('p', { class: 'notice problem', role: 'alert' });
    readonly #uncopied = element('div', { class: 'uncopied' });

    constructor(words: Words) {
        this.#words = words;
        this.node = element('div', { class: 'notices' }, this.#status, this.#alert, this.#uncopied);
    }

    clear(): void {
        this.#status.textContent = '';
        this.#alert.textContent = '';
        this.#uncopied.replaceChildren();
    }

    confirm(text: string): void {
        this.clear();
        this.#status.textContent = text;
    }

    /** Says what went wrong. */
    reportError(error: unknown): void {
        this.clear();
        this.#alert.textContent = problemText(this.#words, toProblem(error));
    }

    /** Shows a URL that is on no clipboard, selected, so that one key copies it. */
    showUncopied(url: string): void {
        this.#status.textContent = this.#words.notCopied;
        const field = element('input', { 'aria-label': this.#words.uncopiedLink, readonly: true, value: url });
        this.#uncopied.replaceChildren(field);
        field.focus();
        field.select();
    }
}
