import { LightningElement, api } from 'lwc';
import { LABELS } from './labels';

/** A URL that the clipboard refused, selected in a field that cannot be changed, so that one key copies it. */
export default class LinkToCopy extends LightningElement {
    @api
    get url(): string {
        return this.shownUrl;
    }
    set url(url: string) {
        this.shownUrl = url;
        this.isSelectionDue = url !== '';
    }

    labels = LABELS;
    shownUrl = '';

    private isSelectionDue = false;

    renderedCallback(): void {
        const field = this.refs?.url;
        if (!this.isSelectionDue || !(field instanceof HTMLInputElement)) return;
        this.isSelectionDue = false;
        field.focus();
        field.select();
    }
}
