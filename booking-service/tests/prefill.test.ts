import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

/** A Lead as the sample company has it. */
interface SampleLead {
    Id: string;
    FirstName: string;
    LastName: string;
    Email: string;
    Phone: string;
    Company: string;
}

describe('a form for somebody we know', () => {
    let org: DevOrg;
    let service: TestService;
    let lead: SampleLead;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
        const rows = await service.rep.query(
            'SELECT Id, FirstName, LastName, Email, Phone, Company FROM Lead WHERE IsConverted = false AND Phone != null LIMIT 1'
        );
        lead = rows[0] as unknown as SampleLead;
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    const pageOf = async (link: string): Promise<string> => (await fetch(`${service.url}/${link}`)).text();

    async function submit(link: string, fields: Record<string, string>): Promise<Response> {
        const [start = ''] = await service.findSlots(link);
        const body = new URLSearchParams({ start, timeZone: 'Europe/Berlin', ...fields });
        return fetch(`${service.url}/${link}`, { method: 'POST', body, redirect: 'manual' });
    }

    async function meetingOf(lastName: string) {
        await service.service.outbox.drain();
        const [row] = await service.integration.query(
            soql`SELECT ProspectEmail__c, ProspectPhone__c, IsForwarded__c, Answers__c FROM Meeting__c WHERE ProspectLastName__c = ${lastName}`
        );
        return row;
    }

    it('holds name and company of the Lead, and never the ways to reach them', async () => {
        const page = await pageOf(await service.mintLink('julio-intro', { Lead__c: lead.Id }));
        for (const text of [lead.FirstName, lead.LastName, lead.Company]) expect(page).toContain(`value="${text}"`);
        expect(page).not.toContain(lead.Email);
        expect(page).not.toContain(lead.Phone);
        expect(page).toContain(`${lead.Email[0]}•••@${lead.Email.split('@')[1]}`);
    });

    it('is empty for a link without a record', async () => {
        for (const link of [await service.mintLink('julio-intro'), 'l/julio-intro']) {
            const page = await pageOf(link);
            expect(page).not.toContain('•••');
            expect(page).toMatch(/name="firstName" required maxlength="80"\s*autocomplete/);
        }
    });

    it('books with the address and number on file when they are left empty, questions too', async () => {
        const link = await service.mintLink('julio-intro', { Lead__c: lead.Id });
        const response = await submit(link, { firstName: lead.FirstName, lastName: 'Kept' });
        expect(response.status).toBe(303);
        expect(await meetingOf('Kept')).toMatchObject({
            ProspectEmail__c: lead.Email,
            ProspectPhone__c: lead.Phone,
            IsForwarded__c: false,
            Answers__c: expect.stringContaining(lead.Phone) as unknown
        });
    });

    it('gives somebody else nothing of the Lead, and records that the link was forwarded', async () => {
        const link = await service.mintLink('julio-intro', { Lead__c: lead.Id });
        await submit(link, { firstName: 'Colleague', lastName: 'Other', email: 'other@example.com' });
        expect(await meetingOf('Other')).toMatchObject({
            ProspectEmail__c: 'other@example.com',
            ProspectPhone__c: null,
            IsForwarded__c: true
        });
    });

    it('keeps what was typed, an emptied name included', async () => {
        const link = await service.mintLink('julio-intro', { Lead__c: lead.Id });
        const response = await submit(link, { firstName: '', lastName: 'Typed' });
        expect(response.status).toBe(400);
        const page = await response.text();
        expect(page).toContain('value="Typed"');
        expect(page).not.toContain(`value="${lead.FirstName}"`);
    });

    it('keeps nothing of a person whose link cannot be used any more', async () => {
        const link = await service.mintLink('julio-intro', { Lead__c: lead.Id });
        await pageOf(link);
        const stored = async () =>
            (
                await service.database.pool.query<{ prospect: object | null }>(
                    'select prospect from single_use_links order by read_at desc, id desc limit 1'
                )
            ).rows[0]?.prospect;
        expect(await stored()).toMatchObject({ email: lead.Email });
        const [row] = await service.rep.query('SELECT Id FROM SingleUseLink__c ORDER BY Id DESC LIMIT 1');
        await service.rep.update('SingleUseLink__c', String(row?.['Id']), { RevokedAt__c: new Date().toISOString() });
        await service.service.mirror.refresh(0);
        expect(await stored()).toBeNull();
    });
});

describe('consent', () => {
    let org: DevOrg;
    let service: TestService;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    it('is asked for by the API as by the form, and kept with the meeting', async () => {
        const link = await service.mintLink('helena-briefing');
        const [start] = await service.findSlots(link);
        const [question] = await service.rep.query(
            "SELECT Id FROM MeetingQuestion__c WHERE Label__c = 'How many people will come?'"
        );
        const booking = { link, start, answers: { [String(question?.['Id'])]: '2' } };
        for (const consent of [undefined, false]) {
            const refused = await service.book({ ...booking, consent });
            expect(refused.status).toBe(400);
            expect(await refused.json()).toMatchObject({ errors: [{ field: 'consent' }] });
        }
        const booked = await service.book({ ...booking, consent: true });
        expect(booked.status).toBe(201);
        await service.service.outbox.drain();
        const [meeting] = await service.integration.query(
            "SELECT Answers__c FROM Meeting__c WHERE ProspectLastName__c = 'Byron'"
        );
        expect(meeting?.['Answers__c']).toContain('I agree that Nexora Systems keeps my name');
    });
});
