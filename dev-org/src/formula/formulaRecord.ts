import type { FieldValue } from '../schema/schema.ts';

/** What a formula sees of the record it is evaluated for. */
export interface FormulaRecord {
    /** A field of the record, or of a parent: `['MeetingType__r', 'IsActive__c']`, in the schema's spelling. */
    value(path: string[]): FieldValue;
    /** The field before the save under way. */
    priorValue(fieldName: string): FieldValue;
    isNew: boolean;
    isChanged(fieldName: string): boolean;
    /** Milliseconds since the epoch. */
    now: number;
    /** `['AdmitOneSetting__mdt', 'Default', 'ServiceUrl__c']`. */
    customMetadata(path: string[]): FieldValue;
}
