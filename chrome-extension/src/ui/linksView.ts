import { matchesSearch } from '../../../force-app/main/default/lwc/linkUtils/matchesSearch.ts';
import { ask } from '../messages.ts';
import type { OwnedLink } from '../salesforce/bookingLinks.ts';
import { problemText } from '../text/language.ts';
import { fill, type Words } from '../text/words.ts';
import type { Copier, CopyKind } from './copier.ts';
import { element } from './element.ts';
import { linkItem } from './linkItem.ts';
import { tabList, type TabList } from './tabList.ts';

type Place = 'mine' | 'library';

interface Parts {
    words: Words;
    copier: Copier;
    preferred: CopyKind;
    /** Told of what the view cannot say itself, such as a session that has ended. */
    onProblem: (error: unknown) => void;
}

/** My Links and the Links Library, with search. */
export class LinksView {
    readonly node: HTMLElement;
    readonly #parts: Parts;
    readonly #search: HTMLInputElement;
    readonly #panel = element('div', { id: 'links', role: 'tabpanel' });
    readonly #found = element('p', { class: 'assistive', role: 'status' });
    readonly #stale = element('p', { class: 'notice problem', role: 'alert' });
    readonly #tabs: TabList<Place>;
    #links: OwnedLink[] | undefined;

    constructor(parts: Parts) {
        const { words } = parts;
        this.#parts = parts;
        this.#search = element('input', {
            ...{ type: 'search', class: 'search', placeholder: words.search, 'aria-label': words.search },
            oninput: () => this.#render(true)
        });
        this.#tabs = tabList({
            label: words.links,
            panel: this.#panel,
            tabs: [
                { value: 'mine', label: words.myLinks },
                { value: 'library', label: words.linksLibrary }
            ],
            onChange: () => this.#render(false)
        });
        this.node = element(
            'section',
            { class: 'links', 'aria-label': words.links },
            element('h2', { class: 'assistive' }, words.links),
            this.#stale,
            this.#search,
            this.#tabs.node,
            this.#found,
            this.#panel
        );
    }

    /** Reads the links and shows them. Never throws. */
    async load(): Promise<void> {
        this.#render(false);
        try {
            const { links, staleBecause } = await ask('listLinks');
            this.#links = links;
            this.#stale.textContent = staleBecause === undefined ? '' : this.#staleText(staleBecause);
            this.#render(false);
        } catch (error) {
            this.#panel.replaceChildren(this.#tryAgain());
            this.#parts.onProblem(error);
        }
    }

    focusSearch(): void {
        this.#search.focus();
    }

    #staleText(code: Parameters<typeof problemText>[1]['code']): string {
        const { words } = this.#parts;
        return `${problemText(words, { code, detail: '' })} ${words.stale}`;
    }

    #render(tellsCount: boolean): void {
        const { words } = this.#parts;
        if (!this.#links) {
            this.#panel.replaceChildren(element('p', { class: 'empty' }, words.loading));
            return;
        }
        const isMine = this.#tabs.value === 'mine';
        const inPlace = this.#links.filter((link) => (isMine ? link.isMine : !link.isMine && link.isInLibrary));
        const term = this.#search.value.trim();
        const matches = inPlace.filter((link) => matchesSearch(link, term));
        this.#found.textContent = tellsCount ? fill(words.linksFound, String(matches.length)) : '';
        if (matches.length > 0) {
            this.#panel.replaceChildren(element('ul', {}, ...matches.map((link) => linkItem(link, this.#parts))));
            return;
        }
        const none = isMine ? words.noMyLinks : words.noLibraryLinks;
        const text = inPlace.length > 0 ? fill(words.noMatches, term) : none;
        this.#panel.replaceChildren(element('p', { class: 'empty' }, text));
    }

    #tryAgain(): HTMLElement {
        return element('button', { type: 'button', onclick: () => this.load() }, this.#parts.words.tryAgain);
    }
}
