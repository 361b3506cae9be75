import type { LightningElement } from 'lwc';
import { api } from 'lwc';
import { components } from 'devorg/components';
import { ErrorBoundary } from '../../platform/errorBoundary';

type Constructor = new () => LightningElement;

/** Shows an exposed component of the product, with the record it stands on. Fires `ready` once it is there. */
export default class ProductComponent extends ErrorBoundary {
    /** Bundle name. */
    @api name = '';
    @api properties: Record<string, string | string[]> = {};
    @api recordId = '';
    @api objectApiName = '';

    constructorOfComponent: Constructor | undefined = undefined;
    problem = '';

    async connectedCallback(): Promise<void> {
        const load = components[this.name];
        if (!load) {
            this.problem = `There is no exposed component "${this.name}".`;
            return;
        }
        try {
            this.constructorOfComponent = (await load()).default;
        } catch (error) {
            this.failure = error;
        }
    }

    get tag(): string {
        return `c:${this.name}`;
    }

    get values(): Record<string, unknown> {
        const all: Record<string, unknown> = { ...this.properties };
        if (this.recordId) Object.assign(all, { recordId: this.recordId, objectApiName: this.objectApiName });
        // The platform hands over only what a component declares.
        const declared = this.constructorOfComponent?.prototype as object;
        return Object.fromEntries(Object.entries(all).filter(([name]) => name in declared));
    }

    /** Runs a headless quick action. */
    @api
    invoke(): unknown {
        const element = this.template?.querySelector<HTMLElement & { invoke?(): unknown }>('.product');
        return element?.invoke?.();
    }

    /** Tells that the component is there. */
    renderedCallback(): void {
        if (this.template?.querySelector('.product')) this.dispatchEvent(new CustomEvent('ready'));
    }
}
