import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import pino from 'pino';
import type { DatabaseConnection } from '../../booking-service/src/database/database.ts';
import type { Database } from '../../booking-service/src/database/tables.ts';
import { DefinitionStore } from '../../booking-service/src/mirror/definitionStore.ts';
import type { DefinitionObject } from '../../booking-service/src/mirror/records.ts';
import { hashToken, newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { HOST_ZONES } from '../slotScenarios.ts';

export const POOL_LINK = 'l/bench-pool';
export const POOL_MEMBERS = 50;
/** Links with one host each, so that bookings need not wait for each other. */
export const HOSTS = 64;
export const hostLink = (host: number): string => `l/bench-host-${host}`;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const STAMP = '2026-01-01T00:00:00.000+0000';
const TYPE_ID = recordId('a00', 0);
const POOL_ID = recordId('a01', 0);

/** Puts links, hosts and schedules into the mirror, as polling Salesforce would. */
export async function seedDefinitions(connection: DatabaseConnection): Promise<void> {
    const store = new DefinitionStore(connection, pino({ level: 'silent' }));
    const hosts = Array.from({ length: Math.max(HOSTS, POOL_MEMBERS) }, (_, host) => host);
    const records: Record<string, Record<string, unknown>[]> = {
        MeetingType__c: [meetingType()],
        User: hosts.map(user),
        AvailabilitySchedule__c: hosts.map(schedule),
        AvailabilityWindow__c: hosts.flatMap(windows),
        HostPool__c: [{ Id: POOL_ID, Name: 'Everybody', IsActive__c: true }],
        HostPoolMember__c: hosts.slice(0, POOL_MEMBERS).map(poolMember),
        BookingLink__c: [
            ...hosts.map((host) => link(host, hostLink(host).slice(2))),
            link(hosts.length, POOL_LINK.slice(2))
        ],
        LinkHost__c: [
            ...hosts.map((host) => linkHost(host, { Role__c: 'Required Host', User__c: recordId('005', host) })),
            linkHost(hosts.length, { Role__c: 'Pool', HostPool__c: POOL_ID })
        ]
    };
    await connection.db.transaction().execute(async (transaction) => {
        for (const [objectName, rows] of Object.entries(records)) {
            const stamped = rows.map((row) => ({ Id: '', SystemModstamp: STAMP, IsDeleted: false, ...row }));
            await store.save(transaction, objectName as DefinitionObject, stamped);
        }
        await transaction.updateTable('mirror_state').set({ polled_at: new Date() }).execute();
    });
}

/** Makes single-use links of a host's link; their paths. */
export async function mintLinks(db: Kysely<Database>, host: number, count: number): Promise<string[]> {
    const tokens = Array.from({ length: count }, () => newToken());
    const rows = await Promise.all(
        tokens.map(async (token) => ({
            token_hash: await hashToken(token),
            id: randomUUID().slice(0, 18),
            booking_link_id: recordId('a02', host),
            owner_id: recordId('005', host),
            system_modstamp: new Date(),
            read_at: new Date()
        }))
    );
    await db.insertInto('single_use_links').values(rows).execute();
    return tokens.map((token) => `s/${token}`);
}

function meetingType() {
    return {
        Id: TYPE_ID,
        Title__c: 'Intro call',
        DurationMinutes__c: 30,
        StartIncrementMinutes__c: 30,
        BookingWindowDays__c: 60,
        IsActive__c: true
    };
}

const user = (host: number) => ({
    Id: recordId('005', host),
    Name: `Host ${host}`,
    Email: `host-${host}@example.com`,
    TimeZoneSidKey: zoneOf(host),
    IsActive: true
});

const schedule = (host: number) => ({
    Id: recordId('a03', host),
    User__c: recordId('005', host),
    TimeZone__c: zoneOf(host),
    IsActive__c: true
});

const windows = (host: number) =>
    WEEKDAYS.map((weekday, index) => ({
        Id: recordId('a04', host * WEEKDAYS.length + index),
        Schedule__c: recordId('a03', host),
        Kind__c: 'Weekly',
        Weekday__c: weekday,
        StartTime__c: '09:00:00.000Z',
        EndTime__c: '17:00:00.000Z'
    }));

const poolMember = (host: number) => ({
    Id: recordId('a05', host),
    HostPool__c: POOL_ID,
    User__c: recordId('005', host),
    Weight__c: 1,
    IsActive__c: true
});

const link = (number: number, slug: string) => ({
    Id: recordId('a02', number),
    OwnerId: recordId('005', 0),
    Name: slug,
    Slug__c: slug,
    MeetingType__c: TYPE_ID,
    IsActive__c: true
});

const linkHost = (number: number, fields: Record<string, unknown>) => ({
    Id: recordId('a06', number),
    BookingLink__c: recordId('a02', number),
    ...fields
});

const zoneOf = (host: number): string => HOST_ZONES[host % HOST_ZONES.length] ?? 'UTC';

function recordId(prefix: string, number: number): string {
    return `${prefix}${String(number).padStart(12, '0')}AAA`;
}
