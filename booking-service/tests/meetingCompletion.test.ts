import { randomUUID } from 'node:crypto';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const MEETINGS = 30;

describe('meetings that are over', () => {
    let org: DevOrg;
    let service: TestService;
    let slots: string[];
    let now: Date;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org, { now: () => now });
        now = new Date();
        slots = await service.findSlots('l/julio-intro');
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });
    beforeEach(async () => {
        now = new Date();
        org.faults.clear();
        await service.database.pool.query(
            'delete from host_reservations; update outbox set done_revision = wanted_revision'
        );
        await service.database.pool.query("update meetings set status = 'completed' where status <> 'canceled'");
    });

    async function book(index: number) {
        const response = await service.book({ link: 'l/julio-intro', start: slots[index] });
        const { meeting, manageUrl } = (await response.json()) as { meeting: { uid: string }; manageUrl: string };
        return { uid: meeting.uid, token: new URL(manageUrl).pathname.split('/')[2] ?? '' };
    }

    const after = (index: number, minutes: number): Date => new Date(Date.parse(slots[index] ?? '') + minutes * 60_000);

    async function stateOf(uid: string) {
        const { rows } = await service.database.pool.query<Record<string, unknown>>(
            `select status, revision, done_revision = wanted_revision as "isTold"
               from meetings join outbox on meeting_uid = uid where uid = $1`,
            [uid]
        );
        const [row] = await service.integration.query(
            soql`SELECT Status__c, Revision__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
        );
        return { ...rows[0], inSalesforce: row?.['Status__c'], revisionThere: row?.['Revision__c'] };
    }

    it('are completed from their end on, not before, here and in Salesforce', async () => {
        const { uid } = await book(0);
        await service.service.outbox.drain();
        now = after(0, 29);
        await service.service.completion.complete();
        expect(await stateOf(uid)).toMatchObject({ status: 'scheduled', inSalesforce: 'Scheduled' });
        now = after(0, 30);
        expect(await service.service.completion.complete()).toBe(1);
        expect(await stateOf(uid)).toEqual({
            status: 'completed',
            revision: 2,
            isTold: true,
            inSalesforce: 'Completed',
            revisionThere: 2
        });
        const { rows } = await service.database.pool.query(
            'select kind, actor, actor_id from meeting_changes where meeting_uid = $1',
            [uid]
        );
        expect(rows).toEqual([{ kind: 'completed', actor: 'service', actor_id: null }]);
    });

    it('cannot be moved or canceled any more', async () => {
        const { uid, token } = await book(0);
        now = after(0, 30);
        await service.service.completion.complete();
        for (const [verb, body] of [
            ['reschedule', { start: slots[20] }],
            ['cancel', {}]
        ] as const) {
            const response = await fetch(`${service.url}/api/v1/meetings/${token}/${verb}`, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
                body: JSON.stringify(body)
            });
            const { code } = (await response.json()) as { code?: string };
            expect([response.status, code]).toEqual([409, 'meeting_over']);
        }
        await service.service.outbox.drain();
        expect(await stateOf(uid)).toMatchObject({ status: 'completed' });
    });

    it('cost a call for twenty-five of them, and several replicas complete each once', async () => {
        const booked = [];
        for (let index = 0; index < MEETINGS; index += 1) booked.push(await book(index));
        await service.service.outbox.drain();
        now = after(MEETINGS, 60);
        const before = org.usage.used;
        await Promise.all([service.service.completion.complete(), service.service.completion.complete()]);
        await service.service.completion.complete();
        // Two replicas may tell the same twice; one alone needs two calls.
        expect(org.usage.used - before).toBeLessThanOrEqual(4);
        for (const { uid } of booked) {
            expect(await stateOf(uid)).toMatchObject({
                status: 'completed',
                revision: 2,
                isTold: true,
                inSalesforce: 'Completed'
            });
        }
    });

    it('are left to the outbox where Salesforce does not take them at once', async () => {
        const { uid } = await book(0);
        await service.service.outbox.drain();
        now = after(0, 30);
        org.faults.add({ kind: 'html503', path: '/composite', times: 1 });
        await expect(service.service.completion.complete()).rejects.toThrow();
        expect(await stateOf(uid)).toMatchObject({ status: 'completed', isTold: false, inSalesforce: 'Scheduled' });
        await service.database.pool.query('update outbox set next_attempt_at = now()');
        await service.service.outbox.drain();
        expect(await stateOf(uid)).toMatchObject({ isTold: true, inSalesforce: 'Completed' });
    });

    it('stay no-shows, canceled, or as a host has said; a no-show that is taken back is completed', async () => {
        const { uid } = await book(0);
        await service.service.outbox.drain();
        const [row] = await service.integration.query(soql`SELECT Id FROM Meeting__c WHERE BookingUid__c = ${uid}`);
        const ask = async (kind: string) => {
            await service.rep.create('MeetingAction__c', { Meeting__c: row?.['Id'], Kind__c: kind });
            await service.service.actions.look();
            await service.service.completion.complete();
            await service.service.outbox.drain();
            return stateOf(uid);
        };
        now = after(0, 60);
        await service.service.completion.complete();
        expect(await ask('No-Show')).toMatchObject({ status: 'no_show', inSalesforce: 'No-Show' });
        expect(await ask('Undo No-Show')).toMatchObject({ status: 'completed', inSalesforce: 'Completed' });
    });
});
