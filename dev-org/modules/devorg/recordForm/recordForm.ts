import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { FetchError, FetchErrorBody, RecordRepresentation } from 'lightning/uiRecordApi';
import { errorText } from '../../platform/errorText';
import { editableFields, inputValue, loadFormFields } from '../../platform/formFields';
import type { FormField } from '../../platform/formFields';
import { rest } from '../../platform/http';
import { loadObjectInfo } from '../../platform/objectInfo';
import type { ObjectInfo } from '../../platform/objectInfo';

/** Makes a record or changes one. Closes with the id of the saved record. */
export default class RecordForm extends LightningModal {
    @api objectApiName = '';
    /** Empty for a new record. */
    @api recordId = '';

    fields: FormField[] | undefined = undefined;
    errors: string[] = [];
    isSaving = false;

    async connectedCallback(): Promise<void> {
        try {
            const info = await loadObjectInfo(this.objectApiName);
            this.fields = await loadFormFields(info, await this.loadRecord(info));
        } catch (error) {
            this.errors = [errorText(error)];
        }
    }

    get isLoading(): boolean {
        return !this.fields && this.errors.length === 0;
    }

    get isDisabled(): boolean {
        return !this.fields || this.isSaving;
    }

    handleValueChange(event: CustomEvent<{ name: string; value: unknown }>): void {
        const { name, value } = event.detail;
        this.fields = this.fields?.map((field) => (field.name === name ? { ...field, value, error: '' } : field));
    }

    handleCancelClick(): void {
        this.close();
    }

    async handleSaveClick(): Promise<void> {
        this.errors = [];
        if (!this.checkInputs()) return;
        this.isSaving = true;
        try {
            const record = await this.save();
            this.close(record.id);
        } catch (error) {
            this.showErrors(error as FetchError);
        } finally {
            this.isSaving = false;
        }
    }

    // Shown once the inputs have their new errors.
    renderedCallback(): void {
        if (this.fields?.some(({ error }) => error)) this.checkInputs();
    }

    private loadRecord(info: ObjectInfo): Promise<RecordRepresentation | undefined> {
        if (!this.recordId) return Promise.resolve(undefined);
        const names = editableFields(info, false).map(({ apiName }) => `${info.apiName}.${apiName}`);
        return rest({ path: `/ui-api/records/${this.recordId}?optionalFields=${names.join(',')}` });
    }

    private save(): Promise<RecordRepresentation> {
        const fields = Object.fromEntries((this.fields ?? []).map((field) => [field.name, inputValue(field)]));
        if (this.recordId) return updateRecord({ fields: { ...fields, Id: this.recordId } });
        const filledIn = Object.entries(fields).filter(([, value]) => value !== null);
        return createRecord({ apiName: this.objectApiName, fields: Object.fromEntries(filledIn) });
    }

    private checkInputs(): boolean {
        const inputs = [
            ...(this.template?.querySelectorAll<HTMLElement & { check(): boolean }>('devorg-form-field') ?? [])
        ];
        return inputs.map((input) => input.check()).every(Boolean);
    }

    private showErrors(error: FetchError): void {
        const body: FetchErrorBody | undefined = Array.isArray(error.body) ? error.body[0] : error.body;
        const { errors = [], fieldErrors = {} } = body?.output ?? {};
        const shown = this.fields ?? [];
        const elsewhere = Object.entries(fieldErrors)
            .filter(([name]) => !shown.some((field) => field.name === name))
            .flatMap(([, list]) => list);
        this.fields = shown.map((field) => ({ ...field, error: fieldErrors[field.name]?.[0]?.message ?? '' }));
        const messages = [...errors, ...elsewhere].map(({ message }) => message);
        const isAllAtFields = messages.length === 0 && this.fields.some((field) => field.error);
        this.errors = messages.length > 0 || isAllAtFields ? messages : [errorText(error)];
    }
}
