import { getFieldValue, type RecordRepresentation } from 'lightning/uiRecordApi';

/** What tells whether a Lead was converted, and into whom; what the user may not read is left out of the answer. */
export const CONVERSION_FIELDS = ['Lead.IsConverted', 'Lead.ConvertedContact.Id', 'Lead.ConvertedContact.Name'];

/** Whom a Lead has become. */
export interface ConvertedContact {
    id: string;
    name: string;
}

/** Whether a record is a converted Lead: Salesforce lets hardly anybody change or refer to one. */
export function isConverted(record: RecordRepresentation | undefined): boolean {
    return getFieldValue(record, 'Lead.IsConverted') === true;
}

/** The Contact that a Lead has become; undefined where the user may not see it. */
export function contactOf(lead: RecordRepresentation | undefined): ConvertedContact | undefined {
    const id = getFieldValue(lead, 'Lead.ConvertedContact.Id');
    const name = getFieldValue(lead, 'Lead.ConvertedContact.Name');
    return typeof id === 'string' ? { id, name: String(name ?? '') } : undefined;
}
