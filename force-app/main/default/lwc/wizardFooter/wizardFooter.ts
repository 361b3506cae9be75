import { LightningElement, api } from 'lwc';
import { LABELS } from './labels';

/**
 * The buttons below a wizard: on and back, and the question before what was entered is thrown away. Fires `back`,
 * `next`, `leave` and `close`; `leave` only after a yes where there is something to lose.
 */
export default class WizardFooter extends LightningElement {
    /** Nothing is entered any more: only closing is left. */
    @api isOver = false;
    @api isFirst = false;
    @api isBusy = false;
    /** Something would be lost by leaving. */
    @api isChanged = false;
    @api nextLabel = '';

    labels = LABELS;
    isAsking = false;

    get isQuestionShown(): boolean {
        return this.isAsking && !this.isOver;
    }

    get areActionsShown(): boolean {
        return !this.isAsking && !this.isOver;
    }

    get isBackShown(): boolean {
        return !this.isFirst;
    }

    handleCancelClick(): void {
        if (this.isChanged) this.isAsking = true;
        else this.dispatchEvent(new CustomEvent('leave'));
    }

    handleStayClick(): void {
        this.isAsking = false;
    }

    handleLeaveClick(): void {
        this.dispatchEvent(new CustomEvent('leave'));
    }

    handleBackClick(): void {
        this.dispatchEvent(new CustomEvent('back'));
    }

    handleNextClick(): void {
        this.dispatchEvent(new CustomEvent('next'));
    }

    handleCloseClick(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
