import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import { IN_GERMAN, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

describe('two services with databases of their own on one org, which is a mistake', () => {
    let org: DevOrg;
    let services: TestService[];

    beforeAll(async () => {
        org = await startTestOrg({ wording: IN_GERMAN });
        services = [await startTestService(org), await startTestService(org)];
    });
    afterAll(async () => {
        for (const service of services) await service.stop();
        await org.close();
    });

    async function bookThrough(service: TestService | undefined, link: string, index: number) {
        const start = (await service?.findSlots(link))?.[index];
        const response = await service?.book({ link, start });
        const { meeting } = (await response?.json()) as { meeting?: { uid: string } };
        return { status: response?.status, uid: meeting?.uid ?? '' };
    }

    it('gives the one use to the first that Salesforce hears of; the other meeting is set aside, where admins see it', async () => {
        const [first, second] = services;
        const link = (await first?.mintLink('julio-intro')) ?? '';
        const winner = await bookThrough(first, link, 0);
        const loser = await bookThrough(second, link, 5);
        expect([winner.status, loser.status]).toEqual([201, 201]);
        await first?.service.outbox.drain();
        await second?.service.outbox.drain();

        const rows = await first?.integration.query(
            soql`SELECT BookingUid__c, SingleUseClaim__c, SyncStatus__c, SyncError__c FROM Meeting__c WHERE BookingUid__c IN ${[winner.uid, loser.uid]} ORDER BY SyncStatus__c DESC`
        );
        const aClaim: unknown = expect.any(String);
        const aDuplicate: unknown = expect.stringContaining('DUPLICATE_VALUE');
        expect(rows).toMatchObject([
            { BookingUid__c: winner.uid, SingleUseClaim__c: aClaim, SyncStatus__c: 'Synced', SyncError__c: null },
            { BookingUid__c: loser.uid, SingleUseClaim__c: null, SyncStatus__c: 'Error', SyncError__c: aDuplicate }
        ]);
        const { rows: parked } = (await second?.database.pool.query(
            'select error_code from outbox where parked_at is not null'
        )) ?? { rows: [] };
        expect(parked).toEqual([{ error_code: 'DUPLICATE_VALUE' }]);
        // From the next poll on, both know.
        for (const service of services) {
            await service.service.mirror.refresh(0);
            expect((await fetch(`${service.url}/${link}`)).status).toBe(410);
        }
    });

    it('refuses at the second what Salesforce knows of the first already', async () => {
        const [first, second] = services;
        const link = (await first?.mintLink('julio-intro')) ?? '';
        expect((await bookThrough(first, link, 0)).status).toBe(201);
        await first?.service.outbox.drain();
        await second?.service.mirror.refresh(0);
        expect((await fetch(`${second?.url ?? ''}/${link}`)).status).toBe(410);
    });
});
