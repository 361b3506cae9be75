import { LightningElement, api } from 'lwc';

/** Facts with their names, one below the other. */
export default class FactList extends LightningElement {
    /** What has no value is left out. */
    @api facts: { label: string; value: string }[] = [];

    get rows(): { label: string; value: string }[] {
        return this.facts.filter(({ value }) => value !== '');
    }
}
