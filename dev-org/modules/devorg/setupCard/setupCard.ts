import { LightningElement, api } from 'lwc';

/** A card of Setup: heading, refresh, and loading or error in place of its content. Fires `refresh`. */
export default class SetupCard extends LightningElement {
    @api heading = '';
    @api text = '';
    @api isLoading = false;
    @api error = '';
    /** Whether it has the button that fires `refresh`. */
    @api canRefresh = false;

    get refreshText(): string {
        return `Refresh ${this.heading}`;
    }

    handleRefreshClick(): void {
        this.dispatchEvent(new CustomEvent('refresh'));
    }
}
