import type { RecordObject } from '../../../types/links.d.ts';
import { rawSoql, soql } from '../../../booking-service/src/salesforce/soql.ts';
import type { PersonInView } from '../page/personInView.ts';
import type { SalesforceClient } from './client.ts';
import { textAt } from './row.ts';

/** A record that a link can be bound to, as people see it. */
export interface NamedRecord {
    id: string;
    objectApiName: RecordObject;
    name: string;
    /** What tells namesakes apart; may be empty. */
    hint: string;
}

/** More namesakes than these are not worth a choice in a popup. */
const MOST_MATCHES = 5;

/** A record by its id, or undefined when the user cannot see it. */
export async function findRecord(
    client: SalesforceClient,
    { id, objectApiName }: { id: string; objectApiName: RecordObject }
): Promise<NamedRecord | undefined> {
    const nameField = objectApiName === 'Case' ? 'Subject' : 'Name';
    const [row] = await client.query(
        soql`SELECT Id, ${rawSoql(nameField)} FROM ${rawSoql(objectApiName)} WHERE Id = ${id}`
    );
    return row && { id: textAt(row, 'Id'), objectApiName, name: textAt(row, nameField), hint: '' };
}

/** Contacts, then unconverted Leads, with one of the addresses; by name when no address is in view. */
export async function findPeople(client: SalesforceClient, { emails, names }: PersonInView): Promise<NamedRecord[]> {
    const byEmail = emails.length > 0;
    const values = byEmail ? emails : names;
    if (values.length === 0) return [];
    const field = rawSoql(byEmail ? 'Email' : 'Name');
    const contacts = await client.query(
        soql`SELECT Id, Name, Email FROM Contact WHERE ${field} IN ${values} ORDER BY Name LIMIT ${MOST_MATCHES}`
    );
    const leads = await client.query(
        soql`SELECT Id, Name, Email FROM Lead WHERE ${field} IN ${values} AND IsConverted = false
            ORDER BY Name LIMIT ${MOST_MATCHES}`
    );
    const toRecord = (objectApiName: RecordObject) => (row: Record<string, unknown>) => ({
        id: textAt(row, 'Id'),
        objectApiName,
        name: textAt(row, 'Name'),
        hint: textAt(row, 'Email')
    });
    return [...contacts.map(toRecord('Contact')), ...leads.map(toRecord('Lead'))].slice(0, MOST_MATCHES);
}
