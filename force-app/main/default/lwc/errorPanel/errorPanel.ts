import { LightningElement, api } from 'lwc';
import { reduceErrors } from 'c/ldsUtils';
import { LABELS } from './labels';

/** Says what failed and what to do next; details open on demand. Fires `retry` when asked to try again. */
export default class ErrorPanel extends LightningElement {
    /** One error or several, raw, as they were caught. */
    @api errors: unknown = undefined;
    /** What failed, in the user's words. */
    @api message = LABELS.message;
    /** What the user can do now. */
    @api nextStep = LABELS.nextStep;
    /** Offers a button to try again. */
    @api isRetryable = false;

    labels = LABELS;
    areDetailsOpen = false;

    get details(): string[] {
        return reduceErrors(this.errors);
    }

    get hasDetails(): boolean {
        return this.details.length > 0;
    }

    get detailsLabel(): string {
        return this.areDetailsOpen ? LABELS.hideDetails : LABELS.showDetails;
    }

    get ariaExpandedText(): string {
        return String(this.areDetailsOpen);
    }

    handleDetailsClick(): void {
        this.areDetailsOpen = !this.areDetailsOpen;
    }

    handleRetryClick(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
