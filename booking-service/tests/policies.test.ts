import { randomUUID } from 'node:crypto';
import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import { connectToOrg, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

describe('the policies of a meeting type', () => {
    let org: DevOrg;
    let service: TestService;
    let slots: string[];

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
        slots = await service.findSlots('l/julio-intro');
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });
    beforeEach(() => service.database.pool.query('delete from host_reservations'));

    async function setPolicy(fields: Record<string, unknown>): Promise<void> {
        const admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
        const [type] = await admin.query("SELECT MeetingType__c FROM BookingLink__c WHERE Slug__c = 'julio-intro'");
        await admin.update('MeetingType__c', String(type?.['MeetingType__c']), fields);
        await service.service.mirror.refresh(0);
    }

    async function book(link: string, index = 0) {
        const response = await service.book({ link, start: slots[index] });
        const { meeting, manageUrl, code } = (await response.json()) as {
            meeting?: { uid: string };
            manageUrl?: string;
            code?: string;
        };
        const token = manageUrl === undefined ? '' : (new URL(manageUrl).pathname.split('/')[2] ?? '');
        return { status: response.status, code, uid: meeting?.uid ?? '', token };
    }

    const cancelAsProspect = (token: string) =>
        fetch(`${service.url}/api/v1/meetings/${token}/cancel`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
            body: '{}'
        });

    async function cancelAsHost(uid: string): Promise<void> {
        await service.service.outbox.drain();
        const [row] = await service.integration.query(soql`SELECT Id FROM Meeting__c WHERE BookingUid__c = ${uid}`);
        await service.rep.create('MeetingAction__c', { Meeting__c: row?.['Id'], Kind__c: 'Cancel' });
        await service.service.actions.look();
    }

    const statusOf = async (link: string): Promise<number> => (await fetch(`${service.url}/${link}`)).status;

    it.each([
        ['Allowed', 200],
        ['Default Action', 200],
        ['Required', 410]
    ])(
        'single use %s: the reusable link answers %i everywhere, a single-use link stays open',
        async (policy, status) => {
            await setPolicy({ SingleUsePolicy__c: policy });
            const query = `from=${slots[0]?.slice(0, 10)}&to=${slots[0]?.slice(0, 10)}&timeZone=Europe/Berlin`;
            const link = await service.mintLink('julio-intro');
            const answers = {
                page: await statusOf('l/julio-intro'),
                slots: (await fetch(`${service.url}/api/v1/slots?link=l/julio-intro&${query}`)).status,
                form: (await fetch(`${service.url}/l/julio-intro`, { method: 'POST', body: new URLSearchParams() }))
                    .status,
                singleUse: await statusOf(link)
            };
            const booked = await book('l/julio-intro', 3);
            await setPolicy({ SingleUsePolicy__c: 'Allowed' });
            const isClosed = status === 410;
            // An empty form is a mistake of the visitor where the link is open.
            expect(answers).toEqual({ page: status, slots: status, form: isClosed ? 410 : 400, singleUse: 200 });
            expect([booked.status, booked.code]).toEqual(isClosed ? [410, 'link_inactive'] : [201, undefined]);
        }
    );

    it.each([
        ['Keep Used', 'prospect', 410],
        ['Keep Used', 'host', 410],
        ['Reopen If Host Canceled', 'prospect', 410],
        ['Reopen If Host Canceled', 'host', 200],
        ['Always Reopen', 'prospect', 200],
        ['Always Reopen', 'host', 200]
    ])('%s: the %s cancels, the link answers %i, and Salesforce agrees', async (policy, actor, status) => {
        await setPolicy({ CancelPolicy__c: policy });
        const link = await service.mintLink('julio-intro');
        const { uid, token } = await book(link);
        if (actor === 'host') await cancelAsHost(uid);
        else expect((await cancelAsProspect(token)).status).toBe(200);
        expect(await statusOf(link)).toBe(status);
        await service.service.outbox.drain();
        const [row] = await service.integration.query(
            soql`SELECT Status__c, SingleUseLink__r.Status__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
        );
        expect(row).toMatchObject({
            Status__c: 'Canceled',
            SingleUseLink__r: { Status__c: status === 200 ? 'Active' : 'Used' }
        });
    });

    it('gives a link that is opened again to exactly one of the rivals who wait for it, time after time', async () => {
        await setPolicy({ CancelPolicy__c: 'Always Reopen' });
        const link = await service.mintLink('julio-intro');
        let holder = await book(link);
        const uids = [holder.uid];
        for (let round = 0; round < 4; round += 1) {
            const rivals = Array.from({ length: 8 }, (_rival, index) => book(link, 1 + round * 8 + index));
            const [canceled, early] = await Promise.all([cancelAsProspect(holder.token), Promise.all(rivals)]);
            expect(canceled.status).toBe(200);
            // All may have come before the link was open again; then somebody comes after.
            const late = early.some(({ status }) => status === 201) ? [] : [await book(link, 40 + round)];
            const all = [...early, ...late];
            const winners = all.filter(({ status }) => status === 201);
            expect(winners).toHaveLength(1);
            expect(all.filter(({ status }) => status !== 201).every(({ code }) => code === 'link_used')).toBe(true);
            holder = winners[0] ?? holder;
            uids.push(holder.uid);
        }
        await service.service.outbox.drain();
        const { rows } = await service.database.pool.query('select meeting_uid from claims where meeting_uid = $1', [
            holder.uid
        ]);
        expect(rows).toHaveLength(1);
        const written = await service.integration.query(
            soql`SELECT BookingUid__c, SyncError__c FROM Meeting__c WHERE BookingUid__c IN ${uids} AND SingleUseClaim__c != null`
        );
        expect(written).toMatchObject([{ BookingUid__c: holder.uid, SyncError__c: null }]);
        const parked = await service.database.pool.query('select 1 from outbox where parked_at is not null');
        expect(parked.rows).toEqual([]);
    });
});
