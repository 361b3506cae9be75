import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { loadProject } from '../src/metadata/loadProject.ts';
import type { FieldValue } from '../src/schema/schema.ts';
import { createRecordStore } from '../src/store/createRecordStore.ts';
import type { RecordStore, Row } from '../src/store/recordStore.ts';
import { NEXORA_SLUGS, nexoraPermissionSets, NEXORA_USERNAMES, seedNexora } from './nexora.ts';

const project = loadProject(path.join(import.meta.dirname, '..', '..'));
const WEDNESDAY = Date.parse('2026-11-25T15:00:00Z');

function emptyOrg(now: number): RecordStore {
    return createRecordStore(project.schema, { permissionSets: project.permissionSets, clock: () => now });
}

function setup(now = WEDNESDAY) {
    const store = emptyOrg(now);
    const { userIds } = seedNexora(store, { now });
    const object = (name: string) => {
        const found = store.schema.object(name);
        if (!found) throw new Error(`no object ${name}`);
        return found;
    };
    const rows = (name: string): Row[] => [...store.rows(object(name))];
    const values = (name: string, field: string): FieldValue[] =>
        rows(name).map((row) => store.value(object(name), row, field));
    return { store, userIds, object, rows, values };
}

const unique = (values: FieldValue[]): FieldValue[] => [...new Set(values)].sort();
const time = (value: FieldValue | undefined): number => Date.parse(String(value));

describe('seedNexora', () => {
    it('inserts everybody with their time zone and permission sets', () => {
        const { rows, userIds } = setup();
        const users = new Map(rows('User').map((row) => [row.Id, row]));
        expect(Object.values(userIds).map((id) => users.get(id)?.['Username'])).toEqual(
            expect.arrayContaining(Object.values(NEXORA_USERNAMES))
        );
        const sets = new Map(rows('PermissionSet').map((row) => [row.Id, row['Name']]));
        const assigned = rows('PermissionSetAssignment').map((row) => [
            users.get(String(row['AssigneeId']))?.['Username'],
            sets.get(String(row['PermissionSetId']))
        ]);
        const expected = nexoraPermissionSets.flatMap(({ username, permissionSets }) =>
            permissionSets.map((name) => [username, name])
        );
        expect(assigned).toEqual(expected);
    });

    it('gives each host working hours in their own zone', () => {
        const { rows } = setup();
        const zones = new Map(rows('User').map((row) => [row.Id, row['TimeZoneSidKey']]));
        const schedules = rows('AvailabilitySchedule__c');
        expect(schedules).toHaveLength(5);
        expect(schedules.filter((row) => row['TimeZone__c'] !== zones.get(String(row['User__c'])))).toEqual([]);
    });

    it('has reusable links of both types under their slugs', () => {
        const { values } = setup();
        expect(unique(values('BookingLink__c', 'Slug__c'))).toEqual(Object.values(NEXORA_SLUGS).sort());
        expect(unique(values('BookingLink__c', 'LinkType__c'))).toEqual(['Managed', 'Standard']);
        expect(values('BookingLink__c', 'Url__c')).toContain('http://127.0.0.1:4000/l/julio-intro');
    });

    it('has single-use links in every state, each of another token', () => {
        const { values } = setup();
        const states = ['Active', 'Expired', 'Inactive', 'Revoked', 'Used'];
        expect(unique(values('SingleUseLink__c', 'Status__c'))).toEqual(states);
        const hashes = values('SingleUseLink__c', 'TokenHash__c');
        expect(unique(hashes)).toHaveLength(hashes.length);
    });

    it('has meetings of every status and link type, one of them not synced', () => {
        const { values } = setup();
        const statuses = ['Canceled', 'Completed', 'No-Show', 'Rescheduled', 'Scheduled'];
        expect(unique(values('Meeting__c', 'Status__c'))).toEqual(statuses);
        expect(unique(values('Meeting__c', 'LinkType__c'))).toEqual(['Managed', 'Single-Use', 'Standard']);
        expect(values('Meeting__c', 'SyncStatus__c').filter((status) => status === 'Error')).toHaveLength(1);
    });

    it('files meetings on every kind of record, and some on none', () => {
        const { rows } = setup();
        const kinds = ['Lead__c', 'Contact__c', 'Account__c', 'Opportunity__c', 'Case__c'];
        const meetings = rows('Meeting__c');
        expect(kinds.filter((kind) => !meetings.some((row) => row[kind]))).toEqual([]);
        expect(meetings.filter((row) => kinds.every((kind) => !row[kind]))).not.toEqual([]);
    });

    it('lets the service write meetings for their hosts', () => {
        const { rows, userIds } = setup();
        const meetings = rows('Meeting__c');
        expect(meetings.filter((row) => row['OwnerId'] !== row['Host__c'])).toEqual([]);
        expect(unique(meetings.map((row) => row['CreatedById'] ?? null))).toEqual([userIds.integration]);
    });

    it('ties each single-use meeting to the one use of its link', () => {
        const { store, rows, object } = setup();
        const booked = rows('Meeting__c').filter((row) => row['LinkType__c'] === 'Single-Use');
        const torn = booked.filter((meeting) => {
            const link = store.find(object('SingleUseLink__c'), String(meeting['SingleUseLink__c']));
            const isClaimed = link?.['ClaimedByUid__c'] === meeting['BookingUid__c'];
            return !isClaimed || link?.['TokenHash__c'] !== meeting['SingleUseClaim__c'];
        });
        expect(torn).toEqual([]);
    });

    it('has nothing booked or canceled later than now, and nothing completed before it took place', () => {
        const { rows } = setup();
        const meetings = rows('Meeting__c');
        const past = ['BookedAt__c', 'CanceledAt__c', 'NoShowAt__c'];
        expect(meetings.filter((row) => past.some((name) => row[name] && time(row[name]) > WEDNESDAY))).toEqual([]);
        const isOver = (row: Row): boolean => ['Completed', 'No-Show'].includes(String(row['Status__c']));
        expect(meetings.filter((row) => isOver(row) && time(row['EndsAt__c']) > WEDNESDAY)).toEqual([]);
    });

    it('copied each single-use link before it was opened, used or revoked, and none later than now', () => {
        for (const link of setup().rows('SingleUseLink__c')) {
            const events = ['CreatedDate', 'FirstScannedAt__c', 'FirstOpenedAt__c', 'UsedAt__c', 'RevokedAt__c']
                .map((field) => link[field] ?? null)
                .filter((value) => value !== null)
                .map(time);
            expect(events).toEqual(events.toSorted((a, b) => a - b));
            expect(events.at(-1)).toBeLessThan(WEDNESDAY);
        }
    });

    it('finds a calendar entry by the UID of each meeting that takes place and is synced', () => {
        const { rows } = setup();
        const entries = new Map(rows('Event').map((row) => [row.Id, row]));
        const kept = rows('Meeting__c').filter((row) => row['Status__c'] !== 'Canceled' && !row['SyncError__c']);
        const lost = kept.filter(
            (row) => entries.get(String(row['EventId__c']))?.['BookingUid__c'] !== row['BookingUid__c']
        );
        expect(lost).toEqual([]);
    });

    it('has one converted lead, and the contact it became', () => {
        const { rows } = setup();
        const converted = rows('Lead').filter((row) => row['IsConverted'] === true);
        const became = rows('Contact').filter(({ Id }) => Id === converted[0]?.['ConvertedContactId']);
        expect([converted, became].map((people) => people.map((row) => row['Email']))).toEqual([
            ['marcus.webb@harborline.example'],
            ['marcus.webb@harborline.example']
        ]);
    });

    it('names the org after the company', () => {
        const { rows } = setup();
        expect(rows('Organization').map((row) => row['Name'])).toEqual(['Nexora Systems']);
    });

    it('refuses to fill an org twice and leaves the first company alone', () => {
        const { store, rows } = setup();
        const before = rows('Lead').length;
        expect(() => seedNexora(store, { now: WEDNESDAY })).toThrow('duplicate value found');
        expect(rows('Lead')).toHaveLength(before);
    });

    it('names the permission set an org lacks', () => {
        const store = createRecordStore(project.schema, { clock: () => WEDNESDAY });
        expect(() => seedNexora(store, { now: WEDNESDAY })).toThrow('AdmitOneRep');
    });
});

