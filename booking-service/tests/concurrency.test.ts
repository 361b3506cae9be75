import { readFileSync } from 'node:fs';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { testDatabaseLog } from '../testing/testDatabase.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

/** Sends all bookings at the same time and counts the answers: `201`, or status and code of the refusal. */
async function rush(service: TestService, bookings: { link: string; start: string | undefined }[]) {
    const counts: Record<string, number> = {};
    await Promise.all(
        bookings.map(async (booking) => {
            const response = await service.book(booking);
            const { code } = (await response.json()) as { code?: string };
            const answer = code === undefined ? String(response.status) : `${response.status} ${code}`;
            counts[answer] = (counts[answer] ?? 0) + 1;
        })
    );
    return counts;
}

describe('many bookings at the same time', () => {
    let org: DevOrg;
    let service: TestService;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
    });
    afterAll(async () => {
        expect(readFileSync(testDatabaseLog(), 'utf8')).not.toMatch(/deadlock/i);
        await service.stop();
        await org.close();
    });

    it.each([200, 1000])('lets exactly one of %i bookings use a single-use link', async (rivals) => {
        const link = await service.mintLink('julio-intro');
        const starts = await service.findSlots(link);
        const bookings = Array.from({ length: rivals }, (_, index) => ({ link, start: starts[index % starts.length] }));
        expect(await rush(service, bookings)).toEqual({ 201: 1, '410 link_used': rivals - 1 });

        await service.service.outbox.drain();
        const { rows } = await service.database.pool.query<{ uid: string }>(
            'select m.uid from meetings m join claims c on c.meeting_uid = m.uid order by m.booked_at desc limit 1'
        );
        const uid = rows[0]?.uid ?? '';
        const inSalesforce = await service.integration.query(
            `SELECT Id, SingleUseLink__c FROM Meeting__c WHERE BookingUid__c = '${uid}'`
        );
        expect(inSalesforce).toHaveLength(1);
        const claimed = await service.integration.query(
            `SELECT Id FROM Meeting__c WHERE SingleUseLink__c = '${String(inSalesforce[0]?.['SingleUseLink__c'])}'`
        );
        expect(claimed).toHaveLength(1);
        expect(await service.integration.query(`SELECT Id FROM Event WHERE BookingUid__c = '${uid}'`)).toHaveLength(1);
    });

    it('gives one slot to one of 200 links and leaves the others active', async () => {
        const links = await Promise.all(Array.from({ length: 200 }, () => service.mintLink('julio-intro')));
        const [start, ...others] = await service.findSlots(links[0] ?? '');
        expect(
            await rush(
                service,
                links.map((link) => ({ link, start }))
            )
        ).toEqual({ 201: 1, '409 slot_taken': 199 });
        const { rows } = await service.database.pool.query<{ open: number }>(
            `select count(*)::int as open from single_use_links l left join claims c using (token_hash) where c.token_hash is null`
        );
        expect(rows[0]?.open).toBeGreaterThanOrEqual(199);
        const again = await Promise.all(
            links.slice(0, 5).map(async (link, index) => (await service.book({ link, start: others[index] })).status)
        );
        expect(again.filter((status) => status === 201).length).toBeGreaterThanOrEqual(4);
    });
});
