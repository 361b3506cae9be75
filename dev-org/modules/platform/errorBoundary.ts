import { LightningElement } from 'lwc';

/**
 * Keeps what fails inside of it, while it renders or in a handler of a template, from taking the page along. The
 * template shows `devorg-error-panel` while `failure` is set.
 */
export class ErrorBoundary extends LightningElement {
    failure: unknown = undefined;

    errorCallback(error: unknown): void {
        this.failure = error;
        console.error(error);
    }

    get hasFailed(): boolean {
        return this.failure !== undefined;
    }

    handleRetry(): void {
        this.failure = undefined;
    }
}
