import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { FetchError, RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import { errorText } from '../../platform/errorText';
import { fieldPaths, viewFields } from '../../platform/fieldView';
import type { FieldView } from '../../platform/fieldView';
import { loadObjectInfo } from '../../platform/objectInfo';
import type { ObjectInfo } from '../../platform/objectInfo';
import { detailSections } from '../../platform/recordFields';

interface SectionView {
    label: string;
    fields: FieldView[];
}

/** Every field of a record, in the sections of its layout. */
export default class RecordDetail extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';

    info: ObjectInfo | undefined = undefined;
    record: RecordRepresentation | undefined = undefined;
    optionalFields: string[] | undefined = undefined;
    error: FetchError | undefined = undefined;

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$optionalFields' })
    wiredRecord({ data, error }: WireResult<RecordRepresentation>): void {
        this.error = error;
        if (data) this.record = data;
    }

    async connectedCallback(): Promise<void> {
        try {
            const info = await loadObjectInfo(this.objectApiName);
            this.info = info;
            this.optionalFields = fieldPaths(
                info,
                detailSections(info).flatMap(({ fields }) => fields)
            );
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

    get sections(): SectionView[] {
        const { info, record } = this;
        if (!info || !record) return [];
        return detailSections(info).map(({ label, fields }) => ({ label, fields: viewFields(info, record, fields) }));
    }
}
