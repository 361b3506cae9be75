import type { BookingLink, SingleUsePolicy } from '../../../types/links.d.ts';
import { rawSoql, soql } from '../../../booking-service/src/salesforce/soql.ts';
import type { SalesforceClient } from './client.ts';
import { isOnAt, numberAt, rowsAt, textAt, type Row } from './row.ts';

/** A booking link and whose it is. */
export interface OwnedLink extends BookingLink {
    isMine: boolean;
    ownerName: string;
    /** Milliseconds since the epoch: the earlier expiry of the link and its meeting type; absent: none. */
    expiresAt?: number;
}

const FIELDS = rawSoql(
    [
        'Id, Name, Slug__c, Url__c, Description__c, IsActive__c, IsInLibrary__c, ExpiresAt__c, OwnerId, Owner.Name',
        'MeetingType__r.Title__c, MeetingType__r.DurationMinutes__c, MeetingType__r.IsActive__c',
        'MeetingType__r.ExpiresAt__c, MeetingType__r.SingleUsePolicy__c',
        '(SELECT User__r.Name, HostPool__r.Name FROM LinkHosts__r ORDER BY Position__c)'
    ].join(', ')
);

const POLICIES: readonly SingleUsePolicy[] = ['Allowed', 'Default Action', 'Required'];

/** The user's links and those that others have shared in the Links Library, by name, as they stand at `now`. */
export async function findLinks(client: SalesforceClient, userId: string, now: Date): Promise<OwnedLink[]> {
    const rows = await client.query(
        soql`SELECT ${FIELDS} FROM BookingLink__c WHERE OwnerId = ${userId} OR IsInLibrary__c = true ORDER BY Name LIMIT 2000`
    );
    return rows.map((row) => toLink(row, userId, now));
}

/** Why nobody could book a link at `now`; undefined when somebody could. */
export function whyNotBookable(
    { isActive, expiresAt }: OwnedLink,
    now: Date
): 'link_inactive' | 'link_expired' | undefined {
    if (!isActive) return 'link_inactive';
    return expiresAt !== undefined && expiresAt <= now.getTime() ? 'link_expired' : undefined;
}

function toLink(row: Row, userId: string, now: Date): OwnedLink {
    const expiresAt = earliest(textAt(row, 'ExpiresAt__c'), textAt(row, 'MeetingType__r.ExpiresAt__c'));
    const policy = textAt(row, 'MeetingType__r.SingleUsePolicy__c');
    return {
        id: textAt(row, 'Id'),
        name: textAt(row, 'Name'),
        slug: textAt(row, 'Slug__c'),
        url: textAt(row, 'Url__c'),
        description: textAt(row, 'Description__c'),
        meetingTypeTitle: textAt(row, 'MeetingType__r.Title__c'),
        durationMinutes: numberAt(row, 'MeetingType__r.DurationMinutes__c'),
        singleUsePolicy: POLICIES.find((known) => known === policy) ?? 'Allowed',
        hostNames: rowsAt(row, 'LinkHosts__r').flatMap(hostName),
        isActive: isOnAt(row, 'IsActive__c') && isOnAt(row, 'MeetingType__r.IsActive__c'),
        isExpired: expiresAt !== undefined && expiresAt <= now.getTime(),
        ...(expiresAt !== undefined && { expiresAt }),
        isInLibrary: isOnAt(row, 'IsInLibrary__c'),
        unusedCount: 0,
        isMine: textAt(row, 'OwnerId') === userId,
        ownerName: textAt(row, 'Owner.Name')
    };
}

/** Of instants as Salesforce writes them, empty where there is none. */
function earliest(...instants: string[]): number | undefined {
    const times = instants.filter((instant) => instant !== '').map((instant) => Date.parse(instant));
    return times.length > 0 ? Math.min(...times) : undefined;
}

function hostName(row: Row): string[] {
    const name = textAt(row, 'User__r.Name') || textAt(row, 'HostPool__r.Name');
    return name === '' ? [] : [name];
}
