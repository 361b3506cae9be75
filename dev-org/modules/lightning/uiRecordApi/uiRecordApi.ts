/** Records as the running user, as `lightning/uiRecordApi` does in an org. */
import type * as Platform from 'lightning/uiRecordApi';
import type { FieldId, GetRecordConfig, RecordRepresentation } from 'lightning/uiRecordApi';
import { FetchAdapter } from '../../platform/fetchAdapter';
import { rest } from '../../platform/http';
import { announceRecordChange, onRecordChange } from '../../platform/recordChanges';

/** @throws FetchError */
export const createRecord: typeof Platform.createRecord = (input) =>
    rest<RecordRepresentation>({ method: 'POST', path: '/ui-api/records', body: input });

/** @throws FetchError */
export const updateRecord: typeof Platform.updateRecord = async (input, options) => {
    const { Id, ...fields } = input.fields;
    if (typeof Id !== 'string') throw new TypeError('updateRecord needs the record id in fields.Id.');
    const record = await rest<RecordRepresentation>({
        method: 'PATCH',
        path: `/ui-api/records/${encodeURIComponent(Id)}`,
        body: { fields },
        ...(options?.ifUnmodifiedSince && { headers: { 'if-unmodified-since': options.ifUnmodifiedSince } })
    });
    announceRecordChange(Id);
    return record;
};

/** @throws FetchError */
export const deleteRecord: typeof Platform.deleteRecord = async (recordId) => {
    await rest({ method: 'DELETE', path: `/ui-api/records/${encodeURIComponent(recordId)}` });
};

export const notifyRecordUpdateAvailable: typeof Platform.notifyRecordUpdateAvailable = async (items) => {
    for (const { recordId } of items) announceRecordChange(recordId);
};

/** Wire: a record with the fields asked for, kept fresh while this page changes it. */
export class getRecord extends FetchAdapter<GetRecordConfig, RecordRepresentation> {
    private stopWatching: (() => void) | undefined;

    override disconnect(): void {
        super.disconnect();
        this.stopWatching?.();
        this.stopWatching = undefined;
    }

    protected load(config: GetRecordConfig): Promise<RecordRepresentation> | undefined {
        const { recordId, fields = [], optionalFields = [] } = config;
        this.stopWatching?.();
        this.stopWatching = undefined;
        if (!recordId || (!config.fields && !config.optionalFields)) return undefined;
        this.stopWatching = onRecordChange(recordId, () => {
            void this.reload();
        });
        const query = new URLSearchParams();
        if (fields.length > 0) query.set('fields', fields.map(qualifiedName).join(','));
        if (optionalFields.length > 0) query.set('optionalFields', optionalFields.map(qualifiedName).join(','));
        return rest({ path: `/ui-api/records/${encodeURIComponent(recordId)}?${query.toString()}` });
    }
}

export const getFieldValue: typeof Platform.getFieldValue = (record, field) => findField(record, field)?.value;

export const getFieldDisplayValue: typeof Platform.getFieldDisplayValue = (record, field) =>
    findField(record, field)?.displayValue;

function findField(
    record: RecordRepresentation | undefined,
    field: FieldId | string
): RecordRepresentation['fields'][string] | undefined {
    const [, ...path] = qualifiedName(field).split('.');
    const last = path.pop();
    let owner = record;
    for (const step of path) owner = owner?.fields[step]?.value as RecordRepresentation | undefined;
    return last === undefined ? undefined : owner?.fields[last];
}

function qualifiedName(field: FieldId | string): string {
    return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}
