import { api } from 'lwc';
import LightningModal from 'lightning/modal';

/** The dialog of a quick action; closes when its component fires `CloseActionScreenEvent`. */
export default class QuickActionModal extends LightningModal {
    /** Bundle name. */
    @api component = '';
    @api recordId = '';
    @api objectApiName = '';

    handleClose(event: Event): void {
        event.stopPropagation();
        this.close();
    }
}
