import { randomUUID } from 'node:crypto';
import { NEXORA_USERNAMES } from '../../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../../dev-org/src/devOrg.ts';
import { connectToOrg, startTestOrg } from '../../testing/testOrg.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { isoOf, minuteOf } from '../scheduling/testing/builders.ts';
import { SalesforceCalendar } from './salesforceCalendar.ts';

/** A summer without anything of the sample company's in it. */
const SPAN = { from: minuteOf('2031-07-01T00:00Z'), to: minuteOf('2031-07-20T00:00Z') };

describe('SalesforceCalendar', () => {
    let org: DevOrg;
    let admin: SalesforceClient;
    let hostId: string;
    let otherId: string;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = connectToOrg(org.url, NEXORA_USERNAMES.integration);
        // Only the platform makes child Events; the local org lets this test do it.
        const isChild = object('Event').fields.get('IsChild');
        Object.assign(isChild ?? {}, { isCreateable: true });
        [hostId, otherId] = [userId(NEXORA_USERNAMES.julio), userId(NEXORA_USERNAMES.helena)];
    });
    afterAll(() => org.close());

    const object = (name: string) => {
        const found = org.schema.object(name);
        if (!found) throw new Error(`no ${name}`);
        return found;
    };
    const userId = (username: string): string => {
        const [row] = org.store.findByField(object('User'), 'Username', username);
        return row?.Id ?? '';
    };
    const insert = (name: string, fields: Record<string, string | boolean | null>, owner = hostId): string =>
        org.store.insert(object(name), fields, { userId: owner }).Id;
    const event = (fields: Record<string, string | boolean | null>, owner = hostId): string =>
        insert('Event', { Subject: 'Something', ShowAs: 'Busy', ...fields, OwnerId: owner }, owner);
    const at = (start: string, end: string) => ({ StartDateTime: start, EndDateTime: end });

    /** Busy times in the span, `2031-07-01T09:00Z/2031-07-01T10:00Z`. */
    async function readBusy(known: string[] = [], timeZone = 'Europe/Berlin'): Promise<string[]> {
        const meetings = {
            findKnown: (uids: string[]) => Promise.resolve(new Set(uids.filter((uid) => known.includes(uid))))
        };
        const calendar = new SalesforceCalendar(admin, meetings);
        const busy = await calendar.readBusy([{ hostId, timeZone }], SPAN);
        return (busy.get(hostId) ?? []).map(({ start, end }) => `${isoOf(start)}/${isoOf(end)}`);
    }

    /** What these entries, and only these, make busy. */
    async function busyWith(entries: () => string[], known: string[] = [], timeZone?: string): Promise<string[]> {
        const ids = entries();
        const busy = await readBusy(known, timeZone);
        for (const id of ids) org.store.delete(object('Event'), id, { userId: hostId });
        return busy;
    }

    it('counts what shows as busy or out of office, whoever is told why', async () => {
        const busy = await busyWith(() => [
            event(at('2031-07-01T09:00:00Z', '2031-07-01T10:00:00Z')),
            event({ ...at('2031-07-02T09:00:00Z', '2031-07-02T10:00:00Z'), ShowAs: 'OutOfOffice', IsPrivate: true }),
            event({ ...at('2031-07-03T09:00:00Z', '2031-07-03T10:00:00Z'), ShowAs: 'Free' }),
            event(at('2031-07-04T09:00:00Z', '2031-07-04T10:00:00Z'), otherId)
        ]);
        expect(busy).toEqual(['2031-07-01T09:00Z/2031-07-01T10:00Z', '2031-07-02T09:00Z/2031-07-02T10:00Z']);
    });

    it('keeps a host busy through an event of several days, and through none of no length', async () => {
        const busy = await busyWith(() => [
            event(at('2031-07-07T15:00:00Z', '2031-07-09T09:30:00Z')),
            event(at('2031-07-10T09:00:00Z', '2031-07-10T09:00:00Z'))
        ]);
        expect(busy).toEqual(['2031-07-07T15:00Z/2031-07-09T09:30Z']);
    });

    it.each([
        ['Europe/Berlin', '2031-07-07T22:00Z/2031-07-10T22:00Z'],
        ['Pacific/Auckland', '2031-07-07T12:00Z/2031-07-10T12:00Z'],
        ['America/Los_Angeles', '2031-07-08T07:00Z/2031-07-11T07:00Z']
    ])('takes all-day events for whole days in %s, the last one included', async (timeZone, expected) => {
        const days = at('2031-07-08T00:00:00Z', '2031-07-10T00:00:00Z');
        expect(await busyWith(() => [event({ ...days, IsAllDayEvent: true })], [], timeZone)).toEqual([expected]);
    });

    it('counts an invitation until it is declined, and no other one with it', async () => {
        const nine = at('2031-07-14T09:00:00Z', '2031-07-14T10:00:00Z');
        const invite = (subject: string, status: string): string[] => {
            const original = event({ ...nine, Subject: subject }, otherId);
            insert('EventRelation', { EventId: original, RelationId: hostId, Status: status }, otherId);
            return [event({ ...nine, Subject: subject, IsChild: true }), original];
        };
        const expected = ['2031-07-14T09:00Z/2031-07-14T10:00Z'];
        expect(await busyWith(() => invite('Planning', 'Accepted'))).toEqual(expected);
        expect(await busyWith(() => invite('Planning', 'Declined'))).toEqual([]);
        expect(await busyWith(() => [...invite('Planning', 'Declined'), ...invite('Review', 'New')])).toEqual(expected);
        expect(
            await busyWith(() => [...invite('Planning', 'Declined'), event({ ...nine, Subject: 'Planning' })])
        ).toEqual(expected);
    });

    it('leaves meetings booked here to the database, and believes in those it does not know', async () => {
        const uid = randomUUID();
        const booked = () => [event({ ...at('2031-07-15T09:00:00Z', '2031-07-15T10:00:00Z'), BookingUid__c: uid })];
        expect(await busyWith(booked, [uid])).toEqual([]);
        expect(await busyWith(booked)).toEqual(['2031-07-15T09:00Z/2031-07-15T10:00Z']);
    });

    it('answers for everybody asked for, those without appointments too', async () => {
        const meetings = { findKnown: () => Promise.resolve(new Set<string>()) };
        const owners = [hostId, otherId].map((id) => ({ hostId: id, timeZone: 'UTC' }));
        const busy = await new SalesforceCalendar(admin, meetings).readBusy(owners, SPAN);
        expect([...busy.keys()].sort()).toEqual([hostId, otherId].sort());
        expect(busy.get(hostId)).toEqual([]);
    });
});
