import { findObject } from './settings';
import type { ObjectInfo } from './objectInfo';

const SYSTEM_FIELDS = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'];
const HIDDEN = new Set([
    ...SYSTEM_FIELDS,
    'Id',
    'IsDeleted',
    'SystemModstamp',
    'FirstName',
    'LastName',
    'MasterRecordId'
]);

export interface Section {
    label: string;
    /** Field names, read across: left, right, left, … */
    fields: string[];
}

/** The sections of a record's details: the project's page layout, or every field where there is none. */
export function detailSections(info: ObjectInfo): Section[] {
    const layout = findObject(info.apiName)?.layout ?? [];
    const sections = layout.length > 0 ? layout : [{ label: 'Information', fields: ownFields(info) }];
    const known = sections.map(({ label, fields }) => ({ label, fields: fields.filter((name) => info.fields[name]) }));
    return withSystemFields(known, info).filter(({ fields }) => fields.length > 0);
}

/** The few fields that stand beside a record's name. */
export function highlightFields(info: ObjectInfo): string[] {
    const columns = findObject(info.apiName)?.listViews[0]?.columns ?? [];
    return columns.filter((name) => info.fields[name] && !isNameField(info, name)).slice(0, 5);
}

/** Whether a field is (part of) the record's name. */
export function isNameField(info: ObjectInfo, name: string): boolean {
    return name === findObject(info.apiName)?.nameField || info.nameFields.includes(name);
}

// Who made and changed a record, and when, stands in one section: the layout's own if it has one.
function withSystemFields(sections: Section[], info: ObjectInfo): Section[] {
    const system = { label: 'System Information', fields: SYSTEM_FIELDS.filter((name) => info.fields[name]) };
    const others = sections.map(({ label, fields }) => ({
        label,
        fields: fields.filter((name) => !SYSTEM_FIELDS.includes(name))
    }));
    const own = others.find(({ label }) => label === system.label);
    own?.fields.push(...system.fields);
    return own ? others : [...others, system];
}

function ownFields(info: ObjectInfo): string[] {
    const names = Object.keys(info.fields).filter((name) => !HIDDEN.has(name));
    const nameField = findObject(info.apiName)?.nameField ?? 'Name';
    return [nameField, ...names.filter((name) => name !== nameField)];
}
