import { ask } from '../messages.ts';
import type { UnusedLink } from '../salesforce/singleUseLinks.ts';
import { fill, type Words } from '../text/words.ts';
import { element } from './element.ts';
import type { Notices } from './notices.ts';

interface Parts {
    words: Words;
    language: string;
    notices: Notices;
}

/** Single-use links that wait for their booking, each with a way to withdraw it. */
export class UnusedLinksView {
    readonly node: HTMLElement;
    readonly #parts: Parts;
    readonly #days: Intl.DateTimeFormat;
    readonly #heading: HTMLElement;
    readonly #content = element('div');

    constructor(parts: Parts) {
        this.#parts = parts;
        this.#days = new Intl.DateTimeFormat(parts.language, { dateStyle: 'medium', timeStyle: 'short' });
        this.#heading = element('h2', { tabindex: '-1' }, parts.words.unusedLinks);
        this.node = element('section', { class: 'unused' }, this.#heading, this.#content);
    }

    /** @throws Problem what the service worker could not do */
    async load(): Promise<void> {
        const links = await ask('listUnusedLinks');
        this.#content.replaceChildren(
            links.length > 0
                ? element('ul', {}, ...links.map((link) => this.#item(link)))
                : element('p', { class: 'empty' }, this.#parts.words.noUnusedLinks)
        );
    }

    #item(link: UnusedLink): HTMLElement {
        const { words } = this.#parts;
        const made = fill(words.madeOn, this.#days.format(new Date(link.createdAt)));
        const whom = link.forWhom === '' ? '' : fill(words.madeFor, link.forWhom);
        const actions = element('div', { class: 'actions' });
        this.#askFirst(link, actions, [link.linkName, link.forWhom].filter((part) => part !== '').join(', '));
        return element(
            'li',
            { class: 'link' },
            element(
                'div',
                { class: 'link-text' },
                element('h3', {}, link.linkName),
                element('p', {}, [whom, made].filter((part) => part !== '').join(' · '))
            ),
            actions
        );
    }

    /** A revoked link never works again, so one click must not do it. */
    #askFirst(link: UnusedLink, actions: HTMLElement, name: string): void {
        const { words } = this.#parts;
        const label = fill(words.revokeNamed, name);
        const revoke = element('button', { type: 'button', 'aria-label': label }, words.revoke);
        revoke.addEventListener('click', () => {
            const sure = element('button', { type: 'button', class: 'danger' }, words.revokeSure);
            const keep = element('button', { type: 'button' }, words.keep);
            sure.addEventListener('click', () => void this.#revoke(link));
            keep.addEventListener('click', () => {
                actions.replaceChildren(revoke);
                revoke.focus();
            });
            actions.replaceChildren(sure, keep);
            keep.focus();
        });
        actions.append(revoke);
    }

    async #revoke({ id }: UnusedLink): Promise<void> {
        const { words, notices } = this.#parts;
        try {
            await ask('revokeLink', { id });
            notices.confirm(words.revoked);
            await this.load();
            // The button is gone; without this the keyboard would start over.
            this.#heading.focus();
        } catch (error) {
            notices.reportError(error);
        }
    }
}
