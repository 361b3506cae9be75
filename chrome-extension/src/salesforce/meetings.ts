import { soql } from '../../../booking-service/src/salesforce/soql.ts';
import type { SalesforceClient } from './client.ts';
import { textAt } from './row.ts';

/** A meeting of today, as the side panel shows it. */
export interface TodaysMeeting {
    id: string;
    /** ISO 8601. */
    startsAt: string;
    endsAt: string;
    title: string;
    prospectName: string;
    location: string;
}

/** Meetings that a user hosts on the local day of `now`, earliest first; canceled ones left out. */
export async function findTodaysMeetings(
    client: SalesforceClient,
    userId: string,
    now: Date
): Promise<TodaysMeeting[]> {
    const from = new Date(now.getFullYear(), now.getMonth(), now.getDate());
    const to = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    const rows = await client.query(
        soql`SELECT Id, StartsAt__c, EndsAt__c, MeetingTypeTitle__c, ProspectName__c, Location__c FROM Meeting__c
            WHERE Host__c = ${userId} AND StartsAt__c >= ${from} AND StartsAt__c < ${to} AND Status__c != 'Canceled'
            ORDER BY StartsAt__c`
    );
    return rows.map((row) => ({
        id: textAt(row, 'Id'),
        startsAt: textAt(row, 'StartsAt__c'),
        endsAt: textAt(row, 'EndsAt__c'),
        title: textAt(row, 'MeetingTypeTitle__c'),
        prospectName: textAt(row, 'ProspectName__c'),
        location: textAt(row, 'Location__c')
    }));
}
