import { LightningElement, api } from 'lwc';
import type { FormField as Field } from '../../platform/formFields';
import { settings } from '../../platform/settings';

const INPUT_TYPES: Record<string, string> = {
    Date: 'date',
    DateTime: 'datetime',
    Email: 'email',
    Phone: 'tel',
    Time: 'time',
    Url: 'url'
};
const NUMBERS = ['Currency', 'Double', 'Int', 'Percent'];

/** An input that fits a field. Fires `valuechange` with `{ name, value }`. */
export default class FormField extends LightningElement {
    @api field!: Field;

    timeZone = settings.timeZone;

    get isBoolean(): boolean {
        return this.field.dataType === 'Boolean';
    }

    get isChoice(): boolean {
        return this.field.dataType === 'Picklist' || this.field.dataType === 'Reference';
    }

    get isLongText(): boolean {
        return this.field.dataType === 'TextArea';
    }

    get isNumber(): boolean {
        return NUMBERS.includes(this.field.dataType);
    }

    get inputType(): string {
        return INPUT_TYPES[this.field.dataType] ?? 'text';
    }

    handleChange(event: CustomEvent<{ value?: unknown; checked?: boolean }>): void {
        const value = this.isBoolean ? event.detail.checked : event.detail.value;
        this.dispatchEvent(new CustomEvent('valuechange', { detail: { name: this.field.name, value } }));
    }

    /** Shows what is wrong, the org's refusal included. @returns whether the value may be sent */
    @api
    check(): boolean {
        const input = this.template?.querySelector<HTMLElement & ValidatedInput>('[data-input]');
        if (!input) return true;
        input.setCustomValidity?.(this.field.error);
        return input.reportValidity();
    }
}

interface ValidatedInput {
    setCustomValidity?(message: string): void;
    reportValidity(): boolean;
}
