import { LightningElement, api } from 'lwc';
import { setTitle } from '../../platform/title';
import type { ShellComponent, ShellPage } from '../../shellSettings';

/** The page of a tab: a flexipage, or one component that fills it. */
export default class AppPage extends LightningElement {
    @api label = '';
    @api page: ShellPage | undefined = undefined;
    /** Bundle to show when there is no flexipage. */
    @api componentName = '';

    connectedCallback(): void {
        setTitle(this.label);
    }

    get component(): ShellComponent | undefined {
        if (!this.componentName) return undefined;
        return { name: this.componentName, identifier: this.componentName, properties: {} };
    }
}
