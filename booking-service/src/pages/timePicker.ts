import { endOfMonth, formatDay, formatMonth, pickerHref, shiftDate, startOfMonth, weekColumn } from './client/days.ts';
import { describeChosenTime, timeInZone } from './client/chosenTime.ts';
import type { ChosenTime, ChosenTimeWords } from './client/chosenTime.ts';
import type { BookingDay, SlotChoice } from './client/days.ts';
import { attribute, flag, html } from './html.ts';
import type { Html } from './html.ts';
import { texts } from './locales/texts.ts';
import type { Texts } from './locales/texts.ts';
import { TIMES_ID } from './notices.ts';
import { firstWeekday, weekdayName } from './weekdays.ts';
import { timeZoneForm } from './timeZoneForm.ts';
import type { TimeZoneFormProps } from './timeZoneForm.ts';
import type { TimePickerView } from './views.ts';

/** The picker, where it stands and which form its times belong to. */
export interface TimePickerProps extends TimeZoneFormProps {
    locale: string;
    heading: string;
    /** What the slots API knows the times by, `s/<token>`; without it the script leaves the times alone. */
    slotsLink: string | undefined;
    error: string | undefined;
}

/** Id of the chosen time in words, which describes the button that books it. */
export const SELECTION_ID = 'chosen-time';

const START_ERROR_ID = 'field-start-error';

/**
 * Days and times to choose from. Without script: each day opens its own times, links lead to other dates and a form to
 * another zone. The script works on the same elements, found by their `data-` attributes.
 */
export function timePicker(props: TimePickerProps): Html {
    const { picker, locale, heading, error } = props;
    const t = texts(locale);
    return html`<section
        class="picker"
        id="${TIMES_ID}"
        tabindex="-1"
        aria-labelledby="times-heading"
        ${attribute('aria-describedby', error === undefined ? undefined : START_ERROR_ID)}
        ${scriptData(t, props)}
    >
        <h2 id="times-heading">${heading}</h2>
        ${timeZoneForm(t, props)}
        <p class="error" id="${START_ERROR_ID}" data-start-error${flag('hidden', error === undefined)}>
            ${error ?? t.errors.start}
        </p>
        <div class="picker-month">
            <div class="month">${dateNavigation(t, props)} ${calendar(t, picker.days, locale)}</div>
            <div class="times" data-times>${times(t, props)}</div>
        </div>
        <p class="visually-hidden" role="status" data-status></p>
        <template data-day-template
            >${dayTimes({ date: '', label: '', slots: [{ value: '', label: '' }] }, undefined, false)}</template
        >
    </section>`;
}

/** What was chosen, in words, beside the button that books it; the script keeps it up to date. */
export function selectionLines(t: Texts, picker: TimePickerView, locale: string): Html {
    const { selectedStart } = picker;
    const lines =
        selectedStart === undefined
            ? []
            : describeChosenTime(chosenTimeOf(selectedStart, picker, locale), chosenTimeWords(t));
    return html`<div class="selection" id="${SELECTION_ID}" data-selection>
        ${lines.map((line) => html`<p>${line}</p>`)}
    </div>`;
}

function chosenTimeWords(t: Texts): ChosenTimeWords {
    return {
        selected: t.times.selected,
        hostTime: t.meeting.hostTime('{timeZone}'),
        clocksChange: t.times.clocksChange('{timeZone}')
    };
}

function chosenTimeOf(start: string, picker: TimePickerView, locale: string): ChosenTime {
    const { timeZone, hostTimeZone, durationMinutes, now } = picker;
    return { start: new Date(start), minutes: durationMinutes, timeZone, hostTimeZone, locale, now };
}

function scriptData(t: Texts, { picker, locale, pagePath, slotsLink, durationMinutes, lang }: TimePickerProps): Html {
    const words = {
        ...chosenTimeWords(t),
        noneInRange: t.times.noneInRange,
        noTimes: t.noTimes,
        noTimesThatDay: t.times.noTimesThatDay,
        shownIn: t.times.shownIn('{timeZone}'),
        shownFor: t.times.shownFor('{range}'),
        notLoaded: t.times.notLoaded('{timeZone}')
    };
    const days = picker.days;
    return html`data-picker data-page="${pagePath}"${attribute('data-link', slotsLink)} data-from="${days[0].date}"
    data-to="${days.at(-1)?.date ?? days[0].date}" data-first-date="${picker.firstDate}"
    data-last-date="${picker.lastDate}"
    data-time-zone="${picker.timeZone}"${flag('data-time-zone-chosen', picker.isTimeZoneChosen)}
    data-first-weekday="${firstWeekday(locale)}"
    data-minutes="${picker.durationMinutes}"${attribute('data-duration-minutes', durationMinutes)}${attribute(
        'data-host-time-zone',
        picker.hostTimeZone
    )}${attribute('data-lang', lang)}
    data-words="${JSON.stringify(words)}"`;
}

