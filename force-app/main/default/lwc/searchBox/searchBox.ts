import { LightningElement, api } from 'lwc';

/** Typing pauses at least as long before anybody is asked: each letter would be a request. */
const DELAY_MS = 250;

/** A search field. Fires `search` with `{ term }`, trimmed, once typing has paused and the term is another one. */
export default class SearchBox extends LightningElement {
    @api label = '';

    /** As it is typed. */
    text = '';

    private term = '';
    private typing: number | undefined = undefined;

    disconnectedCallback(): void {
        window.clearTimeout(this.typing);
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
        window.clearTimeout(this.typing);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- Waits for a pause; stopped when the field goes.
        this.typing = window.setTimeout(() => this.tell(), DELAY_MS);
    }

    private tell(): void {
        const term = this.text.trim();
        if (term === this.term) return;
        this.term = term;
        this.dispatchEvent(new CustomEvent('search', { detail: { term } }));
    }
}
