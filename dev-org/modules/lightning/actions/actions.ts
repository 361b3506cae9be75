/** Closes the dialog of a quick action, as `lightning/actions` does in an org. */
export class CloseActionScreenEvent extends CustomEvent<undefined> {
    constructor() {
        super('lightning__actionsclosescreen', { bubbles: true, composed: true, cancelable: true });
    }
}
