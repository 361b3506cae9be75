import { formatMeetingTime, isSameClock, zoneName } from './client/days.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Texts } from './locales/texts.ts';
import { fact, hostList, meetingTypeFacts } from './meetingSummary.ts';
import type { MeetingView } from './views.ts';

/** What was booked: title, hosts, when in every zone that matters, who else comes; how long and where if it takes place. */
export function meetingFacts(t: Texts, meeting: MeetingView, locale: string): Html {
    const { meetingType, hosts, status, guests = [] } = meeting;
    return html`<h2>${meetingType.title}</h2>
        ${hostList(t, hosts)}
        <dl class="facts">
            ${status !== 'scheduled' && fact(t.meeting.statusLabel, html`<strong>${t.meeting.status[status]}</strong>`)}
            ${fact(t.summary.when, when(meeting, meeting.timeZone, locale))} ${hostTime(t, meeting, locale)}
            ${clockNote(t, meeting)} ${status !== 'canceled' && meetingTypeFacts(t, meetingType)}
            ${
                guests.length > 0 &&
                fact(
                    t.meeting.guests,
                    html`<ul class="plain">
                        ${guests.map((guest) => html`<li>${guest}</li>`)}
                    </ul>`
                )
            }
        </dl>`;
}

/** The calendar file, and the calendars that take none; nothing when there is nothing to attend. */
export function calendarLink(t: Texts, { icsPath, calendars = [] }: MeetingView): Html | undefined {
    if (icsPath === undefined) return undefined;
    const links = calendars.map(
        ({ name, href }) =>
            html`<li><a href="${href}" rel="noreferrer" target="_blank">${t.meeting.addTo(name)}</a></li>`
    );
    return html`<a class="button-primary" href="${icsPath}">${t.meeting.addToCalendar}</a> ${
            links.length > 0 &&
            html`<ul class="plain calendars">
                ${links}
            </ul>`
        }`;
}

function when({ start, end }: MeetingView, timeZone: string, locale: string): Html {
    return html`<time datetime="${start.toISOString()}">${formatMeetingTime(start, end, timeZone, locale)}</time>
        <span class="zone-name">${zoneName(timeZone)}</span>`;
}

function clockNote(t: Texts, { clocksChangeIn, status }: MeetingView): Html | undefined {
    if (clocksChangeIn === undefined || status === 'canceled') return undefined;
    return fact(t.meeting.note, t.times.clocksChange(zoneName(clocksChangeIn)));
}

/** Two zones that show the same clock then are one to the reader. */
function hostTime(t: Texts, meeting: MeetingView, locale: string): Html | undefined {
    const { hostTimeZone, timeZone, start } = meeting;
    if (hostTimeZone === undefined || isSameClock(start, hostTimeZone, timeZone)) return undefined;
    const { end } = meeting;
    return fact(t.meeting.hostTime(zoneName(hostTimeZone)), formatMeetingTime(start, end, hostTimeZone, locale));
}
