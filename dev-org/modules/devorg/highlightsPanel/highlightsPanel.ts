import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { FetchError, RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import { errorText } from '../../platform/errorText';
import { fieldPaths, viewFields } from '../../platform/fieldView';
import type { FieldView } from '../../platform/fieldView';
import { loadObjectInfo } from '../../platform/objectInfo';
import type { ObjectInfo } from '../../platform/objectInfo';
import { askAndDelete, openEditForm } from '../../platform/recordActions';
import { highlightFields } from '../../platform/recordFields';
import { findObject } from '../../platform/settings';
import { setTitle } from '../../platform/title';
import type { ShellObject } from '../../shellSettings';

/** The head of a record page: what it is, its name and the few fields that matter most. */
export default class HighlightsPanel extends LightningElement {
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
        setTitle(`${this.recordName} | ${this.object?.label ?? this.objectApiName}`);
    }

    async connectedCallback(): Promise<void> {
        try {
            const info = await loadObjectInfo(this.objectApiName);
            this.info = info;
            this.optionalFields = fieldPaths(info, [this.nameField, ...highlightFields(info)]);
        } catch (error) {
            this.error = error as FetchError;
        }
    }

    get object(): ShellObject | undefined {
        return findObject(this.objectApiName);
    }

    get recordName(): string {
        const value = this.record?.fields[this.nameField]?.value;
        return typeof value === 'string' && value !== '' ? value : (this.object?.label ?? '');
    }

    get fields(): FieldView[] {
        return this.info && this.record ? viewFields(this.info, this.record, highlightFields(this.info)) : [];
    }

    get canEdit(): boolean {
        return this.info?.updateable ?? false;
    }

    get canDelete(): boolean {
        return this.info?.deletable ?? false;
    }

    get errorMessage(): string {
        return this.error ? errorText(this.error) : '';
    }

    async handleEditClick(): Promise<void> {
        if (this.object) await openEditForm(this.object, this.recordId);
    }

    async handleDeleteClick(): Promise<void> {
        if (this.object) await askAndDelete(this.object, this.recordId);
    }

    private get nameField(): string {
        return this.object?.nameField ?? 'Name';
    }
}
