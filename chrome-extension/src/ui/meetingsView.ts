import { ask } from '../messages.ts';
import type { TodaysMeeting } from '../salesforce/meetings.ts';
import type { Words } from '../text/words.ts';
import { element } from './element.ts';

/** Today's meetings, for the side panel. */
export class MeetingsView {
    readonly node: HTMLElement;
    readonly #words: Words;
    readonly #times: Intl.DateTimeFormat;
    readonly #content = element('div');

    constructor(words: Words, language: string) {
        this.#words = words;
        this.#times = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
        this.node = element('section', { class: 'meetings' }, element('h2', {}, words.todaysMeetings), this.#content);
    }

    /** @throws Problem what the service worker could not do */
    async load(): Promise<void> {
        const meetings = await ask('listTodaysMeetings');
        this.#content.replaceChildren(
            meetings.length > 0
                ? element('ul', {}, ...meetings.map((meeting) => this.#item(meeting)))
                : element('p', { class: 'empty' }, this.#words.noMeetings)
        );
    }

    #item({ startsAt, endsAt, title, prospectName, location }: TodaysMeeting): HTMLElement {
        const when = this.#times.formatRange(new Date(startsAt), new Date(endsAt));
        return element(
            'li',
            {},
            element('h3', {}, `${when} · ${prospectName}`),
            element('p', {}, [title, location].filter((part) => part !== '').join(' · '))
        );
    }
}
