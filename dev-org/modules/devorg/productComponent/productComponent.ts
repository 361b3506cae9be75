import { LightningElement, api } from 'lwc';
import { components } from 'devorg/components';

type Constructor = new () => LightningElement;

/** Shows an exposed component of the product, with the record it stands on. */
export default class ProductComponent extends LightningElement {
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
            this.problem = `The component "${this.name}" failed to load. ${String(error)}`;
        }
    }

    get values(): Record<string, unknown> {
        const all: Record<string, unknown> = { ...this.properties };
        if (this.recordId) Object.assign(all, { recordId: this.recordId, objectApiName: this.objectApiName });
        // The platform hands over only what a component declares.
        const declared = this.constructorOfComponent?.prototype as object;
        return Object.fromEntries(Object.entries(all).filter(([name]) => name in declared));
    }

    errorCallback(error: Error): void {
        this.problem = `The component "${this.name}" failed. ${error.message}`;
        console.error(error);
    }
}
