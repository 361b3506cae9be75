import pino from 'pino';
import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { SalesforceBreaker } from '../src/outbox/salesforceBreaker.ts';
import type { SalesforceClient } from '../src/salesforce/salesforceClient.ts';
import { StatusReporter } from '../src/status/statusReporter.ts';
import { eventually } from '../testing/eventually.ts';
import { connectToOrg, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';
import { insertWaitingMeeting } from '../testing/waitingMeeting.ts';

const anInstant: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);

describe('what Salesforce is told of how the service does', () => {
    let org: DevOrg;
    let service: TestService;
    let second: StatusReporter;
    let admin: SalesforceClient;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
    });
    afterAll(() => org.close());
    beforeEach(async () => {
        service = await startTestService(org);
        second = aReplica('second');
    });
    afterEach(async () => {
        org.faults.clear();
        await second.stop();
        await service.stop();
    });

    const aReplica = (replicaName: string, callsMade = () => 0): StatusReporter =>
        new StatusReporter({
            db: service.database.db,
            client: service.integration,
            serviceUrl: 'http://127.0.0.1:4000',
            callsMade,
            slowdown: () => 1,
            logger: pino({ level: 'silent' }),
            replicaName
        });

    async function statusRow() {
        const { rows } = await service.database.pool.query<{ uid: string }>(
            'select service_uid as uid from status_report'
        );
        const found = await admin.query(
            `SELECT Id, WrittenAt__c, NextWriteBy__c, ServiceUrl__c, HintUrl__c, WaitingCount__c, ParkedCount__c,
                    OldestWaitingAt__c, PolledAt__c, OrgCallsUsed__c, OrgCallsLimit__c, ServiceCallsToday__c,
                    LastBreakReason__c, LastBreakStartedAt__c, LastBreakEndedAt__c, Replicas__c,
                    BouncedCount__c, Bounces__c
               FROM ServiceStatus__c WHERE ServiceUid__c = '${rows[0]?.uid ?? ''}'`
        );
        expect(found.length).toBeLessThan(2);
        return found[0];
    }

    const longAgo = (): Promise<unknown> =>
        service.database.pool.query(`update status_report set written_at = now() - interval '20 seconds'`);

    it('is one row with the figures of all replicas', async () => {
        await service.service.mirror.refresh(0);
        await insertWaitingMeeting(service.database.pool);
        await second.report();
        await service.service.status.report();
        await longAgo();
        expect(await aReplica('third', () => 7).report()).toBe(true);
        const row = await statusRow();
        expect(row).toMatchObject({
            ServiceUrl__c: 'http://127.0.0.1:4000',
            HintUrl__c: 'http://127.0.0.1:4000/api/v1/hints',
            WaitingCount__c: 1,
            ParkedCount__c: 0,
            OldestWaitingAt__c: anInstant,
            PolledAt__c: anInstant,
            OrgCallsLimit__c: 100_000,
            ServiceCallsToday__c: 7,
            LastBreakReason__c: null
        });
        const replicas = JSON.parse(String(row?.['Replicas__c'])) as { name: string; seenAt: string }[];
        expect(replicas.map(({ name }) => name)).toEqual(
            expect.arrayContaining(['second', 'third', expect.stringMatching(/:\d+$/)])
        );
        expect(replicas.every(({ seenAt }) => Date.now() - Date.parse(seenAt) < 60_000)).toBe(true);
    });

    it('costs no API call while nothing changes, and one among any number of replicas when something does', async () => {
        expect(await service.service.status.report()).toBe(true);
        await second.report();
        await longAgo();
        await Promise.all([service.service.status.report(), second.report()]);
        await longAgo();
        const before = org.usage.used;
        expect(await service.service.status.report()).toBe(false);
        expect(await second.report()).toBe(false);
        expect(org.usage.used).toBe(before);

        const uid = await insertWaitingMeeting(service.database.pool);
        await service.database.pool.query('update outbox set parked_at = now() where meeting_uid = $1', [uid]);
        const told = await Promise.all([service.service.status.report(), second.report()]);
        expect(told.filter(Boolean)).toHaveLength(1);
        expect(org.usage.used).toBe(before + 1);
        expect(await statusRow()).toMatchObject({ ParkedCount__c: 1, WaitingCount__c: 0 });
    });

    it('says when the next report comes, and reports then although nothing has changed', async () => {
        await service.service.status.report();
        const row = await statusRow();
        const silence = Date.parse(String(row?.['NextWriteBy__c'])) - Date.parse(String(row?.['WrittenAt__c']));
        expect(silence).toBeGreaterThan(300_000);
        expect(silence).toBeLessThan(600_000);
        await service.database.pool.query(`update status_report set written_at = now() - interval '301 seconds'`);
        expect(await service.service.status.report()).toBe(true);
    });

    it('names the last time that nothing was sent, once it is over', async () => {
        await service.service.status.report();
        const breaker = new SalesforceBreaker(service.database.db);
        await breaker.open('limit');
        await longAgo();
        expect(await service.service.status.report()).toBe(false);
        await breaker.refusal();
        await breaker.close();
        expect(await service.service.status.report()).toBe(true);
        expect(await statusRow()).toMatchObject({
            LastBreakReason__c: 'Call Limit',
            LastBreakStartedAt__c: anInstant,
            LastBreakEndedAt__c: anInstant
        });
    });

    it('asks an org that refuses the row more and more rarely', async () => {
        org.faults.add({ kind: 'error', code: 'INVALID_TYPE', path: '/ServiceStatus__c', times: 3 });
        const waits: number[] = [];
        for (let attempt = 0; attempt < 3; attempt += 1) {
            expect(await service.service.status.report()).toBe(false);
            const { rows } = await service.database.pool.query<{ wait: number }>(
                'select extract(epoch from not_before - now())::float as wait from status_report'
            );
            waits.push(Math.round(rows[0]?.wait ?? 0));
            const before = org.usage.used;
            await service.service.status.report();
            expect(org.usage.used).toBe(before);
            await service.database.pool.query('update status_report set not_before = null');
        }
        expect(waits).toEqual([30, 60, 120]);
    });

    it('is told anew when somebody who looks at the page hints at the row', async () => {
        await service.service.status.report();
        const row = await statusRow();
        await longAgo();
        const response = await fetch(`${service.url}/api/v1/hints`, {
            method: 'POST',
            headers: { 'Content-Type': 'text/plain' },
            body: JSON.stringify({ recordId: row?.['Id'] })
        });
        expect(response.status).toBe(202);
        await eventually(async () => {
            const { rows } = await service.database.pool.query<{ found: number }>(
                `select 1 as found from status_report where written_at > now() - interval '15 seconds'`
            );
            return rows[0];
        }, 'the fresh report');
    });

    it('tells at once of mails that were refused: what, to whom, why, when and of which meeting, without addresses', async () => {
        expect(await service.service.status.report()).toBe(true);
        expect(await statusRow()).toMatchObject({ BouncedCount__c: 0, Bounces__c: '[]' });
        await longAgo();
        const uid = await insertWaitingMeeting(service.database.pool);
        const meetingId = 'a0B000000000001AAA';
        await service.database.pool.query('update meetings set salesforce_id = $2 where uid = $1', [uid, meetingId]);
        await service.database.pool.query(
            `insert into mail_jobs (meeting_uid, revision, kind, part, audience, recipient, state, error_code,
                                    error_message, created_at, bounced_at)
             select $1::uuid, 1, kind, days::text, 'prospect', 'ada.byron@example.com', state, code, 'ada.byron@example.com?',
                    now() - interval '20 days', now() - days * interval '1 day'
               from (values ('confirmation', 'bounced', '550', 1), ('reminder', 'bounced', 'ETIMEDOUT', 0),
                            ('resend', 'bounced', '550', 15), ('cancellation', 'sent', null, 0)) as mails (kind, state, code, days)`,
            [uid]
        );
        expect(await service.service.status.report()).toBe(true);
        const row = await statusRow();
        expect(row?.['BouncedCount__c']).toBe(2);
        expect(JSON.parse(String(row?.['Bounces__c']))).toEqual([
            { kind: 'reminder', audience: 'prospect', code: 'ETIMEDOUT', at: anInstant, meetingId },
            { kind: 'confirmation', audience: 'prospect', code: '550', at: anInstant, meetingId }
        ]);
        expect(JSON.stringify(row)).not.toContain('ada');
    });

    it('shows no more refused mails than the field holds, but how many there are', async () => {
        await service.database.pool.query(
            `insert into mail_jobs (revision, kind, part, audience, recipient, state, error_code, bounced_at)
             select 0, 'code', n::text, 'prospect', 'x@example.com', 'bounced', '550', now()
               from generate_series(1, 120) as n`
        );
        await longAgo();
        expect(await service.service.status.report()).toBe(true);
        const row = await statusRow();
        expect(row?.['BouncedCount__c']).toBe(120);
        expect(JSON.parse(String(row?.['Bounces__c']))).toHaveLength(50);
    });

    it('forgets a replica that ended', async () => {
        await second.report();
        await second.stop();
        await longAgo();
        await service.service.status.report();
        expect(String((await statusRow())?.['Replicas__c'])).not.toContain('second');
    });
});
