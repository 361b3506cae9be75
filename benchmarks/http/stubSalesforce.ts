import type { SalesforceRecord } from '../../booking-service/src/salesforce/answers.ts';
import type { SalesforceClient } from '../../booking-service/src/salesforce/salesforceClient.ts';

const DAY_MS = 86_400_000;
const DAYS = 75;
const APPOINTMENTS_A_DAY = 4;

/**
 * A Salesforce that answers at once: nothing has changed, and every host has four appointments a day.
 * What a real one takes is not ours to measure.
 */
export function stubSalesforce(): SalesforceClient {
    const refuse = () => Promise.reject(new Error('The benchmarks do not write to Salesforce.'));
    return {
        query: (soql) =>
            Promise.resolve(soql.includes('FROM Event ') || soql.includes('FROM Event\n') ? events(soql) : []),
        queryAll: () => Promise.resolve([]),
        queryMany: (queries) => Promise.resolve(queries.map(() => [])),
        composite: refuse,
        create: refuse,
        update: refuse,
        upsert: refuse,
        organizationId: () => Promise.resolve('00D000000000001AAA'),
        apiUsage: () => undefined
    };
}

function events(soql: string): SalesforceRecord[] {
    const owners = soql.match(/005\w{15}/g) ?? [];
    const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
    return owners.flatMap((owner, number) =>
        Array.from({ length: DAYS * APPOINTMENTS_A_DAY }, (_, index) => {
            const day = today + Math.floor(index / APPOINTMENTS_A_DAY) * DAY_MS;
            const start = day + ((index * 7 + number * 3) % 96) * 15 * 60_000;
            return {
                attributes: { type: 'Event' },
                OwnerId: owner,
                StartDateTime: new Date(start).toISOString(),
                EndDateTime: new Date(start + 30 * 60_000).toISOString(),
                IsAllDayEvent: false,
                IsChild: false
            };
        })
    );
}