describe.each([
    ['on a Wednesday', '2026-11-25T15:00:00Z'],
    ['on a Saturday', '2026-11-21T09:00:00Z'],
    ['late on a Friday', '2026-11-20T23:30:00Z'],
    ['in the week in which only Europe is on winter time', '2026-10-28T12:00:00Z'],
    ['before a leap day', '2028-02-27T12:00:00Z']
])('seedNexora %s', (_title, iso) => {
    const now = Date.parse(iso);

    it('books no host twice', () => {
        const { rows } = setup(now);
        const busy = rows('Event').filter((row) => row['ShowAs'] !== 'Free' && row['IsAllDayEvent'] !== true);
        const clashes = busy.filter((one) =>
            busy.some(
                (other) =>
                    other.Id !== one.Id &&
                    other['OwnerId'] === one['OwnerId'] &&
                    time(other['StartDateTime']) < time(one['EndDateTime']) &&
                    time(one['StartDateTime']) < time(other['EndDateTime'])
            )
        );
        expect(clashes.map((row) => row['Subject'])).toEqual([]);
    });

    it('holds every meeting in the working hours of its host', () => {
        const { rows } = setup(now);
        const zones = new Map(rows('User').map((row) => [row.Id, String(row['TimeZoneSidKey'])]));
        const outside = rows('Meeting__c').filter((row) => {
            const zone = zones.get(String(row['Host__c'])) ?? 'Etc/UTC';
            const [start, end] = ['StartsAt__c', 'EndsAt__c'].map((name) =>
                Temporal.Instant.fromEpochMilliseconds(time(row[name])).toZonedDateTimeISO(zone)
            );
            if (!start || !end) return true;
            return start.dayOfWeek > 5 || start.hour < 9 || end.hour * 60 + end.minute > 17 * 60;
        });
        expect(outside.map((row) => row['Name'])).toEqual([]);
    });
});
