import {
    hasServiceUrl,
    newSingleUseLink,
    type BoundRecord
} from '../../../force-app/main/default/lwc/linkApi/newSingleUseLink.ts';
import type { CopyableLink } from '../../../types/links.d.ts';
import { soql } from '../../../booking-service/src/salesforce/soql.ts';
import { Problem } from '../problem.ts';
import type { SalesforceClient } from './client.ts';
import { textAt, type Row } from './row.ts';

/** A single-use link that nobody has used yet. Its URL is not known any more: only its hash was ever stored. */
export interface UnusedLink {
    id: string;
    /** Name of the original link; the number of this one where the user may no longer see the original. */
    linkName: string;
    /** Whom it was made for: record or address; empty when it was made for nobody. */
    forWhom: string;
    /** ISO 8601. */
    createdAt: string;
    /** ISO 8601; empty when it does not expire by itself. */
    expiresAt: string;
}

const RECORD_NAMES = ['Lead__r.Name', 'Contact__r.Name', 'Account__r.Name', 'Opportunity__r.Name', 'Case__r.Subject'];

/**
 * Makes a single-use version of a link. @returns its URL, which is never to be had again
 * @throws Problem service_url_missing; see {@link SalesforceClient.create}
 */
export async function mintSingleUseLink(
    client: SalesforceClient,
    link: CopyableLink,
    record?: BoundRecord
): Promise<string> {
    if (!hasServiceUrl(link)) throw new Problem('service_url_missing');
    const { url, fields } = await newSingleUseLink(link, 'Chrome Extension', record);
    await client.create('SingleUseLink__c', fields);
    return url;
}

/** The user's latest single-use links that still work. */
export async function findUnusedLinks(client: SalesforceClient, userId: string): Promise<UnusedLink[]> {
    const rows = await client.query(
        soql`SELECT Id, Name, CreatedDate, ExpiresAt__c, RecipientEmail__c, BookingLink__r.Name, Lead__r.Name, Contact__r.Name,
            Account__r.Name, Opportunity__r.Name, Case__r.Subject FROM SingleUseLink__c
            WHERE OwnerId = ${userId} AND Status__c = 'Active' ORDER BY CreatedDate DESC LIMIT 50`
    );
    return rows.map(toUnusedLink);
}

/** Withdraws a single-use link for good. @throws Problem see {@link SalesforceClient.create} */
export async function revokeLink(client: SalesforceClient, id: string, now: Date): Promise<void> {
    await client.update('SingleUseLink__c', id, { RevokedAt__c: now.toISOString() });
}

function toUnusedLink(row: Row): UnusedLink {
    const names = [...RECORD_NAMES, 'RecipientEmail__c'].map((path) => textAt(row, path));
    return {
        id: textAt(row, 'Id'),
        linkName: textAt(row, 'BookingLink__r.Name') || textAt(row, 'Name'),
        forWhom: names.find((name) => name !== '') ?? '',
        createdAt: textAt(row, 'CreatedDate'),
        expiresAt: textAt(row, 'ExpiresAt__c')
    };
}
