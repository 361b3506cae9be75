import { LightningElement, api } from 'lwc';
import { newWindow, type WindowProblem } from 'c/availabilityApi';
import { formatDate } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import type { AvailabilityWindow } from 'types/availability';
import { LABELS } from './labels';

interface Row {
    window: AvailabilityWindow;
    name: string;
    removeName: string;
    isAllDay: boolean;
    hasHours: boolean;
    problem: WindowProblem | undefined;
    dateProblem: string;
}

/**
 * Dates with other hours, or none. Fires `windowadded` with a window, `windowchanged` with key and fields, and
 * `windowremoved` with a key.
 */
export default class AvailabilityDates extends LightningElement {
    @api windows: AvailabilityWindow[] = [];
    @api problems = new Map<string, WindowProblem>();

    labels = LABELS;

    get rows(): Row[] {
        return this.windows.map((window) => {
            const name = window.date === '' ? LABELS.newDate : formatDate(window.date);
            const problem = this.problems.get(window.key);
            const isAllDay = window.kind === 'Unavailable';
            const isSaidHere = problem === 'no_date' || isAllDay;
            return {
                window,
                name,
                removeName: fillLabel(LABELS.remove, name),
                isAllDay,
                hasHours: !isAllDay,
                // The hours say what is wrong with them; without hours, or without a date, the date does.
                problem: isSaidHere ? undefined : problem,
                dateProblem: isSaidHere && problem ? (problem === 'no_date' ? LABELS.noDate : LABELS.overlap) : ''
            };
        });
    }

    handleAddClick(): void {
        const window = newWindow({ kind: 'Unavailable', start: '', end: '' });
        this.dispatchEvent(new CustomEvent('windowadded', { detail: { window } }));
    }

    handleDateChange(event: Event): void {
        const { value } = event.target as HTMLInputElement;
        this.change(event, { date: value });
    }

    handleAllDayChange(event: CustomEvent<{ checked: boolean }>): void {
        this.change(
            event,
            event.detail.checked
                ? { kind: 'Unavailable', start: '', end: '' }
                : { kind: 'Override', start: '09:00', end: '17:00' }
        );
    }

    handleRemoveClick(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('windowremoved', { detail: { key } }));
    }

    /** What the hours of a date tell, on its way up. */
    handlePassOn(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }

    private change(event: Event, fields: Partial<AvailabilityWindow>): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('windowchanged', { detail: { key, fields } }));
    }
}
