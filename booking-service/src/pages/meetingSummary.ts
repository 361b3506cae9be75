import { pickerHref } from './client/days.ts';
import { attribute, html, linkedText } from './html.ts';
import type { Html } from './html.ts';
import type { Texts } from './locales/texts.ts';
import type { BookingPageView, HostView, MeetingTypeView } from './views.ts';

/** Who is met, for how long and where: the part all pages of a meeting share. */
export function hostList(t: Texts, hosts: readonly HostView[]): Html {
    const items = hosts.map(
        ({ name, title }) =>
            html`<li class="host">
                <span class="avatar" aria-hidden="true">${initials(name)}</span>
                <span class="host-text"
                    ><span class="host-name">${name}</span>${
                        title !== undefined && html` <span class="host-title">${title}</span>`
                    }</span
                >
            </li>`
    );
    return html`<section aria-label="${t.summary.hosts}">
        <ul class="hosts">
            ${items}
        </ul>
    </section>`;
}

/** One line of a fact list; goes inside a `dl`. */
export function fact(label: string, content: Html | string): Html {
    return html`<div class="fact">
        <dt>${label}</dt>
        <dd>${content}</dd>
    </div>`;
}

/** Duration, or the choice of durations, and location as lines of a fact list. */
export function meetingTypeFacts(t: Texts, { durationMinutes, location }: MeetingTypeView, durations?: Html): Html {
    return html`${fact(t.summary.duration, durations ?? t.duration(durationMinutes))}
    ${location !== undefined && fact(t.summary.location, linkedText(location))}`;
}

/** Links to the same page with another length of meeting; nothing when there is only one. */
export function durationLinks(
    t: Texts,
    { linkPath, meetingType, durationChoices, picker, lang }: BookingPageView
): Html | undefined {
    if (durationChoices === undefined || durationChoices.length < 2) return undefined;
    const links = durationChoices.map((minutes) => {
        const href = pickerHref(linkPath, {
            from: picker.days[0].date,
            timeZone: picker.timeZone,
            durationMinutes: String(minutes),
            lang
        });
        const current = minutes === meetingType.durationMinutes ? 'true' : undefined;
        return html`<li>
            <a class="chip" href="${href}" ${attribute('aria-current', current)}>${t.duration(minutes)}</a>
        </li>`;
    });
    return html`<nav aria-label="${t.summary.otherDurations}">
        <ul class="chips">
            ${links}
        </ul>
    </nav>`;
}

/** First letters of the first and last word of a name, at most two. */
export function initials(name: string): string {
    const words = name.trim().split(/\s+/);
    const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
    return ends.map((word) => firstLetter(word ?? '')).join('');
}

function firstLetter(word: string): string {
    const code = word.codePointAt(0);
    return code === undefined ? '' : String.fromCodePoint(code).toUpperCase();
}
