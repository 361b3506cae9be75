import type { ChosenTimeWords } from './chosenTime.ts';
import { weekColumn } from './days.ts';
import type { BookingDay, SlotChoice } from './days.ts';

/** Words the server wrote into the page in its language; braces hold what varies. */
export interface PickerWords extends ChosenTimeWords {
    noneInRange: string;
    /** By reason. */
    noTimes: Readonly<Record<string, string>>;
    noTimesThatDay: string;
    shownIn: string;
    shownFor: string;
    notLoaded: string;
}

/**
 * The element a page of ours must have.
 * @throws Error when it is missing or of another kind.
 */
export function part(root: ParentNode, selector: string): HTMLElement;
export function part<E extends HTMLElement>(root: ParentNode, selector: string, kind: new () => E): E;
export function part(root: ParentNode, selector: string, kind: new () => HTMLElement = HTMLElement): HTMLElement {
    const element = root.querySelector(selector);
    if (!(element instanceof kind)) throw new Error(`The page has no ${selector}.`);
    return element;
}

/** A cell of the calendar, as the server writes it. */
export function calendarCell(
    { date, label, slots }: BookingDay,
    firstWeekday: number,
    words: PickerWords
): HTMLElement {
    const cell = document.createElement('li');
    cell.className = `column-${String(weekColumn(date, firstWeekday))}`;
    const day = document.createElement(slots.length > 0 ? 'a' : 'span');
    day.textContent = String(Number(date.slice(8)));
    if (day instanceof HTMLAnchorElement) {
        day.href = `#times-${date}`;
        day.setAttribute('aria-label', label);
    } else {
        const note = document.createElement('span');
        note.className = 'visually-hidden';
        note.textContent = `, ${words.noTimesThatDay}`;
        day.className = 'day-without';
        day.append(note);
    }
    cell.append(day);
    return cell;
}

/** The times of one day, copied from the server's template so that there is one markup. */
export function dayTimes(template: HTMLTemplateElement, { date, label, slots }: BookingDay): HTMLDetailsElement {
    const details = part(template.content, 'details', HTMLDetailsElement).cloneNode(true) as HTMLDetailsElement;
    part(details, 'summary').textContent = label;
    part(details, 'legend').textContent = label;
    part(details, 'fieldset').id = `times-${date}`;
    const sample = part(details, '.slot');
    const choices = slots.map((slot) => fillSlot(sample.cloneNode(true) as HTMLElement, slot));
    sample.parentElement?.replaceChildren(...choices);
    return details;
}

/** Writes a time into a slot's label and radio button. */
export function fillSlot(slot: HTMLElement, { value, label }: SlotChoice): HTMLElement {
    part(slot, 'input', HTMLInputElement).value = value;
    part(slot, 'span').textContent = label;
    return slot;
}
