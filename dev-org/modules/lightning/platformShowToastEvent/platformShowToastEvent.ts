import type { ToastConfig } from 'lightning/platformShowToastEvent';

/** Asks the shell for a toast. */
export class ShowToastEvent extends CustomEvent<ToastConfig> {
    constructor(detail: ToastConfig) {
        super('lightning__showtoast', { bubbles: true, composed: true, cancelable: true, detail });
    }
}
