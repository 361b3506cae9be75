import { LightningElement, api } from 'lwc';

/** The frame of a quick action's dialog, as `lightning-quick-action-panel` is in an org. */
export default class QuickActionPanel extends LightningElement {
    @api header = '';
}
