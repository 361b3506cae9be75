import { LightningElement, api, wire } from 'lwc';
import {
    getObjectInfo,
    getPicklistValuesByRecordType,
    type FieldInfo,
    type ObjectInfo,
    type PicklistValues,
    type PicklistValuesCollection
} from 'lightning/uiObjectInfoApi';
import type { FetchError, WireResult } from 'lightning/uiRecordApi';
import { reportAll } from 'c/formValidity';
import { LABELS } from './labels';

/** A field as the template draws it. */
interface Input {
    name: string;
    label: string;
    help: string | null;
    value: unknown;
    isChecked: boolean;
    /** Of `lightning-input`. */
    type: string;
    isTextArea: boolean;
    isPicklist: boolean;
    isMoment: boolean;
    maxLength: number | undefined;
    isRequired: boolean;
    isReadOnly: boolean;
    options: PicklistValues['values'];
}

const INPUT_TYPES: Record<string, string> = {
    Boolean: 'checkbox',
    Double: 'number',
    Int: 'number',
    Phone: 'tel',
    Email: 'email'
};

/**
 * Fields of an object to fill in, with the labels, help, picklists and rights that the org has for the running user.
 * Fields that the user may not read are left out. Fires `fieldchanged` with name and value.
 */
export default class RecordFields extends LightningElement {
    @api objectApiName = '';
    /** In the order in which they stand. */
    @api fieldNames: readonly string[] = [];
    @api values: Record<string, unknown> = {};
    /** Whether the record is yet to be made. */
    @api isNew = false;
    /** Nothing can be changed. */
    @api isLocked = false;

    labels = LABELS;
    info: ObjectInfo | undefined = undefined;
    picklists: PicklistValuesCollection['picklistFieldValues'] = {};
    errors: FetchError | undefined = undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    wiredInfo({ data, error }: WireResult<ObjectInfo>): void {
        this.info = data;
        if (error) this.errors = error;
    }

    @wire(getPicklistValuesByRecordType, { objectApiName: '$objectApiName', recordTypeId: '$info.defaultRecordTypeId' })
    wiredPicklists({ data, error }: WireResult<PicklistValuesCollection>): void {
        this.picklists = data?.picklistFieldValues ?? {};
        if (error) this.errors = error;
    }

    /** Whether every field can be saved; says so at the fields that cannot. */
    @api
    reportValidity(): boolean {
        return reportAll(this.template?.querySelectorAll('[data-field]'));
    }

    get isLoading(): boolean {
        return this.info === undefined && this.errors === undefined;
    }

    get inputs(): Input[] {
        const fields = this.info?.fields ?? {};
        return this.fieldNames.flatMap((name) => {
            const field = fields[name];
            return field ? [this.toInput(field)] : [];
        });
    }

    handleChange(event: CustomEvent<{ value?: unknown; checked?: boolean }>): void {
        const { field: name } = (event.currentTarget as HTMLElement).dataset;
        const { value, checked } = event.detail;
        this.dispatchEvent(new CustomEvent('fieldchanged', { detail: { name, value: checked ?? value } }));
    }

    private toInput(field: FieldInfo): Input {
        const value = this.values[field.apiName];
        const isPicklist = field.dataType === 'Picklist';
        const isTextArea = field.dataType === 'TextArea';
        const isCheckbox = field.dataType === 'Boolean';
        return {
            name: field.apiName,
            label: field.label,
            help: field.inlineHelpText,
            value: value ?? (isPicklist ? this.picklists[field.apiName]?.defaultValue?.value : ''),
            isChecked: value === true,
            type: INPUT_TYPES[field.dataType] ?? 'text',
            isTextArea,
            isPicklist,
            isMoment: field.dataType === 'DateTime',
            maxLength: field.length > 0 ? field.length : undefined,
            isRequired: field.required && !isCheckbox,
            isReadOnly: this.isLocked || !(this.isNew ? field.createable : field.updateable),
            options: this.picklists[field.apiName]?.values ?? []
        };
    }
}
