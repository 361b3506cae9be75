import type { DeleteConstraint, FieldSchema, FieldType, ReferenceSchema } from '../schema/schema.ts';

export type FieldOptions = Partial<Omit<FieldSchema, 'name' | 'type'>>;

/** `LastModifiedById` → `Last Modified By Id`: what a standard field is called when nothing better is said. */
function labelOf(name: string): string {
    return name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ');
}

/** A field with the usual traits: optional, filterable, writable. */
export function field(name: string, type: FieldType, options: FieldOptions = {}): FieldSchema {
    return {
        name,
        label: labelOf(name),
        type,
        isCustom: false,
        isRequired: false,
        isUnique: false,
        isExternalId: false,
        isCaseSensitive: false,
        isFilterable: true,
        isCreateable: true,
        isUpdateable: true,
        ...options
    };
}

/** Traits of a field that only the platform writes. */
export const READ_ONLY = { isCreateable: false, isUpdateable: false } as const;

export function text(name: string, length: number, options: FieldOptions = {}): FieldSchema {
    return field(name, 'string', { length, ...options });
}

export function longText(name: string, length: number, options: FieldOptions = {}): FieldSchema {
    return field(name, 'textarea', { length, isFilterable: false, ...options });
}

/** A checkbox; never null. */
export function checkbox(name: string, options: FieldOptions = {}): FieldSchema {
    return field(name, 'boolean', { defaultValue: false, ...options });
}

/** A picklist; a value with a trailing `*` is the default. */
export function picklist(
    name: string,
    values: string[],
    { isRestricted = false, ...options }: FieldOptions & { isRestricted?: boolean } = {}
): FieldSchema {
    const entries = values.map((entry) => {
        const value = entry.replace(/\*$/, '');
        return { value, label: value, isDefault: value !== entry, isActive: true };
    });
    const chosen = entries.find((entry) => entry.isDefault);
    return field(name, 'picklist', {
        length: 255,
        picklist: { values: entries, isRestricted },
        ...(chosen && { defaultValue: chosen.value }),
        ...options
    });
}

export interface LookupOptions {
    relationshipName?: string;
    childRelationshipName?: string;
    deleteConstraint?: DeleteConstraint;
}

/** A standard lookup: `AccountId` is followed as `Account`. */
export function lookup(
    name: string,
    targets: string | string[],
    { relationshipName, childRelationshipName, deleteConstraint = 'SetNull' }: LookupOptions = {},
    options: FieldOptions = {}
): FieldSchema {
    const reference: ReferenceSchema = {
        targets: [targets].flat(),
        relationshipName: relationshipName ?? name.replace(/Id$/, ''),
        ...(childRelationshipName && { childRelationshipName }),
        deleteConstraint,
        isMasterDetail: false
    };
    return field(name, 'reference', { length: 18, label: labelOf(name.replace(/Id$/, '')), reference, ...options });
}

/** The fields every object has. */
export function systemFields(): FieldSchema[] {
    return [
        field('Id', 'id', { length: 18, label: 'Record ID', ...READ_ONLY }),
        checkbox('IsDeleted', { label: 'Deleted', ...READ_ONLY }),
        field('CreatedDate', 'datetime', READ_ONLY),
        lookup('CreatedById', 'User', {}, READ_ONLY),
        field('LastModifiedDate', 'datetime', READ_ONLY),
        lookup('LastModifiedById', 'User', {}, READ_ONLY),
        field('SystemModstamp', 'datetime', READ_ONLY)
    ];
}
