import type { FieldSchema, SharingModel, ValidationRule } from '../schema/schema.ts';

/** An object as declared, before its relationships are known. */
export interface ObjectDraft {
    name: string;
    label: string;
    pluralLabel: string;
    keyPrefix: string;
    isCustom: boolean;
    nameField: string;
    sharingModel: SharingModel;
    hasActivities: boolean;
    fields: FieldSchema[];
    validationRules: ValidationRule[];
    /** The object's folder or file, for messages. */
    source: string;
}
