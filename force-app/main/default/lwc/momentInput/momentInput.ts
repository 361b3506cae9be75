import { LightningElement, api } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';
import { fillLabel } from 'c/labelUtils';
import { LABELS } from './labels';
import { toInstant, toWallTime } from './zonedTime';

/**
 * A date with a time on the running user's clock. It stands in for `lightning-input` of type `datetime`, whose
 * calendar button is a smaller target than WCAG 2.2 allows. Fires `change` with `value` in ISO 8601, or null.
 */
export default class MomentInput extends LightningElement {
    @api label = '';
    @api fieldLevelHelp: string | null = null;
    /** ISO 8601; empty for none. */
    @api value: string | null = '';
    @api required = false;
    @api disabled = false;

    /** What stands at the field; empty: nothing is wrong. */
    problem = '';

    private customProblem = '';

    /** What is wrong with the moment, for {@link reportValidity} to say; empty: nothing. */
    @api
    setCustomValidity(message: string): void {
        this.customProblem = message;
    }

    /** Whether the moment can be taken; says at the field why it cannot. */
    @api
    reportValidity(): boolean {
        this.problem = this.required && !this.value ? LABELS.missing : this.customProblem;
        return this.problem === '';
    }

    get wallTime(): string {
        return this.value ? toWallTime(this.value, timeZone) : '';
    }

    get hint(): string {
        const zone = fillLabel(LABELS.zone, timeZone.replaceAll('_', ' '));
        return this.fieldLevelHelp ? `${this.fieldLevelHelp} ${zone}` : zone;
    }

    get formClass(): string {
        return this.problem === '' ? 'slds-form-element' : 'slds-form-element slds-has-error';
    }

    get ariaInvalidText(): string {
        return String(this.problem !== '');
    }

    handleChange(event: Event): void {
        // The native event stays inside: it carries no value.
        event.stopPropagation();
        const { value } = event.target as HTMLInputElement;
        this.problem = '';
        const detail = { value: value === '' ? null : toInstant(value, timeZone) };
        this.dispatchEvent(new CustomEvent('change', { detail }));
    }
}
