import { pageAssets } from './assets.ts';
import { checkbox, input, select, textArea } from './controls.ts';
import type { ControlProps } from './controls.ts';
import { FIELD, MAX_LENGTH, answerField } from './formFields.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { companyMark, page } from './layout.ts';
import { texts } from './locales/texts.ts';
import type { Texts } from './locales/texts.ts';
import { durationLinks, hostList, meetingTypeFacts } from './meetingSummary.ts';
import { problemSummary, titleWithProblems } from './notices.ts';
import { SELECTION_ID, selectionLines, timePicker } from './timePicker.ts';
import type { TimePickerProps } from './timePicker.ts';
import { timeZoneFormTarget } from './timeZoneForm.ts';
import type { BookingPageView, QuestionView } from './views.ts';
import { languageField } from './visit.ts';

/** The page a prospect books on: whom they meet, when, and who they are; one form, one button. */
export function bookingPage(view: BookingPageView): string {
    const { company, errors, alert } = view;
    const t = texts(view.locale);
    return page({
        title: titleWithProblems(t, t.booking.title(company.name), errors, alert),
        visit: view,
        company,
        hasScript: true,
        body: html`<main class="card booking" id="content">
            ${meetingHeader(t, view)}
            <div class="booking-work">${problemSummary(t, errors, alert)} ${bookingForm(t, view)}</div>
        </main>`
    });
}

function meetingHeader(t: Texts, view: BookingPageView): Html {
    const { company, meetingType, hosts } = view;
    return html`<header class="meeting">
        ${companyMark(company)}
        <h1>${meetingType.title}</h1>
        ${hostList(t, hosts)}
        <dl class="facts">${meetingTypeFacts(t, meetingType, durationLinks(t, view))}</dl>
        ${meetingType.description !== undefined && html`<p class="description">${meetingType.description}</p>`}
    </header>`;
}

function bookingForm(t: Texts, view: BookingPageView): Html {
    const { locale, lang, linkPath, picker, idempotencyKey, company } = view;
    const times = pickerProps(t, view);
    return html`${timeZoneFormTarget(times)}
        <form id="booking-form" method="post" action="${linkPath}" data-busy-form>
            <input type="hidden" name="${FIELD.idempotencyKey}" value="${idempotencyKey}" />
            <input type="hidden" name="${FIELD.timeZone}" value="${picker.timeZone}" data-booking-zone />
            ${
                times.durationMinutes !== undefined &&
                html`<input type="hidden" name="${FIELD.durationMinutes}" value="${times.durationMinutes}" />`
            }
            ${languageField(lang)} ${proofField(view)} ${timePicker(times)}
            <section class="details" aria-labelledby="details-heading">
                <h2 id="details-heading">${t.booking.detailsHeading}</h2>
                <div class="fields">${personFields(t, view)} ${extraFields(t, view)}</div>
            </section>
            ${codeField(t, view)}
            <div class="submit">
                ${selectionLines(t, picker, locale)}
                <button
                    class="button-primary"
                    data-busy-text="${t.booking.submitting}"
                    aria-describedby="${SELECTION_ID}"
                >
                    ${t.booking.submit}
                </button>
                <p class="help">${t.booking.privacy(company.name)}</p>
            </div>
        </form>`;
}

/** The challenge stands in it until the script has put the answer there; without a script the time it has stood counts. */
function proofField({ humanCheck }: BookingPageView): Html | undefined {
    if (humanCheck === undefined) return undefined;
    return html`<input
        type="hidden"
        name="${FIELD.humanProof}"
        value="${humanCheck.challenge}"
        autocomplete="off"
        data-bits="${humanCheck.bits}"
        data-solver="${pageAssets().solver}"
    />`;
}

/** Asked for once the code is on its way, last before the button. */
function codeField(t: Texts, view: BookingPageView): Html | undefined {
    if (view.codeSentTo === undefined) return undefined;
    return html`<div class="fields">
        ${input(t, {
            ...stateOf(view, FIELD.emailCode),
            label: t.fields.emailCode,
            help: t.fields.emailCodeHelp(view.codeSentTo),
            maxLength: MAX_LENGTH.emailCode,
            isRequired: true,
            autocomplete: 'one-time-code'
        })}
    </div>`;
}

function pickerProps(
    t: Texts,
    { picker, locale, lang, linkPath, errors, durationChoices }: BookingPageView
): TimePickerProps {
    return {
        picker,
        locale,
        lang,
        heading: t.booking.timesHeading,
        pagePath: linkPath,
        slotsLink: linkPath.replace(/^\//, ''),
        durationMinutes: durationChoices && durationChoices.length > 1 ? String(picker.durationMinutes) : undefined,
        error: errors[FIELD.start]
    };
}

function personFields(t: Texts, view: BookingPageView): Html {
    const props = (name: 'firstName' | 'lastName' | 'email' | 'company' | 'phone', isRequired: boolean) => ({
        ...stateOf(view, name),
        label: t.fields[name],
        maxLength: MAX_LENGTH[name],
        isRequired
    });
    const { email, phone } = knownHelp(t, view);
    return html`${input(t, { ...props('firstName', true), autocomplete: 'given-name' })}
    ${input(t, { ...props('lastName', true), autocomplete: 'family-name' })}
    ${input(t, { ...props('email', email === undefined), help: email, type: 'email', autocomplete: 'email' })}
    ${input(t, { ...props('company', false), autocomplete: 'organization' })}
    ${input(t, { ...props('phone', false), help: phone, type: 'tel', autocomplete: 'tel' })}`;
}

/** What an empty field stands for. */
function knownHelp(t: Texts, { known = {} }: BookingPageView): { email?: string; phone?: string } {
    const { email, phone } = known;
    return {
        ...(email !== undefined && { email: t.fields.knownEmail(email) }),
        ...(phone !== undefined && { phone: t.fields.knownPhone(phone) })
    };
}

function extraFields(t: Texts, view: BookingPageView): Html {
    const { questions, maxGuests, consentText } = view;
    return html`${questions.map((question) => questionField(t, view, question))}
    ${
        maxGuests > 0 &&
        textArea(t, {
            ...stateOf(view, FIELD.guests),
            label: t.fields.guests,
            help: t.fields.guestsHelp(maxGuests),
            maxLength: MAX_LENGTH.guests,
            isRequired: false
        })
    }
    ${consentText !== undefined && checkbox({ ...stateOf(view, FIELD.consent), label: consentText, isRequired: true })}`;
}

function questionField(
    t: Texts,
    view: BookingPageView,
    { id, label, kind, isRequired, help, choices = [], prefill }: QuestionView
): Html {
    const standsFor = prefill && knownHelp(t, view)[prefill];
    const props = {
        ...stateOf(view, answerField(id)),
        label,
        isRequired: isRequired && standsFor === undefined,
        help: [help, standsFor].filter((part) => part !== undefined).join(' ') || undefined
    };
    switch (kind) {
        case 'longText':
            return textArea(t, { ...props, maxLength: MAX_LENGTH.longAnswer });
        case 'choice':
            return select(t, { ...props, choices });
        case 'checkbox':
            return checkbox(props);
        case 'phone':
            return input(t, { ...props, type: 'tel', maxLength: MAX_LENGTH.phone });
        case 'text':
            return input(t, { ...props, maxLength: MAX_LENGTH.shortAnswer });
    }
}

function stateOf({ values, errors }: BookingPageView, name: string): Pick<ControlProps, 'name' | 'value' | 'error'> {
    return { name, value: values[name], error: errors[name] };
}
