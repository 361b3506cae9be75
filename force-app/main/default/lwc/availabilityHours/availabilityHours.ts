import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/labelUtils';
import type { WindowProblem } from 'c/availabilityApi';
import type { AvailabilityWindow } from 'types/availability';
import { LABELS, PROBLEM_LABELS } from './labels';

/** From when until when. Fires `windowchanged` with the changed fields and `windowremoved`. */
export default class AvailabilityHours extends LightningElement {
    @api window!: AvailabilityWindow;
    /** The day, as people read it; screen readers hear it with each field. */
    @api dayName = '';
    @api problem: WindowProblem | undefined = undefined;

    labels = LABELS;

    get startName(): string {
        return fillLabel(LABELS.fieldOfDay, LABELS.from, this.dayName);
    }

    get endName(): string {
        return fillLabel(LABELS.fieldOfDay, LABELS.until, this.dayName);
    }

    get removeName(): string {
        return fillLabel(LABELS.remove, this.dayName);
    }

    get problemText(): string {
        return this.problem === undefined ? '' : PROBLEM_LABELS[this.problem];
    }

    get endsNextDay(): boolean {
        const { start, end } = this.window;
        return start !== '' && end !== '' && end !== '00:00' && end <= start;
    }

    handleStartChange(event: CustomEvent<{ value: string | null }>): void {
        this.change({ start: toClock(event.detail.value) });
    }

    handleEndChange(event: CustomEvent<{ value: string | null }>): void {
        this.change({ end: toClock(event.detail.value) });
    }

    handleRemoveClick(): void {
        this.dispatchEvent(new CustomEvent('windowremoved', { detail: { key: this.window.key } }));
    }

    private change(fields: Partial<AvailabilityWindow>): void {
        this.dispatchEvent(new CustomEvent('windowchanged', { detail: { key: this.window.key, fields } }));
    }
}

/** The field speaks of `09:00:00.000`. */
function toClock(value: string | null): string {
    return (value ?? '').slice(0, 5);
}
