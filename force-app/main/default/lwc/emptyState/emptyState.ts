import { LightningElement, api } from 'lwc';

/** Says why there is nothing here and how to change that; the slot holds the action that does. */
export default class EmptyState extends LightningElement {
    /** Why there is nothing. */
    @api heading = '';
    /** How something gets here. */
    @api message = '';
    @api iconName = 'utility:info_alt';
}
