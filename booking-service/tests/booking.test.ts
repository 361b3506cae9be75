import { randomUUID } from 'node:crypto';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

interface BookingAnswer {
    meeting: { uid: string; start: string; end: string; status: string; revision: number; hosts: { name: string }[] };
    manageUrl: string;
    icsUrl: string;
}

interface ProblemAnswer {
    code: string;
    status: number;
    errors?: { field: string }[];
}

const read = async <T>(response: Response) => (await response.json()) as T;

describe('booking through the API', () => {
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

    it('books a slot through a single-use link and puts the meeting on the Lead', async () => {
        const [lead] = await service.rep.query('SELECT Id FROM Lead WHERE IsConverted = false LIMIT 1');
        const link = await service.mintLink('julio-intro', { Lead__c: lead?.['Id'] });
        const [start] = await service.findSlots(link);
        const response = await service.book({ link, start });
        const { meeting, manageUrl, icsUrl } = await read<BookingAnswer>(response);
        expect(response.status).toBe(201);
        expect(meeting).toMatchObject({ start, status: 'scheduled', revision: 1, hosts: [{ name: 'Julio Reyes' }] });
        expect(icsUrl).toBe(`${manageUrl}/invite.ics`);

        await service.service.outbox.drain();
        const [row] = await service.rep.query(
            soql`SELECT Id, LinkType__c, Status__c, Lead__c, EventId__c, OwnerId, Host__c, SingleUseLink__r.Status__c, SyncStatus__c FROM Meeting__c WHERE BookingUid__c = ${meeting.uid}`
        );
        expect(row).toMatchObject({
            LinkType__c: 'Single-Use',
            Status__c: 'Scheduled',
            Lead__c: lead?.['Id'],
            SingleUseLink__r: { Status__c: 'Used' },
            SyncStatus__c: 'Synced'
        });
        expect(row?.['OwnerId']).toBe(row?.['Host__c']);
        const events = await service.integration.query(
            soql`SELECT Id, WhoId, WhatId, StartDateTime, OwnerId FROM Event WHERE BookingUid__c = ${meeting.uid}`
        );
        expect(events).toEqual([
            expect.objectContaining({
                Id: row?.['EventId__c'],
                WhoId: lead?.['Id'],
                WhatId: null,
                OwnerId: row?.['Host__c']
            })
        ]);
    });

    it('refuses a second booking with link_used, and tells so on the page', async () => {
        const link = await service.mintLink('julio-intro');
        const [start, other] = await service.findSlots(link);
        expect((await service.book({ link, start })).status).toBe(201);
        const second = await service.book({ link, start: other });
        expect([second.status, (await read<ProblemAnswer>(second)).code]).toEqual([410, 'link_used']);
        expect(second.headers.get('content-type')).toContain('application/problem+json');
        const page = await fetch(`${service.url}/${link}`);
        expect([page.status, (await page.text()).includes('already')]).toEqual([410, true]);
    });

    it('gives the same meeting back to a repeated Idempotency-Key', async () => {
        const link = await service.mintLink('julio-intro');
        const [start] = await service.findSlots(link);
        const key = randomUUID();
        const first = await read<BookingAnswer>(await service.book({ link, start }, key));
        const again = await service.book({ link, start }, key);
        expect(again.status).toBe(201);
        expect(await read<BookingAnswer>(again)).toEqual(first);
        const other = await service.book({ link, start, guests: ['bob@example.com'] }, key);
        expect(await read<ProblemAnswer>(other)).toMatchObject({
            code: 'invalid_request',
            errors: [{ field: 'Idempotency-Key' }]
        });
    });

    it('books Julio with one of the pool, taking turns', async () => {
        const starts = await service.findSlots('l/julio-deep-dive');
        const partners = new Set<string>();
        for (const start of [starts[0], starts[8], starts[16]]) {
            const answer = await read<BookingAnswer>(await service.book({ link: 'l/julio-deep-dive', start }));
            const [first, second] = answer.meeting.hosts.map(({ name }) => name);
            expect(first).toBe('Julio Reyes');
            partners.add(second ?? '');
        }
        expect(partners.size).toBeGreaterThan(1);
    });

    it('keeps a slot conflict apart from a link conflict', async () => {
        const [first, second] = [await service.mintLink('julio-intro'), await service.mintLink('julio-intro')];
        const [start, other] = await service.findSlots(first);
        await service.book({ link: first, start });
        const taken = await service.book({ link: second, start });
        expect([taken.status, (await read<ProblemAnswer>(taken)).code]).toEqual([409, 'slot_taken']);
        expect((await service.book({ link: second, start: other })).status).toBe(201);
    });

    it.each([
        ['an unknown time zone', { timeZone: 'Mars/Olympus' }, 'timeZone'],
        ['a start without a zone', { start: '2026-12-01T10:00:00' }, 'start'],
        [
            'a NUL in a name',
            { prospect: { firstName: '\u0000', lastName: 'B', email: 'a@example.com' } },
            'prospect.firstName'
        ],
        ['an unknown field', { price: 1 }, 'price']
    ])('refuses %s and names the field', async (_, changes, field) => {
        const response = await service.book({ link: 'l/julio-intro', start: '2026-12-01T10:00:00Z', ...changes });
        const problem = await read<ProblemAnswer>(response);
        expect([response.status, problem.code]).toEqual([400, 'invalid_request']);
        expect(problem.errors?.map((error) => error.field)).toContain(field);
    });

    it('refuses times the grid does not show', async () => {
        const far = new Date(Date.now() + 200 * 86_400_000).toISOString().replace(/T.*/, 'T15:00:00.000Z');
        expect((await read<ProblemAnswer>(await service.book({ link: 'l/julio-intro', start: far }))).code).toBe(
            'outside_booking_window'
        );
        const soon = new Date(Math.ceil(Date.now() / 1_800_000) * 1_800_000).toISOString();
        expect((await read<ProblemAnswer>(await service.book({ link: 'l/julio-intro', start: soon }))).code).toBe(
            'before_minimum_notice'
        );
    });

    it('reveals nothing about links that do not exist', async () => {
        const { newToken } = await import('../../force-app/main/default/lwc/linkToken/linkToken.ts');
        const answers = await Promise.all(
            [`s/${newToken()}`, 's/not-a-token', 'l/no-such-slug'].map(async (link) => {
                const page = await fetch(`${service.url}/${link}`);
                return [page.status, await page.text()] as const;
            })
        );
        expect(answers.map(([status]) => status)).toEqual([404, 404, 404]);
        expect(new Set(answers.map(([, text]) => text)).size).toBe(1);
    });

    it('offers the meeting as a calendar file under its manage link', async () => {
        const link = await service.mintLink('julio-intro');
        const [start] = await service.findSlots(link);
        const { meeting, icsUrl, manageUrl } = await read<BookingAnswer>(await service.book({ link, start }));
        const file = await fetch(service.url + new URL(icsUrl).pathname);
        expect(file.headers.get('content-type')).toContain('text/calendar');
        expect(await file.text()).toContain(`UID:${meeting.uid}\r\n`);
        expect((await fetch(service.url + new URL(manageUrl).pathname)).status).toBe(200);
        expect((await fetch(`${service.url}/m/nonsense`)).status).toBe(404);
    });

    it('shows the address of the meeting room only after booking', async () => {
        const link = await service.mintLink('julio-intro');
        expect(await (await fetch(`${service.url}/${link}`)).text()).not.toContain('meet.nexora.example');
        const [start] = await service.findSlots(link);
        const { manageUrl } = await read<BookingAnswer>(await service.book({ link, start }));
        const page = await fetch(service.url + new URL(manageUrl).pathname);
        expect(await page.text()).toContain('meet.nexora.example');
    });

    it('stays active however often a scanner opens it', async () => {
        const link = await service.mintLink('julio-intro');
        for (let visit = 0; visit < 25; visit += 1) {
            await fetch(`${service.url}/${link}`);
            await fetch(`${service.url}/${link}`, { method: 'HEAD' });
        }
        const [start] = await service.findSlots(link);
        expect((await service.book({ link, start })).status).toBe(201);
    });
});
