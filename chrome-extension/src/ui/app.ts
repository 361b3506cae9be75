import type { SessionState } from '../background/session.ts';
import { ask } from '../messages.ts';
import { Problem, toProblem } from '../problem.ts';
import { Copier } from './copier.ts';
import { element, icon, ICONS } from './element.ts';
import { fill } from '../text/words.ts';
import { LinksView } from './linksView.ts';
import { MeetingsView } from './meetingsView.ts';
import { Notices } from './notices.ts';
import type { Page } from './page.ts';
import { RecordView } from './recordView.ts';
import { signInView } from './signInView.ts';
import { UnusedLinksView } from './unusedLinksView.ts';

type SignedInState = Extract<SessionState, { status: 'signed_in' }>;

/** How long something has to stand there to count as read: a popup closes with the first click beside it. */
const SEEN_MS = 10_000;

/** The popup, and the side panel, which shows more. */
export class App {
    readonly #page: Page;
    readonly #isPanel: boolean;
    readonly #notices: Notices;

    constructor(page: Page, isPanel: boolean) {
        this.#page = page;
        this.#isPanel = isPanel;
        this.#notices = new Notices(page.words);
    }

    /** Shows what the session allows. Never throws. */
    async start(): Promise<void> {
        try {
            this.#show(await ask('getSession'));
            await this.#showLeftover();
        } catch (error) {
            this.#page.root.replaceChildren(this.#notices.node);
            this.#notices.reportError(error);
        }
    }

    #show(state: SessionState): void {
        if (state.status === 'signed_in') {
            this.#showLinks(state);
            return;
        }
        const view = signInView(this.#page, state, {
            notices: this.#notices,
            onSignedIn: (next) => this.#show(next)
        });
        this.#page.root.replaceChildren(this.#header(), this.#notices.node, view);
    }

    #showLinks(state: SignedInState): void {
        const { root, words, language, options } = this.#page;
        const notices = this.#notices;
        const onProblem = (error: unknown): void => this.#handleProblem(error);
        const record = new RecordView({ words, onProblem });
        const unused = this.#isPanel ? new UnusedLinksView({ words, language, notices }) : undefined;
        const meetings = this.#isPanel ? new MeetingsView(words, language) : undefined;
        const copier = new Copier({
            ...{ words, notices, record: () => record.record },
            onMinted: () => void unused?.load().catch(onProblem)
        });
        const links = new LinksView({ words, copier, preferred: options.defaultAction, onProblem });
        const parts = [notices, record, links, meetings, unused].filter((part) => part !== undefined);
        root.replaceChildren(this.#header(state), ...parts.map(({ node }) => node));
        links.focusSearch();
        void Promise.all([links.load(), record.load()]);
        for (const part of [meetings, unused]) void part?.load().catch(onProblem);
    }

    #header(state?: SignedInState): HTMLElement {
        const { words } = this.#page;
        const button = (label: string, path: string, onclick: () => unknown): HTMLElement =>
            element(
                'button',
                { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick },
                icon(path)
            );
        return element(
            'header',
            {},
            element(
                'div',
                {},
                element('h1', {}, words.title),
                state && element('p', {}, fill(words.signedInAs, state.user.name))
            ),
            element(
                'div',
                { class: 'tools' },
                !this.#isPanel && button(words.openSidePanel, ICONS.panel, () => this.#openSidePanel()),
                button(words.options, ICONS.gear, () => chrome.runtime.openOptionsPage()),
                state && button(words.signOut, ICONS.leave, () => this.#signOut())
            )
        );
    }

    async #openSidePanel(): Promise<void> {
        const { id } = await chrome.windows.getCurrent();
        if (id === undefined) return;
        await chrome.sidePanel.open({ windowId: id });
        window.close();
    }

    async #signOut(): Promise<void> {
        const problem = await ask('signOut').then(() => undefined, toProblem);
        this.#notices.clear();
        this.#show({ status: 'signed_out' });
        if (problem) this.#notices.reportError(problem);
    }

    /** A session that has ended is not an error of what was asked for: it asks for another sign-in. */
    #handleProblem(error: unknown): void {
        const { code } = toProblem(error);
        if (code !== 'session_expired' && code !== 'signed_out') {
            this.#notices.reportError(error);
            return;
        }
        void ask('getSession').then(
            (state) => this.#show(state),
            (failure: unknown) => this.#notices.reportError(failure)
        );
    }

    /** What a menu could not say. */
    async #showLeftover(): Promise<void> {
        const leftover = await ask('getLeftover');
        if (!leftover) return;
        this.#notices.reportError(new Problem(leftover.problem, leftover.detail));
        if (leftover.url !== undefined) this.#notices.showUncopied(leftover.url);
        setTimeout(() => void ask('dismissLeftover').catch(() => undefined), SEEN_MS);
    }
}
