import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashToken, newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { convertLead } from '../../dev-org/src/store/convertLead.ts';
import { soql } from '../src/salesforce/soql.ts';
import { eventually } from '../testing/eventually.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

describe('asking for a new link', () => {
    let dataDir: string;
    let org: DevOrg;
    let service: TestService;

    beforeAll(async () => {
        dataDir = mkdtempSync(path.join(tmpdir(), 'admit-one-org-'));
        org = await startTestOrg({ dataDir });
        service = await startTestService(org);
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
        rmSync(dataDir, { recursive: true, force: true });
    });

    const past = new Date(Date.now() - 3_600_000).toISOString();
    const ask = (link: string): Promise<Response> => fetch(`${service.url}/${link}/ask`, { method: 'POST' });
    const tasks = () =>
        service.integration.query('SELECT Id, Subject, Description, OwnerId, WhoId, WhatId, BookingUid__c FROM Task');
    const newTask = async (known: number) =>
        eventually(async () => {
            const all = await tasks();
            return all.length > known ? all.at(-1) : undefined;
        }, 'the Task');
    const urlIn = (text: unknown): string => /http\S+\/(s\/\S+)/.exec(String(text))?.[1] ?? '';

    async function aLead(): Promise<string> {
        const [lead] = await service.rep.query('SELECT Id FROM Lead WHERE IsConverted = false LIMIT 1');
        return String(lead?.['Id']);
    }

    it('gives the link’s owner a Task on the record, with a link that can be booked and knows what it replaces', async () => {
        const known = (await tasks()).length;
        const leadId = await aLead();
        const link = await service.mintLink('julio-intro', { Lead__c: leadId, ExpiresAt__c: past });
        const page = await (await fetch(`${service.url}/${link}`)).text();
        expect(page).toMatch(/<form[^>]*method="post"[^>]*action="\/s\/[a-z0-9]+\/ask"/);

        expect((await ask(link)).status).toBe(200);
        const task = await newTask(known);
        const [old] = await service.rep.query(
            'SELECT Id, OwnerId FROM SingleUseLink__c WHERE ExpiresAt__c != null ORDER BY Id DESC LIMIT 1'
        );
        expect(task).toMatchObject({
            Subject: 'New booking link wanted: Intro call',
            OwnerId: old?.['OwnerId'],
            WhoId: leadId,
            WhatId: null
        });
        expect(task['Description']).toContain('It had expired.');
        const ready = urlIn(task['Description']);
        expect((await fetch(`${service.url}/${ready}`)).status).toBe(200);
        const [successor] = await service.rep.query(
            soql`SELECT Lead__c, OwnerId FROM SingleUseLink__c WHERE Replaces__c = ${String(old?.['Id'])}`
        );
        expect(successor).toMatchObject({ Lead__c: leadId, OwnerId: old?.['OwnerId'] });
    });

    it('is about what a Lead that was converted meanwhile has become', async () => {
        const known = (await tasks()).length;
        const leadId = await service.rep.create('Lead', { LastName: 'Byron', Company: 'Engines' });
        const link = await service.mintLink('julio-intro', { Lead__c: leadId, ExpiresAt__c: past });
        const { contactId, accountId, opportunityId } = convertLead(org.store, { leadId });
        await ask(link);
        const task = await newTask(known);
        expect(task).toMatchObject({ WhoId: contactId, WhatId: opportunityId });
        const [successor] = await service.integration.query(
            soql`SELECT Lead__c, Contact__c, Account__c, Opportunity__c FROM SingleUseLink__c WHERE TokenHash__c = ${await hashToken(urlIn(task['Description']).slice(2))}`
        );
        expect(successor).toMatchObject({
            Lead__c: null,
            Contact__c: contactId,
            Account__c: accountId,
            Opportunity__c: opportunityId
        });
    });

    it('makes one Task of any number of wishes on a day', async () => {
        const known = (await tasks()).length;
        const link = await service.mintLink('julio-intro', { RevokedAt__c: past });
        await Promise.all(Array.from({ length: 5 }, () => ask(link)));
        await newTask(known);
        await ask(link);
        await service.service.linkRequests.drain();
        expect(await tasks()).toHaveLength(known + 1);
    });

    it('answers the same to everybody, and tells nobody of a link that is open, unknown or mistyped', async () => {
        const known = (await tasks()).length;
        const closed = await service.mintLink('julio-intro', { ExpiresAt__c: past });
        const open = await service.mintLink('julio-intro');
        const links = [closed, open, `s/${newToken()}`, 's/nonsense'];
        const answers = await Promise.all(
            links.map(async (link) => {
                const answer = await ask(link);
                return [answer.status, await answer.text()];
            })
        );
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
        expect(answers[0]?.[0]).toBe(200);
        await newTask(known);
        expect(await tasks()).toHaveLength(known + 1);
    });

    it('makes no link of an original that is off, and says so', async () => {
        const known = (await tasks()).length;
        await ask(await service.mintLink('julio-webinar-follow-up'));
        const task = await newTask(known);
        expect(task['Description']).toContain('No new link was made');
        expect(urlIn(task['Description'])).toBe('');
    });

    it('makes one Task and one link although the answer got lost', async () => {
        const known = (await tasks()).length;
        const link = await service.mintLink('julio-intro', { ExpiresAt__c: past });
        await fetch(`${service.url}/${link}`);
        await fetch(`${org.url}/__dev/faults`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ kind: 'commitThenReset', path: '/composite', times: 1 })
        });
        await ask(link);
        await newTask(known);
        await service.service.linkRequests.drain();
        await service.database.pool.query('update link_requests set next_attempt_at = now()');
        await service.service.linkRequests.drain();
        expect(await tasks()).toHaveLength(known + 1);
        const { rows } = await service.database.pool.query('select 1 from link_requests where done_at is null');
        expect(rows).toEqual([]);
    });

    it('waits for a Salesforce that is away, and is not lost', async () => {
        const known = (await tasks()).length;
        const link = await service.mintLink('julio-intro', { ExpiresAt__c: past });
        await fetch(`${service.url}/${link}`);
        await org.close();
        expect((await ask(link)).status).toBe(200);
        await service.service.linkRequests.drain();
        org = await startTestOrg({ dataDir, port: org.port });
        await service.database.pool.query('update link_requests set next_attempt_at = now() where done_at is null');
        await service.service.linkRequests.drain();
        expect(await tasks()).toHaveLength(known + 1);
    });

    it('goes to the fallback owner, or the service’s own user, when the owner has left', async () => {
        const known = (await tasks()).length;
        const link = await service.mintLink('julio-intro', { ExpiresAt__c: past });
        await fetch(`${service.url}/${link}`);
        // As if the copy in the mirror named somebody who is gone from the org.
        await service.database.pool.query(
            "update single_use_links set owner_id = '005000000000000AAA' where read_at = (select max(read_at) from single_use_links)"
        );
        await ask(link);
        expect((await newTask(known))['OwnerId']).toBeDefined();
    });
});
