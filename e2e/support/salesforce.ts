import { readFileSync } from 'node:fs';
import type { FaultInput } from '../../dev-org/src/faults/fault.ts';
import { NEXORA_USERNAMES } from '../../dev-org/seed/company.ts';
import type { NexoraUser } from '../../dev-org/seed/company.ts';
import { createSalesforceConnection } from '../../booking-service/src/salesforce/connection.ts';
import type { SalesforceRecord } from '../../booking-service/src/salesforce/answers.ts';
import type { SalesforceClient } from '../../booking-service/src/salesforce/salesforceClient.ts';
import { soql } from '../../booking-service/src/salesforce/soql.ts';
import { hashToken, newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { API_VERSION, CLIENT_ID, keyFiles } from '../../scripts/local/localSettings.ts';
import { local } from './local.ts';
import type { LocalAdmitOne } from './local.ts';

/** Salesforce's API of a running Admit One, as a user sees it. */
export function connectAs(user: NexoraUser, { orgUrl, dataDir }: LocalAdmitOne = local): SalesforceClient {
    return createSalesforceConnection({
        loginUrl: orgUrl,
        clientId: CLIENT_ID,
        username: NEXORA_USERNAMES[user],
        privateKeyPem: readFileSync(keyFiles(dataDir).privateKeyFile, 'utf8'),
        apiVersion: API_VERSION
    });
}

/** A reusable link of Julio's that no other test knows. */
export interface OriginalLink {
    id: string;
    slug: string;
    name: string;
    meetingTypeId: string;
}

/** What a new meeting type differs in from one that anybody can book. */
export type MeetingTypeFields = Record<string, unknown>;

/** Makes a meeting type, as the admin would, and a link to it that Julio hosts, as Julio would. */
export async function createOriginal(name: string, meetingType: MeetingTypeFields = {}): Promise<OriginalLink> {
    const meetingTypeId = await connectAs('amara').create('MeetingType__c', {
        Name: name,
        Title__c: name,
        DurationMinutes__c: 30,
        ...meetingType
    });
    const julio = connectAs('julio');
    const slug = name.toLowerCase().replaceAll(' ', '-');
    const id = await julio.create('BookingLink__c', { Name: name, Slug__c: slug, MeetingType__c: meetingTypeId });
    const [user] = await julio.query(soql`SELECT Id FROM User WHERE Username = ${NEXORA_USERNAMES.julio}`);
    await julio.create('LinkHost__c', { BookingLink__c: id, Role__c: 'Required Host', User__c: user?.['Id'] });
    return { id, slug, name, meetingTypeId };
}

/** Makes a single-use link as a component would. @returns its URL and its record's id */
export async function mintLink(
    slug: string,
    fields: Record<string, unknown> = {},
    where: LocalAdmitOne = local
): Promise<{ url: string; id: string }> {
    const julio = connectAs('julio', where);
    const [original] = await julio.query(soql`SELECT Id FROM BookingLink__c WHERE Slug__c = ${slug}`);
    const token = newToken();
    const id = await julio.create('SingleUseLink__c', {
        BookingLink__c: original?.['Id'],
        TokenHash__c: await hashToken(token),
        CopiedFrom__c: 'API',
        ...fields
    });
    return { url: `${where.serviceUrl}/s/${token}`, id };
}

/** The meetings in Salesforce of everybody with this last name. */
export function meetingsOf(lastName: string, where: LocalAdmitOne = local): Promise<SalesforceRecord[]> {
    return connectAs('integration', where).query(
        soql`SELECT Id, BookingUid__c, StartsAt__c, TimeZone__c, Status__c FROM Meeting__c WHERE ProspectLastName__c = ${lastName}`
    );
}

/** The URL of a single-use link that was never made. */
export function unknownLink(): string {
    return `${local.serviceUrl}/s/${newToken()}`;
}

/** Lets Salesforce fail until `mendSalesforce`. */
export async function breakSalesforce(fault: FaultInput): Promise<void> {
    const response = await fetch(`${local.orgUrl}/__dev/faults`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(fault)
    });
    if (!response.ok) throw new Error(`The fault was not taken: ${await response.text()}`);
}

/** Takes all faults back. */
export async function mendSalesforce(): Promise<void> {
    await fetch(`${local.orgUrl}/__dev/faults`, { method: 'DELETE' });
}
