import { LightningElement, api } from 'lwc';
import type { ShellPage, ShellRegion } from '../../shellSettings';

const FULL_WIDTH = /header|top/i;
const SIDE = /sidebar|right|left/i;

/** Lays out the regions of a flexipage: headers across, a wide main column and a narrow side column. */
export default class PageLayout extends LightningElement {
    @api page!: ShellPage;
    /** The record of a record page. */
    @api recordId = '';
    @api objectApiName = '';

    get headers(): ShellRegion[] {
        return this.regions.filter(({ name }) => FULL_WIDTH.test(name));
    }

    get mains(): ShellRegion[] {
        return this.regions.filter(({ name }) => !FULL_WIDTH.test(name) && !SIDE.test(name));
    }

    get sides(): ShellRegion[] {
        return this.regions.filter(({ name }) => !FULL_WIDTH.test(name) && SIDE.test(name));
    }

    get columnsClass(): string {
        return this.sides.length > 0 ? 'columns with-side' : 'columns';
    }

    private get regions(): ShellRegion[] {
        return this.page.regions.filter(({ kind, components }) => kind === 'Region' && components.length > 0);
    }
}
