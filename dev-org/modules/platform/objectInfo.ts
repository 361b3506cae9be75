import { rest } from './http';

/** As much of the UI API's object info as the shell shows. */
export interface ObjectInfo {
    apiName: string;
    label: string;
    labelPlural: string;
    nameFields: string[];
    createable: boolean;
    updateable: boolean;
    deletable: boolean;
    defaultRecordTypeId: string;
    fields: Record<string, FieldInfo>;
    childRelationships?: ChildRelationship[];
}

export interface FieldInfo {
    apiName: string;
    label: string;
    /** `String`, `DateTime`, `Reference`, … */
    dataType: string;
    createable: boolean;
    updateable: boolean;
    required: boolean;
    /** Longest text in characters; 0 for other types. */
    length: number;
    /** Digits after the decimal point. */
    scale: number;
    /** `Owner` of OwnerId; null for a field that refers to nothing. */
    relationshipName: string | null;
    referenceToInfos: { apiName: string; nameFields: string[] }[];
}

export interface ChildRelationship {
    childObjectApiName: string;
    fieldName: string;
    /** `SingleUseLinks__r` */
    relationshipName: string;
}

const infos = new Map<string, Promise<ObjectInfo>>();

/** What the running user sees of an object; asked once a page. @throws FetchError */
export function loadObjectInfo(objectApiName: string): Promise<ObjectInfo> {
    const known = infos.get(objectApiName);
    if (known) return known;
    const loading = rest<ObjectInfo>({ path: `/ui-api/object-info/${encodeURIComponent(objectApiName)}` });
    infos.set(objectApiName, loading);
    loading.catch(() => infos.delete(objectApiName));
    return loading;
}

/** Path of the name behind a reference field: `Owner.Name` of OwnerId. */
export function referencedNamePath(field: FieldInfo): string | undefined {
    const nameField = field.referenceToInfos[0]?.nameFields.at(-1) === 'LastName' ? 'Name' : undefined;
    const name = nameField ?? field.referenceToInfos[0]?.nameFields[0];
    return field.relationshipName && name ? `${field.relationshipName}.${name}` : undefined;
}
