import { LightningElement, api } from 'lwc';

/** Renders what the platform's button renders, so that accessibility is judged on the inner button, not the host. */
export default class LightningButton extends LightningElement {
    @api ariaBusy;
    @api ariaExpanded;
    @api ariaLabel;
    @api disabled;
    @api iconName;
    @api label;
    @api name;
    @api title;
    @api type;
    @api value;
    @api variant;
}
