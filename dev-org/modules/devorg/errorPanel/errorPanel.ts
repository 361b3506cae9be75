import { LightningElement, api } from 'lwc';

/** Stands where a component was that failed, and offers to try it again. Fires `retry`. */
export default class ErrorPanel extends LightningElement {
    /** What failed, as developers know it. */
    @api name = '';
    @api error: unknown = undefined;

    get text(): string {
        return `The rest of the page goes on. What failed is ${this.name}.`;
    }

    get message(): string {
        return this.error instanceof Error ? `${this.error.name}: ${this.error.message}` : String(this.error);
    }

    get stack(): string {
        return (this.error instanceof Error && this.error.stack) || this.message;
    }

    handleRetryClick(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
