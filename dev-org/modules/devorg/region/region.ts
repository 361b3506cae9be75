import { LightningElement, api } from 'lwc';
import type { ShellPage, ShellRegion } from '../../shellSettings';

/** The components of one region, one below the other. */
export default class Region extends LightningElement {
    @api region!: ShellRegion;
    @api page!: ShellPage;
    @api recordId = '';
    @api objectApiName = '';
}
