import { LightningElement } from 'lwc';
import type LinkCollection from 'c/linkCollection';
import { LABELS } from './labels';

/** Page *My Links*: the links the running user owns, in every state, and beside them the *Links Library*. */
export default class MyLinks extends LightningElement {
    labels = LABELS;

    async handleRefreshClick(): Promise<void> {
        // A tab that was never opened has nothing to refresh.
        const shown = [...this.template!.querySelectorAll('c-link-collection')] as (Element & LinkCollection)[];
        await Promise.all(shown.map((collection) => collection.refresh()));
    }
}
