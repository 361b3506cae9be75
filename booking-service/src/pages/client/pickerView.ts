import { describeChosenTime, timeInZone } from './chosenTime.ts';
import type { ChosenTime } from './chosenTime.ts';
import { bookingDays, formatMonth, pickerHref, shiftDate, startOfMonth, zoneName } from './days.ts';
import type { BookingDay, Slot } from './days.ts';
import { calendarCell, dayTimes, fillSlot, part } from './pickerElements.ts';
import type { PickerWords } from './pickerElements.ts';
import type { SlotsAnswer } from './slotsApi.ts';

/** What the picker shows: civil dates, both included, on the clock of a zone. */
export interface Shown {
    from: string;
    to: string;
    timeZone: string;
}

/** The picker's elements: reads what is chosen in them and writes other times into them. */
export class PickerView {
    readonly words: PickerWords;
    private readonly root: HTMLElement;
    private readonly locale: string;

    constructor(root: HTMLElement, locale: string) {
        this.root = root;
        this.locale = locale;
        this.words = JSON.parse(root.dataset['words'] ?? '{}') as PickerWords;
    }

    /** What the server wrote. */
    get initial(): Shown {
        const { from = '', to = '', timeZone = 'UTC' } = this.root.dataset;
        return { from, to, timeZone };
    }

    /** The slots now on the page, to write them again on the visitor's clock. */
    get slots(): Slot[] {
        const radios = this.root.querySelectorAll<HTMLInputElement>('details input[name=start]');
        return [...radios].map(({ value }) => ({ start: value, end: value }));
    }

    /** Shows these times instead; what is chosen stays chosen. */
    write(shown: Shown, { slots, reason }: SlotsAnswer): void {
        const chosen = this.chosenStart();
        const days = bookingDays({ ...shown, slots, locale: this.locale });
        if (slots.length === 0) this.writeReason(shown, reason);
        this.writeDays(days);
        this.choose(chosen, shown.timeZone);
        this.writeZone(shown.timeZone);
        this.writeDates(shown);
        this.openFirst();
        this.showSelection(shown.timeZone);
    }

    /** What is chosen, in words, beside the button. */
    showSelection(timeZone: string): void {
        const start = this.chosenStart();
        const lines = start === undefined ? [] : describeChosenTime(this.chosenTime(start, timeZone), this.words);
        const paragraphs = lines.map((line) => Object.assign(document.createElement('p'), { textContent: line }));
        part(document, '[data-selection]').replaceChildren(...paragraphs);
        if (start !== undefined) part(this.root, '[data-start-error]').hidden = true;
    }

    /** Marks in the calendar the day whose times are open. */
    markOpenDay(): void {
        const open = this.root.querySelector('details[open] > fieldset');
        for (const link of this.root.querySelectorAll<HTMLAnchorElement>('[data-calendar] a')) {
            if (open !== null && link.hash === `#${open.id}`) link.setAttribute('aria-current', 'true');
            else link.removeAttribute('aria-current');
        }
    }

    /** Address of the page with these times, for links and for a reload. */
    href(from: string, timeZone: string): string {
        const { page = location.pathname, durationMinutes, lang } = this.root.dataset;
        return pickerHref(page, { from, timeZone, durationMinutes, lang });
    }

    private writeDays(days: BookingDay[]): void {
        const firstWeekday = Number(this.root.dataset['firstWeekday']);
        const cells = days.map((day) => calendarCell(day, firstWeekday, this.words));
        part(this.root, '[data-calendar]').replaceChildren(...cells);
        const template = part(this.root, '[data-day-template]', HTMLTemplateElement);
        const filled = days.filter(({ slots }) => slots.length > 0).map((day) => dayTimes(template, day));
        for (const details of this.root.querySelectorAll('[data-times] > details')) details.remove();
        const note = part(this.root, '[data-no-times]');
        note.before(...filled);
        note.hidden = filled.length > 0;
    }

    /** What the server said of the same dates stays: it may also lead to the next free day. */
    private writeReason({ from }: Shown, reason = ''): void {
        const note = part(this.root, '[data-no-times]');
        if (!note.hidden && part(document, '[data-zone-from]', HTMLInputElement).value === from) return;
        const text = document.createElement('p');
        text.textContent = this.words.noTimes[reason] ?? this.words.noneInRange;
        note.replaceChildren(text);
    }

    /** A chosen time that is not among the days shown stands on its own above them. */
    private choose(start: string | undefined, timeZone: string): void {
        const radios = [...this.root.querySelectorAll<HTMLInputElement>('details input[name=start]')];
        const match = radios.find(({ value }) => Date.parse(value) === Date.parse(start ?? ''));
        if (match) match.checked = true;
        const apart = part(this.root, '[data-chosen]', HTMLFieldSetElement);
        const isApart = start !== undefined && match === undefined;
        apart.hidden = apart.disabled = !isApart;
        if (!isApart) return;
        fillSlot(apart, { value: start, label: timeInZone(this.chosenTime(start, timeZone), timeZone) });
        part(apart, 'input', HTMLInputElement).checked = true;
    }

    private openFirst(): void {
        const all = [...this.root.querySelectorAll<HTMLDetailsElement>('[data-times] > details')];
        const open = all.find((details) => details.querySelector('input:checked')) ?? all[0];
        if (open) open.open = true;
        this.markOpenDay();
    }

    private writeZone(timeZone: string): void {
        const select = part(this.root, '[data-zone-select]', HTMLSelectElement);
        if (![...select.options].some(({ value }) => value === timeZone)) select.add(new Option(timeZone, timeZone));
        select.value = timeZone;
        part(this.root, '[data-zone-name]').textContent = zoneName(timeZone);
        part(document, '[data-booking-zone]', HTMLInputElement).value = timeZone;
    }

    private writeDates({ from, to, timeZone }: Shown): void {
        const { firstDate = from, lastDate = to } = this.root.dataset;
        part(this.root, '[data-range]').textContent = formatMonth(from, this.locale);
        part(document, '[data-zone-from]', HTMLInputElement).value = from;
        this.pointDateLink('previous', from > firstDate ? this.href(startOfMonth(from, -1), timeZone) : undefined);
        this.pointDateLink('next', to < lastDate ? this.href(shiftDate(to, 1), timeZone) : undefined);
    }

    private pointDateLink(direction: string, href: string | undefined): void {
        const link = part(this.root, `[data-turn=${direction}]`, HTMLAnchorElement);
        if (href === undefined) {
            link.removeAttribute('href');
            link.setAttribute('aria-disabled', 'true');
            // It may have the focus, which must not be lost.
            link.tabIndex = -1;
        } else {
            link.href = href;
            link.removeAttribute('aria-disabled');
            link.removeAttribute('tabindex');
        }
    }

    private chosenStart(): string | undefined {
        return this.root.querySelector<HTMLInputElement>('input[name=start]:checked:enabled')?.value;
    }

    private chosenTime(start: string, timeZone: string): ChosenTime {
        const { minutes, hostTimeZone } = this.root.dataset;
        const { locale } = this;
        return { start: new Date(start), minutes: Number(minutes), timeZone, hostTimeZone, locale, now: new Date() };
    }
}
