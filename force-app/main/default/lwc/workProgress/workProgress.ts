import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/labelUtils';
import { reduceErrors } from 'c/ldsUtils';
import type { ChangeFailure } from 'types/links';
import { LABELS } from './labels';

/**
 * Long work as people see it: how far it is, a way to stop it, and what could not be done by name. Fires `stop`,
 * `proceed` when stopped work is to go on, and `retry` for what failed.
 */
export default class WorkProgress extends LightningElement {
    /** How many are through, failed ones included. */
    @api done = 0;
    @api total = 0;
    @api isRunning = false;
    /** What is being done. */
    @api heading = '';
    /** What to say when everything is done. */
    @api doneMessage = '';
    @api failures: ChangeFailure[] = [];

    labels = LABELS;

    get percent(): number {
        return this.total === 0 ? 100 : Math.round((this.done / this.total) * 100);
    }

    get barStyle(): string {
        return `width: ${this.percent}%`;
    }

    get progressText(): string {
        return fillLabel(LABELS.progress, this.done, this.total);
    }

    get isStopped(): boolean {
        return !this.isRunning && this.done < this.total;
    }

    get stoppedText(): string {
        return fillLabel(LABELS.stopped, this.done, this.total);
    }

    get hasFailures(): boolean {
        return !this.isRunning && this.failures.length > 0;
    }

    get failedText(): string {
        return fillLabel(LABELS.failed, this.failures.length, this.total);
    }

    get isDone(): boolean {
        return !this.isRunning && !this.isStopped && this.failures.length === 0;
    }

    get isRetryShown(): boolean {
        return this.hasFailures && !this.isStopped;
    }

    get rows(): { name: string; reason: string }[] {
        return this.failures.map(({ name, error }) => ({ name, reason: reduceErrors(error).join(' ') }));
    }

    handleStopClick(): void {
        this.dispatchEvent(new CustomEvent('stop'));
    }

    handleProceedClick(): void {
        this.dispatchEvent(new CustomEvent('proceed'));
    }

    handleRetryClick(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
