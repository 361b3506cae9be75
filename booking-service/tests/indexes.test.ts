import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { hashToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { ChallengeStore } from '../src/admission/challengeStore.ts';
import { LinkRequestStore } from '../src/changes/linkRequestStore.ts';
import { prune } from '../src/database/retention.ts';
import { MailStore } from '../src/mails/mailStore.ts';
import { queueResend } from '../src/mails/mailQueue.ts';
import { OneTimeCodes } from '../src/mails/oneTimeCodes.ts';
import { MeetingStore } from '../src/meetings/meetingStore.ts';
import { OpeningStore } from '../src/openings/openingStore.ts';
import { OutboxStore } from '../src/outbox/outboxStore.ts';
import type { SalesforceClient } from '../src/salesforce/salesforceClient.ts';
import { soql } from '../src/salesforce/soql.ts';
import { eventually } from '../testing/eventually.ts';
import { fillHistory, GROWING_TABLES, HISTORY_ROWS } from '../testing/longHistory.ts';
import { mailsThrough, startMailServer } from '../testing/mailServer.ts';
import type { TestMailServer } from '../testing/mailServer.ts';
import { findQuerySites, QueryRecorder } from '../testing/querySites.ts';
import { createTestDatabase } from '../testing/testDatabase.ts';
import type { TestDatabase } from '../testing/testDatabase.ts';
import { connectToOrg, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const ADA = 'ada.byron@example.com';

/**
 * EXPLAIN does not see into functions, triggers and foreign keys. So the hosts get a long history, the server is
 * forbidden to read a table whole where it can use an index, everything that can happen to a meeting happens, and the
 * server is asked what it has read: nothing whole, and through no index as much as the history holds.
 */
describe('the queries of the service', () => {
    const recorder = new QueryRecorder();
    let org: DevOrg;
    let mailServer: TestMailServer;
    let database: TestDatabase;
    let service: TestService;
    let admin: SalesforceClient;
    let watcher: pg.Client;
    /** The service's clock runs ahead by this. */
    let aheadMs = 0;

    beforeAll(async () => {
        org = await startTestOrg();
        mailServer = await startMailServer();
        database = await createTestDatabase({ maxConnections: 20 });
        service = await startTestService(org, {
            database: recorder.listenTo(database),
            mails: mailsThrough(mailServer),
            now: () => new Date(Date.now() + aheadMs)
        });
        admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
        watcher = new pg.Client({ connectionString: database.url });
        await watcher.connect();
        await watcher.query(
            `do $$ begin execute format('alter database %I set enable_seqscan = off', current_database()); end $$`
        );
        await prepareOrg();
        await fillHistory(watcher, await findOwners());
        await reconnect();
        // What filling in the history has read is handed in now, not some time later.
        await watcher.query('select pg_stat_force_next_flush()');
        await watcher.query('select pg_stat_reset()');
        await liveAll();
        await reconnect();
    }, 120_000);
    afterAll(async () => {
        await watcher.end();
        await service.stop();
        await database.drop();
        await mailServer.close();
        await org.close();
    });

    /** A connection that ends hands in what it has counted; the next one obeys the setting. */
    async function reconnect(): Promise<void> {
        const others = `from pg_stat_activity
                         where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`;
        await watcher.query(`select pg_terminate_backend(pid) ${others}`);
        await eventually(
            async () => ((await watcher.query(`select 1 ${others}`)).rowCount === 0 ? true : undefined),
            'the end of every connection'
        );
    }

    /** Limits of every kind, a link that opens again, and two pools that share their members. */
    async function prepareOrg(): Promise<void> {
        const { meetingTypeId, linkId, hostIds } = await findOwners();
        await admin.update('MeetingType__c', meetingTypeId, {
            ...{ DailyLimit__c: 50, WeeklyLimit__c: 200, HostDailyLimit__c: 50, HostWeeklyLimit__c: 200 },
            CancelPolicy__c: 'Always Reopen'
        });
        const HostPool__c = await admin.create('HostPool__c', { Name: 'Second' });
        for (const User__c of hostIds) await admin.create('HostPoolMember__c', { HostPool__c, User__c });
        await admin.create('LinkHost__c', { BookingLink__c: linkId, Role__c: 'Pool', HostPool__c });
        await service.service.mirror.refresh(0);
    }

    async function findOwners() {
        const [link] = await admin.query(
            `SELECT Id, MeetingType__c, OwnerId FROM BookingLink__c WHERE Slug__c = 'julio-deep-dive'`
        );
        const members = await admin.query(
            `SELECT User__c, HostPool__c FROM HostPoolMember__c WHERE HostPool__r.Name = 'Sales Engineering'`
        );
        return {
            linkId: String(link?.['Id']),
            meetingTypeId: String(link?.['MeetingType__c']),
            hostIds: members.map((member) => String(member['User__c'])),
            poolId: String(members[0]?.['HostPool__c'])
        };
    }

    async function liveAll(): Promise<void> {
        await liveThroughPages();
        await liveThroughSalesforce();
        await askStores();
        await service.service.linkRequests.drain();
        await service.service.mails?.drain();
        expect((await fetch(`${service.url}/${await service.mintLink('julio-intro')}`)).status).toBe(200);
        await service.service.openings.keep();
        await service.service.openings.tell();
        await service.service.status.report({ isAsked: true });
        expect((await fetch(`${service.url}/metrics`)).status).toBe(200);
        expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
        await prune({ db: service.database.db, onPruned: () => undefined });
    }

    async function book(link: string, start: string | undefined, key = randomUUID()) {
        const booked = await service.book({ link, start }, key);
        expect(booked.status).toBe(201);
        const { meeting, manageUrl } = (await booked.json()) as { meeting: { uid: string }; manageUrl: string };
        return { uid: meeting.uid, token: tokenOf(manageUrl) };
    }

    async function liveThroughPages(): Promise<void> {
        const link = await service.mintLink('julio-deep-dive');
        const [first, second, third] = await service.findSlots(link);
        const key = randomUUID();
        const { token } = await book(link, first, key);
        await book(link, first, key);
        expect((await service.book({ link, start: second })).status).toBe(410);
        const moved = await change(token, 'reschedule', { start: third });
        expect(moved.status).toBe(200);
        const { manageUrl } = (await moved.json()) as { manageUrl: string };
        await service.service.mails?.drain();
        expect((await change(token, 'cancel', {})).status).not.toBe(200);
        expect((await fetch(`${service.url}/${link}`)).status).toBe(410);
        await queueResend(service.database.db, await hashToken(link.slice(2)), 'en');
        expect((await change(tokenOf(manageUrl), 'cancel', {})).status).toBe(200);
        expect((await fetch(`${service.url}/${link}`)).status).toBe(200);
        await service.service.outbox.drain();
        await service.service.mirror.refresh(0);
        const expired = await service.mintLink('julio-intro', { ExpiresAt__c: '2026-01-01T00:00:00Z' });
        expect((await fetch(`${service.url}/${expired}/ask`, { method: 'POST' })).status).toBe(200);
    }

    const tokenOf = (manageUrl: string): string => new URL(manageUrl).pathname.split('/')[2] ?? '';

    const change = (token: string, act: string, body: object) =>
        fetch(`${service.url}/api/v1/meetings/${token}/${act}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
            body: JSON.stringify(body)
        });

    /** A host hands a meeting on and moves it; another one ends by itself. */
    async function liveThroughSalesforce(): Promise<void> {
        const slots = await service.findSlots('l/julio-intro');
        const { uid } = await book('l/julio-intro', slots[0]);
        await book('l/julio-intro', slots[5]);
        await service.service.outbox.drain();
        const [row] = await service.integration.query(soql`SELECT Id FROM Meeting__c WHERE BookingUid__c = ${uid}`);
        const [helena] = await admin.query(soql`SELECT Id FROM User WHERE Username = ${NEXORA_USERNAMES.helena}`);
        for (const fields of [
            { Kind__c: 'Reschedule', NewStartsAt__c: slots[9] },
            { Kind__c: 'Reassign', NewHost__c: helena?.['Id'] }
        ]) {
            await admin.create('MeetingAction__c', { Meeting__c: row?.['Id'], ...fields });
            await service.service.actions.look();
            await service.service.outbox.drain();
        }
        aheadMs = 40 * 86_400_000;
        await service.service.completion.complete();
        await service.service.completion.complete();
        aheadMs = 0;
    }

    /** What takes a fault, a rush or another person to happen. */
    async function askStores(): Promise<void> {
        const { db } = service.database;
        const failure = { code: 'TEST', field: undefined, message: 'a fault' };
        const outbox = new OutboxStore(db);
        const lease = { meetingUid: randomUUID(), lease: 1, attempts: 1 };
        await outbox.renew(lease);
        await outbox.retryLater(lease, failure, 1000);
        await outbox.park(lease, failure);
        await outbox.release(lease);
        await outbox.unpark(lease.meetingUid);
        await outbox.hurry();
        await outbox.backlog();
        const requests = new LinkRequestStore(db);
        await requests.add('ab'.repeat(32), new Date());
        const wish = await requests.take();
        if (!wish) throw new Error('nobody asked for a link');
        await requests.retryLater(wish, 'a fault', 1000);
        await requests.finish(wish);
        await new MailStore(db).backlog();
        const opened = { linkId: 'a', tokenHash: 'ab'.repeat(32), scannerAt: undefined, personAt: new Date() };
        await new OpeningStore(db).retryLater([opened]);
        expect(await new ChallengeStore(db).spend(randomUUID(), randomUUID())).toBe(true);
        const codes = new OneTimeCodes(db);
        const tokenHash = 'cd'.repeat(32);
        await codes.request({ tokenHash, email: ADA, locale: 'en' });
        const code = await codes.issue({ tokenHash, email: ADA });
        expect(await codes.check(tokenHash, ADA, code)).toBe('right');
        const meetings = new MeetingStore(db);
        await meetings.findByMailToken(tokenHash);
        await meetings.findByRetiredToken(tokenHash);
        await meetings.findByUid(lease.meetingUid);
        await meetings.findClaim(tokenHash);
    }

    it('have all been run here, wherever they read or write a table that grows', async () => {
        const { rows } = await watcher.query<{ name: string }>(
            `select proname as name from pg_proc
              where pronamespace = 'public'::regnamespace
                and oid not in (select objid from pg_depend where classid = 'pg_proc'::regclass and deptype = 'e')`
        );
        const names = [...GROWING_TABLES, ...rows.map(({ name }) => name)];
        const growing = new RegExp(`\\b(${names.join('|')})\\b`);
        const missed = findQuerySites().filter((site) => growing.test(site.text) && !recorder.hasRun(site));
        expect(missed.map(({ place }) => place)).toEqual([]);
    });

    it('find every row of a table that grows through an index', async () => {
        const { rows } = await watcher.query<{ relname: string; seq_scan: number; idx_scan: number }>(
            `select relname, seq_scan::int, idx_scan::int from pg_stat_user_tables where relname = any($1) order by 1`,
            [GROWING_TABLES]
        );
        expect(rows.map(({ relname }) => relname)).toEqual(GROWING_TABLES.toSorted());
        expect(rows.filter(({ seq_scan }) => seq_scan > 0)).toEqual([]);
        expect(rows.filter(({ relname, idx_scan }) => relname === 'meetings' && idx_scan === 0)).toEqual([]);
    });

    it('read no more when the history is long', async () => {
        const { rows } = await watcher.query<{ index: string; read: number }>(
            `select indexrelname as index, idx_tup_read::int as read from pg_stat_user_indexes where relname = any($1)`,
            [GROWING_TABLES]
        );
        expect(rows.filter(({ read }) => read >= HISTORY_ROWS)).toEqual([]);
    });
});
