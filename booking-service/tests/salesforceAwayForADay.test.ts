import { randomUUID } from 'node:crypto';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const HOURS = 24;
const HOUR_MS = 3_600_000;

interface Booked {
    uid: string;
    token: string;
}

describe('Salesforce away for a day', () => {
    let org: DevOrg;
    let service: TestService;
    let now: number;

    beforeAll(async () => {
        org = await startTestOrg();
        now = Date.now();
        service = await startTestService(org, { now: () => new Date(now) });
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    async function change({ token }: Booked, verb: string, body: object): Promise<Booked> {
        const response = await fetch(`${service.url}/api/v1/meetings/${token}/${verb}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
            body: JSON.stringify(body)
        });
        expect(response.status).toBe(200);
        return read(response);
    }

    async function read(response: Response): Promise<Booked> {
        const { meeting, manageUrl } = (await response.json()) as { meeting: { uid: string }; manageUrl: string };
        return { uid: meeting.uid, token: new URL(manageUrl).pathname.split('/')[2] ?? '' };
    }

    it('books, moves and cancels on, then tells Salesforce everything in order, once, for three calls a meeting', async () => {
        const links = await Promise.all(Array.from({ length: HOURS + 1 }, () => service.mintLink('julio-intro')));
        const slots = (await service.findSlots(links[0] ?? '')).slice(100);
        await service.service.mirror.refresh(0);
        const away = () => org.faults.add({ kind: 'html503', path: '/services/data', times: 1_000_000 });
        away();

        const booked: Booked[] = [];
        for (let hour = 0; hour < HOURS; hour += 1) {
            const response = await service.book({ link: links[hour], start: slots[hour * 2] });
            expect(response.status).toBe(201);
            let meeting = await read(response);
            // Many a state that Salesforce never hears of.
            if (hour % 2 === 0) meeting = await change(meeting, 'reschedule', { start: slots[hour * 2 + 1] });
            if (hour % 3 === 0) meeting = await change(meeting, 'cancel', { reason: 'Changed plans' });
            booked.push(meeting);
            await service.service.outbox.drain();
            now += HOUR_MS;
        }
        // The copy is a day old now: that is when booking stops, with a request to come back.
        const tooLate = await service.book({ link: links[HOURS], start: slots[90] });
        expect([tooLate.status, tooLate.headers.get('retry-after')]).toEqual([503, '60']);
        const { rows: waiting } = await service.database.pool.query(
            'select 1 from outbox where done_revision < wanted_revision and parked_at is null'
        );
        expect(waiting).toHaveLength(HOURS);

        org.faults.clear();
        const before = org.usage.used;
        // One goes through at its time; that is the sign for all the others.
        await service.database.pool.query(
            `update outbox set next_attempt_at = now() + case when meeting_uid = $1 then interval '0' else interval '14 minutes' end`,
            [booked[0]?.uid]
        );
        expect(await service.service.outbox.drain()).toBe(HOURS);
        expect(org.usage.used - before).toBeLessThanOrEqual(3 * HOURS);

        const rows = await service.integration.query(
            soql`SELECT BookingUid__c, Status__c, Revision__c FROM Meeting__c WHERE BookingUid__c IN ${booked.map(({ uid }) => uid)} ORDER BY Name`
        );
        // Numbered as they were written: in the order they were booked.
        expect(rows.map((row) => row['BookingUid__c'])).toEqual(booked.map(({ uid }) => uid));
        expect(rows.map((row) => [row['Status__c'], row['Revision__c']])).toEqual(
            booked.map((_meeting, hour) => [
                hour % 3 === 0 ? 'Canceled' : hour % 2 === 0 ? 'Rescheduled' : 'Scheduled',
                1 + (hour % 2 === 0 ? 1 : 0) + (hour % 3 === 0 ? 1 : 0)
            ])
        );
        const events = await service.integration.query(
            soql`SELECT BookingUid__c FROM Event WHERE BookingUid__c IN ${booked.map(({ uid }) => uid)}`
        );
        expect(events).toHaveLength(HOURS);
        expect((await service.book({ link: links[HOURS], start: slots[90] })).status).toBe(201);
    }, 60_000);
});
