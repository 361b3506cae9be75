import type { RecordRepresentation } from 'lightning/uiRecordApi';
import type { FieldInfo, ObjectInfo } from './objectInfo';
import { referencedNamePath } from './objectInfo';
import { objectOfId } from './settings';

export type FieldKind =
    'text' | 'longText' | 'boolean' | 'dateTime' | 'date' | 'number' | 'email' | 'phone' | 'url' | 'link';

/** One field of one record, ready to be shown. */
export interface FieldView {
    name: string;
    label: string;
    kind: FieldKind;
    /** Text, number or instant; empty text when the field is empty. */
    value: unknown;
    /** Where a reference leads. */
    url: string;
}

const KINDS: Record<string, FieldKind> = {
    Boolean: 'boolean',
    Date: 'date',
    DateTime: 'dateTime',
    Currency: 'number',
    Double: 'number',
    Email: 'email',
    Int: 'number',
    Percent: 'number',
    Phone: 'phone',
    Reference: 'link',
    TextArea: 'longText',
    Url: 'url'
};

/** How values of a field are shown. */
export function kindOf(field: FieldInfo): FieldKind {
    return KINDS[field.dataType] ?? 'text';
}

/** Field paths to ask the UI API for, names of referenced records included. */
export function fieldPaths(info: ObjectInfo, names: string[]): string[] {
    return names.flatMap((name) => {
        const field = info.fields[name];
        if (!field) return [];
        const parent = kindOf(field) === 'link' ? referencedNamePath(field) : undefined;
        const own = `${info.apiName}.${name}`;
        return parent ? [own, `${info.apiName}.${parent}`] : [own];
    });
}

/** The named fields of a record, without those the user may not see. */
export function viewFields(info: ObjectInfo, record: RecordRepresentation, names: string[]): FieldView[] {
    return names.flatMap((name) => {
        const field = info.fields[name];
        return field && record.fields[name] ? [viewField(field, record)] : [];
    });
}

function viewField(field: FieldInfo, record: RecordRepresentation): FieldView {
    const kind = kindOf(field);
    const { value, displayValue } = record.fields[field.apiName] ?? { value: null, displayValue: null };
    const common = { name: field.apiName, label: field.label, kind };
    if (kind !== 'link') return { ...common, value: (kind === 'text' ? displayValue : null) ?? value ?? '', url: '' };
    const id = String(value ?? '');
    return { ...common, label: withoutId(field.label), value: nameBehind(field, record) ?? id, url: recordUrl(id) };
}

/** The page of a record; empty for an id whose object has no page. */
export function recordUrl(id: string): string {
    const object = id ? objectOfId(id) : undefined;
    return object ? `/lightning/r/${object.name}/${id}/view` : '';
}

function nameBehind(field: FieldInfo, record: RecordRepresentation): string | undefined {
    const [relationship = '', name = ''] = referencedNamePath(field)?.split('.') ?? [];
    const parent = record.fields[relationship]?.value as RecordRepresentation | null | undefined;
    const value = parent?.fields[name]?.value;
    return typeof value === 'string' ? value : undefined;
}

// The platform labels lookups "Owner ID" but shows "Owner".
function withoutId(label: string): string {
    return label.replace(/ ID$/, '');
}
