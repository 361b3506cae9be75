import { LightningElement, api } from 'lwc';
import { LABELS } from './labels';

/**
 * What stands in place of data: that it loads, that loading failed, or that there is none.
 * The slot holds what can be done when there is none. Fires `retry` when asked to load again.
 */
export default class LoadState extends LightningElement {
    @api isLoading = false;
    /** One error or several, raw, as they were caught; undefined while all is well. */
    @api errors: unknown = undefined;
    /** What could not be loaded, in the user's words. */
    @api errorMessage = '';
    @api isEmpty = false;
    /** Why there is nothing. */
    @api emptyHeading = '';
    /** How something gets here. */
    @api emptyMessage = '';
    @api iconName = 'utility:info_alt';

    labels = LABELS;

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
