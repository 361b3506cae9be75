import { LightningElement } from 'lwc';
import { errorText } from './errorText';

/** A part of Setup that shows what it loads once, and again on demand. */
export abstract class SetupElement<T> extends LightningElement {
    data: T | undefined = undefined;
    error = '';

    connectedCallback(): void {
        void this.refresh();
    }

    get isLoading(): boolean {
        return this.data === undefined && !this.error;
    }

    handleRefresh(): Promise<void> {
        return this.refresh();
    }

    /** @throws FetchError */
    protected abstract load(): Promise<T>;

    protected async refresh(): Promise<void> {
        this.error = '';
        try {
            this.data = await this.load();
        } catch (error) {
            this.error = errorText(error);
        }
    }

    /** Does something to the org and shows what came of it. */
    protected async change(work: () => Promise<unknown>): Promise<void> {
        try {
            await work();
        } catch (error) {
            this.error = errorText(error);
            return;
        }
        await this.refresh();
    }
}
