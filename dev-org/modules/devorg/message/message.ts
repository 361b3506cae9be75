import { LightningElement, api } from 'lwc';

/** A card that says why there is nothing to show here. */
export default class Message extends LightningElement {
    @api heading = '';
    @api text = '';
}
