import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { rest } from './http';
import type { FieldInfo, ObjectInfo } from './objectInfo';
import { detailSections } from './recordFields';
import { findObject } from './settings';
import { query } from './soql';

export interface Option {
    label: string;
    value: string;
}

/** One field of a form, ready to be filled in. */
export interface FormField {
    name: string;
    label: string;
    dataType: string;
    value: unknown;
    isRequired: boolean;
    maxLength: number | undefined;
    /** `0.01` for two digits after the decimal point. */
    step: string;
    /** Choices of a picklist or reference. */
    options: Option[];
    /** What is wrong with the value, by the org. */
    error: string;
}

const NONE: Option = { label: '--None--', value: '' };
const MAX_CHOICES = 200;
const MAX_TARGETS = 3;

/** The fields of an object that the user may fill in: of a new record, or of `record`. @throws FetchError */
export async function loadFormFields(info: ObjectInfo, record: RecordRepresentation | undefined): Promise<FormField[]> {
    return Promise.all(editableFields(info, !record).map((field) => formField(info, field, record)));
}

/** Names of the fields a form shows. */
export function editableFields(info: ObjectInfo, isNew: boolean): FieldInfo[] {
    const people = ['FirstName', 'LastName'].filter((name) => info.nameFields.includes(name));
    const placed = detailSections(info).flatMap(({ fields }) => fields);
    const required = Object.values(info.fields).filter((field) => field.required);
    const names = new Set([...people, ...placed, ...required.map(({ apiName }) => apiName)]);
    names.delete('OwnerId');
    return [...names]
        .map((name) => info.fields[name])
        .filter((field) => field !== undefined)
        .filter((field) => (isNew ? field.createable : field.updateable));
}

/** A value as the UI API takes it. */
export function inputValue({ dataType, value }: FormField): unknown {
    if (dataType === 'Boolean') return value === true;
    if (value === '' || value === undefined || value === null) return null;
    if (['Double', 'Int', 'Currency', 'Percent'].includes(dataType)) return Number(value);
    if (dataType === 'Time') return String(value).replace(/Z?$/, 'Z');
    return value;
}

async function formField(
    info: ObjectInfo,
    field: FieldInfo,
    record: RecordRepresentation | undefined
): Promise<FormField> {
    const { options, byDefault } = await loadChoices(info, field);
    const initial = findObject(info.apiName)?.defaults[field.apiName] ?? byDefault;
    const value = record ? record.fields[field.apiName]?.value : initial;
    return {
        name: field.apiName,
        label: field.label.replace(/ ID$/, ''),
        dataType: field.dataType,
        // Base components take an empty text for a checked box.
        value: value ?? (field.dataType === 'Boolean' ? false : ''),
        isRequired: field.required,
        maxLength: field.length || undefined,
        step: field.scale > 0 ? (1 / 10 ** field.scale).toFixed(field.scale) : '1',
        options,
        error: ''
    };
}

async function loadChoices(info: ObjectInfo, field: FieldInfo): Promise<{ options: Option[]; byDefault?: string }> {
    if (field.dataType === 'Picklist') {
        const path = `/ui-api/object-info/${info.apiName}/picklist-values/${info.defaultRecordTypeId}/${field.apiName}`;
        const { values, defaultValue } = await rest<{ values: Option[]; defaultValue: Option | null }>({ path });
        return { options: [NONE, ...values], ...(defaultValue && { byDefault: defaultValue.value }) };
    }
    if (field.dataType !== 'Reference') return { options: [] };
    const targets = field.referenceToInfos.slice(0, MAX_TARGETS);
    const choices = await Promise.all(targets.map(({ apiName }) => loadRecords(apiName)));
    return { options: [NONE, ...choices.flat()] };
}

async function loadRecords(objectApiName: string): Promise<Option[]> {
    const nameField = findObject(objectApiName)?.nameField;
    if (!nameField) return [];
    const soql = `SELECT Id, ${nameField} FROM ${objectApiName} ORDER BY ${nameField} LIMIT ${MAX_CHOICES}`;
    return (await query(soql)).map((row) => ({ label: String(row[nameField]), value: row.Id }));
}
