import { textArea } from './controls.ts';
import { FIELD, MAX_LENGTH } from './formFields.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { companyMark, contactLine, page } from './layout.ts';
import { texts } from './locales/texts.ts';
import type { Texts } from './locales/texts.ts';
import { calendarLink, meetingFacts } from './meetingFacts.ts';
import { problemSummary, titleWithProblems } from './notices.ts';
import { SELECTION_ID, selectionLines, timePicker } from './timePicker.ts';
import { timeZoneFormTarget } from './timeZoneForm.ts';
import type { Company, ConfirmationPageView, MeetingLimit, MeetingPageView } from './views.ts';
import { inLanguage, languageField } from './visit.ts';

/** What the booker sees once the meeting is booked. */
export function confirmationPage(view: ConfirmationPageView): string {
    const { locale, lang, isEmbedded, company, meeting, managePath, email } = view;
    const t = texts(locale);
    return page({
        title: t.meeting.confirmedTitle,
        visit: view,
        company,
        body: html`<main
            class="card narrow"
            id="content"
            data-outcome="booked"
            data-start="${meeting.start.toISOString()}"
            data-end="${meeting.end.toISOString()}"
        >
            <header>
                ${companyMark(company)}
                <h1 class="done">${checkMark()}${t.meeting.confirmedHeading}</h1>
                <p>${t.meeting.recorded} ${email !== undefined && t.meeting.emailed(email)}</p>
            </header>
            ${meetingFacts(t, meeting, locale)}
            <div class="actions">
                ${calendarLink(t, meeting)}
                <a class="button-secondary" href="${inLanguage(managePath, lang)}" ${isEmbedded === true && newTab()}
                    >${t.meeting.manage}</a
                >
                <p class="help">${t.meeting.manageHelp}</p>
            </div>
        </main>`
    });
}

/** The meeting's own page, opened by its manage link. Looking at it changes nothing. */
export function meetingPage(view: MeetingPageView): string {
    const { locale, company, meeting, alert, notice, rescheduleForm, cancelForm, limits = [] } = view;
    const t = texts(locale);
    const errors = rescheduleForm?.errors ?? {};
    return page({
        title: titleWithProblems(t, t.meeting.title, errors, alert),
        visit: view,
        company,
        hasScript: rescheduleForm !== undefined || cancelForm !== undefined,
        body: html`<main class="card narrow" id="content">
            <header>
                ${companyMark(company)}
                <h1>${t.meeting.heading[meeting.status]}</h1>
            </header>
            ${problemSummary(t, errors, alert)}
            ${notice !== undefined && html`<p class="notice" role="status">${t.meeting[notice]}</p>`}
            ${meetingFacts(t, meeting, locale)}
            ${meeting.status === 'canceled' ? html`<p>${t.meeting.canceledHelp}</p>` : html`<div class="actions">${calendarLink(t, meeting)}</div>`}
            ${rescheduleForm && rescheduleSection(t, rescheduleForm, view)}
            ${cancelForm && cancelSection(t, cancelForm, view)} ${limits.length > 0 && limitLines(t, limits, company)}
        </main>`
    });
}

function limitLines(t: Texts, limits: readonly MeetingLimit[], company: Company): Html {
    return html`<div class="limits">
        ${limits.map((limit) => html`<p>${t.meeting.limits[limit]}</p>`)} ${contactLine(t, company)}
    </div>`;
}

function rescheduleSection(
    t: Texts,
    form: NonNullable<MeetingPageView['rescheduleForm']>,
    { locale, lang }: MeetingPageView
): Html {
    const { picker, pagePath, slotsLink, errors, path, idempotencyKey } = form;
    const heading = t.meeting.rescheduleHeading;
    const times = { picker, locale, lang, heading, pagePath, slotsLink, error: errors[FIELD.start] };
    return html`${timeZoneFormTarget(times)}
        <form method="post" action="${path}" data-busy-form>
            <input type="hidden" name="${FIELD.idempotencyKey}" value="${idempotencyKey}" />
            <input type="hidden" name="${FIELD.timeZone}" value="${picker.timeZone}" data-booking-zone />
            ${languageField(lang)} ${timePicker(times)}
            <div class="submit">
                ${selectionLines(t, picker, locale)}
                <button
                    class="button-primary"
                    data-busy-text="${t.meeting.rescheduling}"
                    aria-describedby="${SELECTION_ID}"
                >
                    ${t.meeting.reschedule}
                </button>
            </div>
        </form>`;
}

function cancelSection(
    t: Texts,
    { path, idempotencyKey }: NonNullable<MeetingPageView['cancelForm']>,
    { lang }: MeetingPageView
): Html {
    const reason = {
        name: 'reason',
        label: t.meeting.cancelReason,
        help: t.meeting.cancelReasonHelp,
        maxLength: MAX_LENGTH.reason,
        isRequired: false,
        value: undefined,
        error: undefined
    };
    return html`<details class="cancel">
        <summary>${t.meeting.cancelHeading}</summary>
        <form method="post" action="${path}" data-busy-form>
            <input type="hidden" name="${FIELD.idempotencyKey}" value="${idempotencyKey}" />
            ${languageField(lang)} ${textArea(t, reason)}
            <button class="button-danger" data-busy-text="${t.meeting.canceling}">${t.meeting.cancel}</button>
        </form>
    </details>`;
}

/** In a frame: the page behind it must not lie under another one. */
function newTab(): Html {
    return html` target="_blank" rel="noreferrer"`;
}

function checkMark(): Html {
    return html`<svg class="check" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="11" />
        <path d="m7 12.5 3.5 3.5L17 9" />
    </svg>`;
}
