import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { eventually } from '../testing/eventually.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

describe('while Salesforce is down', () => {
    let dataDir: string;
    let org: DevOrg;
    let service: TestService;

    beforeEach(async () => {
        dataDir = mkdtempSync(path.join(tmpdir(), 'admit-one-org-'));
        org = await startTestOrg({ dataDir });
        service = await startTestService(org);
    });
    afterEach(async () => {
        await service.stop();
        await org.close();
        rmSync(dataDir, { recursive: true, force: true });
    });

    const restart = async () => {
        org = await startTestOrg({ dataDir, port: org.port });
    };

    it('books known links and tells Salesforce exactly once when it is back', async () => {
        const link = await service.mintLink('julio-intro');
        const [start] = await service.findSlots(link);
        service.service.startWork();
        await org.close();

        const response = await service.book({ link, start });
        expect(response.status).toBe(201);
        const { meeting } = (await response.json()) as { meeting: { uid: string } };
        expect((await fetch(`${service.url}/${link}`)).status).toBe(410);

        await restart();
        const find = async (objectName: string) => {
            const rows = await service.integration.query(
                `SELECT Id FROM ${objectName} WHERE BookingUid__c = '${meeting.uid}'`
            );
            return rows.length > 0 ? rows : undefined;
        };
        expect(await eventually(() => find('Event'), 'the Event')).toHaveLength(1);
        expect(await eventually(() => find('Meeting__c'), 'the meeting')).toHaveLength(1);
    });

    it('says "try again" for links it has never seen, never "invalid"', async () => {
        await service.findSlots('l/julio-intro');
        await org.close();
        const page = await fetch(`${service.url}/s/${newToken()}`);
        expect([page.status, page.headers.get('retry-after')]).toEqual([503, '60']);
        const response = await service.book({ link: `s/${newToken()}`, start: '2026-12-01T10:00:00Z' });
        expect(await response.json()).toMatchObject({ code: 'link_unverifiable' });
        await restart();
    });

    it.each(['commitThenReset', 'commitThen503', 'reset', 'html503'] as const)(
        'writes one meeting and one Event through the fault %s',
        async (kind) => {
            const link = await service.mintLink('julio-intro');
            const [start] = await service.findSlots(link);
            const { meeting } = (await (await service.book({ link, start })).json()) as { meeting: { uid: string } };
            // Each call of the outbox meets the fault once: the look for the person, the meeting, the Event.
            const calls = ['query0', 'meeting', 'eventId'].map((part) => `"referenceId":"${part}"`);
            for (const body of calls) org.faults.add({ kind, path: '/composite', body, times: 1 });
            for (let attempt = 0; attempt <= calls.length; attempt += 1) {
                await service.service.outbox.drain();
                await service.database.pool.query('update outbox set next_attempt_at = now()');
            }
            expect(org.faults.waiting).toEqual([]);
            const count = async (objectName: string) =>
                (await service.integration.query(`SELECT Id FROM ${objectName} WHERE BookingUid__c = '${meeting.uid}'`))
                    .length;
            expect([await count('Meeting__c'), await count('Event')]).toEqual([1, 1]);
        }
    );
});