function dateNavigation(t: Texts, props: TimePickerProps): Html {
    const { picker, locale } = props;
    const from = picker.days[0].date;
    const to = endOfMonth(from);
    return html`<nav class="date-navigation" aria-label="${t.times.calendar}">
        ${dateLink(t.times.previous, 'previous', from > picker.firstDate ? startOfMonth(from, -1) : undefined, props)}
        <p class="date-range" data-range>${formatMonth(from, locale)}</p>
        ${dateLink(t.times.next, 'next', to < picker.lastDate ? shiftDate(to, 1) : undefined, props)}
    </nav>`;
}

/** A link to other dates. At the edge it stays in place without an address, so that nothing moves. */
function dateLink(
    label: string,
    direction: 'previous' | 'next',
    from: string | undefined,
    props: TimePickerProps
): Html {
    const { picker, pagePath, durationMinutes, lang } = props;
    const href =
        from === undefined
            ? undefined
            : pickerHref(pagePath, { from, timeZone: picker.timeZone, durationMinutes, lang });
    const disabled = href === undefined ? 'true' : undefined;
    return html`<a
        class="date-link"
        role="link"
        ${attribute('href', href)}${attribute('aria-disabled', disabled)}
        data-turn="${direction}"
        ><svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="${direction === 'previous' ? 'M10 3 5 8l5 5' : 'm6 3 5 5-5 5'}" /></svg
        ><span class="visually-hidden">${label}</span></a
    >`;
}

function calendar(t: Texts, days: readonly BookingDay[], locale: string): Html {
    const first = firstWeekday(locale);
    const weekdays = Array.from({ length: 7 }, (_, index) => weekdayName(first + index, locale));
    return html`<div class="weekdays" aria-hidden="true">${weekdays.map((name) => html`<span>${name}</span>`)}</div>
        <ol class="calendar" data-calendar>
            ${days.map((day) => calendarDay(t, day, first))}
        </ol>`;
}

function calendarDay(t: Texts, { date, label, slots }: BookingDay, firstDay: number): Html {
    const number = Number(date.slice(8));
    const content =
        slots.length > 0
            ? html`<a href="#times-${date}" aria-label="${label}">${number}</a>`
            : html`<span class="day-without"
                  >${number}<span class="visually-hidden">, ${t.times.noTimesThatDay}</span></span
              >`;
    return html`<li class="column-${weekColumn(date, firstDay)}">${content}</li>`;
}

function times(t: Texts, { picker, locale, pagePath, durationMinutes, lang }: TimePickerProps): Html {
    const { days, selectedStart, noTimes, timeZone } = picker;
    const withTimes = days.filter(({ slots }) => slots.length > 0);
    const chosenDay = withTimes.find(({ slots }) => slots.some(({ value }) => isSameInstant(value, selectedStart)));
    const openDay = chosenDay ?? withTimes[0];
    const reason = noTimes === undefined ? t.times.noneInRange : t.noTimes[noTimes.reason];
    const next = noTimes?.nextAvailableDate;
    return html`${chosenTime(t, picker, chosenDay === undefined ? selectedStart : undefined, locale)}
        ${withTimes.map((day) => dayTimes(day, selectedStart, day === openDay))}
        <div class="no-times" data-no-times${flag('hidden', withTimes.length > 0)}>
            <p>${reason}</p>
            ${next !== undefined && html`<p><a href="${pickerHref(pagePath, { from: next, timeZone, durationMinutes, lang })}">${t.times.nextAvailable(formatDay(next, locale))}</a></p>`}
        </div>`;
}

/** The chosen time when it lies outside the days shown: it must survive looking at other dates. */
function chosenTime(t: Texts, picker: TimePickerView, start: string | undefined, locale: string): Html {
    const label = start === undefined ? '' : timeInZone(chosenTimeOf(start, picker, locale), picker.timeZone);
    const isAbsent = start === undefined;
    return html`<fieldset class="chosen-time" data-chosen${flag('hidden', isAbsent)}${flag('disabled', isAbsent)}>
        <legend>${t.times.chosen}</legend>
        <div class="slots">${slotChoice({ value: start ?? '', label }, start)}</div>
    </fieldset>`;
}

function dayTimes({ date, label, slots }: BookingDay, selectedStart: string | undefined, isOpen: boolean): Html {
    return html`<details class="day-times" name="day" ${flag('open', isOpen)}>
        <summary>${label}</summary>
        <fieldset id="times-${date}">
            <legend class="visually-hidden">${label}</legend>
            <div class="slots">${slots.map((slot) => slotChoice(slot, selectedStart))}</div>
        </fieldset>
    </details>`;
}

function slotChoice({ value, label }: SlotChoice, selectedStart: string | undefined): Html {
    return html`<label class="slot"
        ><input
            type="radio"
            name="start"
            value="${value}"
            ${flag('checked', isSameInstant(value, selectedStart))}
        /><span>${label}</span></label
    >`;
}

function isSameInstant(value: string, other: string | undefined): boolean {
    return other !== undefined && Date.parse(value) === Date.parse(other);
}
