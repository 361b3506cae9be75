import './contentApi.ts';
import { readPersonInView } from '../page/personInView.ts';
import { hasEditableFocus, insertAtCaret } from './insertion.ts';

globalThis.admitOne = {
    hasEditableFocus: () => hasEditableFocus(document),
    insert: (insertion) => insertAtCaret(document, insertion),
    readPersonInView: () => readPersonInView(document, location.hostname)
};
