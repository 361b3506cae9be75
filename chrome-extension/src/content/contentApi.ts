import type { PersonInView } from '../page/personInView.ts';
import type { Insertion } from './insertion.ts';

/** What the injected script offers to the functions that the service worker runs beside it. */
export interface ContentApi {
    hasEditableFocus(): boolean;
    insert(insertion: Insertion): boolean;
    readPersonInView(): PersonInView;
}

declare global {
    /** Of the extension's own world in the page: the page's scripts cannot see it. */
    var admitOne: ContentApi | undefined;
}
