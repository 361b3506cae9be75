import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { FetchError, RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import { errorText } from './errorText';
import { fieldPaths } from './fieldView';
import { loadObjectInfo } from './objectInfo';
import type { ObjectInfo } from './objectInfo';

/** A component that shows fields of one record, and keeps them fresh. */
export abstract class RecordElement extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';

    info: ObjectInfo | undefined = undefined;
    record: RecordRepresentation | undefined = undefined;
    optionalFields: string[] | undefined = undefined;
    error: FetchError | undefined = undefined;

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$optionalFields' })
    wiredRecord({ data, error }: WireResult<RecordRepresentation>): void {
        this.error = error;
        if (!data) return;
        this.record = data;
        this.handleRecord();
    }

    async connectedCallback(): Promise<void> {
        try {
            const info = await loadObjectInfo(this.objectApiName);
            this.info = info;
            this.optionalFields = fieldPaths(info, this.fieldNames(info));
        } catch (error) {
            this.error = error as FetchError;
        }
    }

    get isLoading(): boolean {
        return !this.record && !this.error;
    }

    get errorMessage(): string {
        return this.error ? errorText(this.error) : '';
    }

    /** Names of the fields to read. */
    protected abstract fieldNames(info: ObjectInfo): string[];

    /** Called whenever the record was read. */
    protected handleRecord(): void {}
}
