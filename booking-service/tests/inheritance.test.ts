import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

describe('a single-use link follows its original', () => {
    let org: DevOrg;
    let service: TestService;
    let originalId: string;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
        const [original] = await service.rep.query("SELECT Id FROM BookingLink__c WHERE Slug__c = 'julio-intro'");
        originalId = String(original?.['Id']);
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    const status = async (link: string) => (await fetch(`${service.url}/${link}`)).status;
    const changeOriginal = async (fields: Record<string, unknown>) => {
        await service.rep.update('BookingLink__c', originalId, fields);
        await service.service.mirror.refresh(0);
    };

    it('takes over another meeting type', async () => {
        const link = await service.mintLink('julio-intro');
        expect(await (await fetch(`${service.url}/${link}`)).text()).toContain('Intro call');
        const types = await service.rep.query(soql`SELECT Id, Title__c, DurationMinutes__c FROM MeetingType__c`);
        const before = types.find((type) => type['Title__c'] === 'Intro call');
        const after = types.find((type) => type['Title__c'] === 'Technical deep dive');
        await changeOriginal({ MeetingType__c: after?.['Id'] });
        expect(await (await fetch(`${service.url}/${link}`)).text()).toContain('Technical deep dive');
        const [start] = await service.findSlots(link);
        const response = await service.book({ link, start });
        const { meeting } = (await response.json()) as { meeting: { start: string; end: string } };
        expect(Date.parse(meeting.end) - Date.parse(meeting.start)).toBe(
            Number(after?.['DurationMinutes__c']) * 60_000
        );
        await changeOriginal({ MeetingType__c: before?.['Id'] });
    });

    it('expires with it and revives with it', async () => {
        const link = await service.mintLink('julio-intro');
        await changeOriginal({ ExpiresAt__c: new Date(Date.now() - 60_000).toISOString() });
        expect(await status(link)).toBe(410);
        await changeOriginal({ ExpiresAt__c: new Date(Date.now() + 3_600_000).toISOString() });
        expect(await status(link)).toBe(200);
        await changeOriginal({ ExpiresAt__c: null });
    });

    it('closes when the original is switched off, and when it is revoked itself', async () => {
        const link = await service.mintLink('julio-intro');
        await changeOriginal({ IsActive__c: false });
        expect([await status(link), await status('l/julio-intro')]).toEqual([410, 410]);
        await changeOriginal({ IsActive__c: true });
        expect(await status(link)).toBe(200);
        const [row] = await service.rep.query(
            'SELECT Id FROM SingleUseLink__c WHERE RevokedAt__c = null AND UsedAt__c = null ORDER BY CreatedDate DESC, Id DESC LIMIT 1'
        );
        await service.rep.update('SingleUseLink__c', String(row?.['Id']), { RevokedAt__c: new Date().toISOString() });
        await service.service.mirror.refresh(0);
        expect(await status(link)).toBe(410);
    });
});
