/** The dev org's picture of an org's schema: what the metadata in force-app and the standard objects say. */

export type FieldType =
    | 'id'
    | 'string'
    | 'textarea'
    | 'email'
    | 'url'
    | 'phone'
    | 'boolean'
    | 'int'
    | 'double'
    | 'datetime'
    | 'date'
    | 'time'
    | 'picklist'
    | 'multipicklist'
    | 'reference';

/** A stored or computed value: text, dates as `2026-11-21T03:07:01.000+0000` / `2026-11-21`, times as `09:00:00.000Z`. */
export type FieldValue = string | number | boolean | null;

export interface PicklistValue {
    value: string;
    label: string;
    isDefault: boolean;
    isActive: boolean;
}

export type DeleteConstraint = 'SetNull' | 'Restrict' | 'Cascade';

export interface ReferenceSchema {
    /** Object names; `*` stands for every object with activities (Event.WhatId). */
    targets: string[];
    /** How a child names its parent in a query: `MeetingType__r`, `Owner`. */
    relationshipName: string;
    /** How a parent names these children: `SingleUseLinks__r`; absent when it has no name. */
    childRelationshipName?: string;
    deleteConstraint: DeleteConstraint;
    isMasterDetail: boolean;
}

export interface FieldSchema {
    name: string;
    label: string;
    description?: string;
    /** What the bubble beside the field says. */
    helpText?: string;
    type: FieldType;
    /** Longest text in characters. */
    length?: number;
    precision?: number;
    scale?: number;
    isCustom: boolean;
    isRequired: boolean;
    isUnique: boolean;
    isExternalId: boolean;
    isCaseSensitive: boolean;
    /** False for long text areas, which SOQL and GraphQL refuse in filters and order. */
    isFilterable: boolean;
    isCreateable: boolean;
    isUpdateable: boolean;
    defaultValue?: FieldValue;
    picklist?: { values: PicklistValue[]; isRestricted: boolean };
    reference?: ReferenceSchema;
    /** Source text of a formula field; its value is computed at every read, never stored. */
    formula?: string;
    /** `M-{000000}` for an auto number name field. */
    autoNumberFormat?: string;
    /** Where the field was declared, for messages: `objects/Meeting__c/fields/Status__c.field-meta.xml`. */
    source?: string;
}

export interface ValidationRule {
    name: string;
    /** The rule fails the save when this formula is true. */
    condition: string;
    message: string;
    /** Field the message stands at; absent: top of the page. */
    errorField?: string;
    source: string;
}

export interface ChildRelationship {
    name: string;
    childObject: string;
    childField: string;
    deleteConstraint: DeleteConstraint;
}

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';

export interface ObjectSchema {
    name: string;
    label: string;
    pluralLabel: string;
    /** First three characters of its ids. */
    keyPrefix: string;
    isCustom: boolean;
    /** `Name`, or `Subject` for Event. */
    nameField: string;
    sharingModel: SharingModel;
    hasOwner: boolean;
    /** May be an Event's WhatId. */
    hasActivities: boolean;
    fields: Map<string, FieldSchema>;
    validationRules: ValidationRule[];
    childRelationships: ChildRelationship[];
    /** Finds a field whatever the case of `name`, as the platform does. */
    field(name: string): FieldSchema | undefined;
    /** Finds the reference field behind `MeetingType__r` or `Owner`, whatever its case. */
    fieldOfRelationship(relationshipName: string): FieldSchema | undefined;
}

/** A custom metadata record: `$CustomMetadata.AdmitOneSetting__mdt.Default.ServiceUrl__c`. */
export type CustomMetadataRecords = Map<string, Map<string, Record<string, FieldValue>>>;

/** Language, as a user has it (`de`, `pt_BR`), to the labels it says otherwise, by name. */
export type Translations = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface Schema {
    objects: Map<string, ObjectSchema>;
    customMetadata: CustomMetadataRecords;
    /** Names of files that components load. */
    staticResources: ReadonlySet<string>;
    /** Custom labels by name. */
    labels: Map<string, string>;
    /** Custom labels in other languages. */
    translations: Translations;
    /** Finds an object whatever the case of `name`. */
    object(name: string): ObjectSchema | undefined;
    /** The object an id belongs to, by its key prefix. */
    objectOfId(id: string): ObjectSchema | undefined;
}
