import pg from 'pg';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { prune } from '../src/database/retention.ts';
import { eventually } from '../testing/eventually.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

/** They grow with links and meetings; the others hold a row for each host, definition or object, or one. */
const GROWING = [
    'change_keys',
    'claims',
    'host_reservations',
    'idempotency_keys',
    'link_openings',
    'meeting_actions',
    'meeting_changes',
    'meetings',
    'outbox',
    'retired_manage_tokens',
    'single_use_links'
];

/**
 * EXPLAIN does not see into functions, triggers and foreign keys. So the server is forbidden to read a table whole where
 * it can use an index, everything that can happen to a meeting happens, and the server is asked what it has read whole.
 */
describe('the queries of the service', () => {
    let org: DevOrg;
    let service: TestService;
    let watcher: pg.Client;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
        watcher = new pg.Client({ connectionString: service.database.url });
        await watcher.connect();
        await watcher.query(
            `do $$ begin execute format('alter database %I set enable_seqscan = off', current_database()); end $$`
        );
        await reconnect();
        await watcher.query('select pg_stat_reset()');
    });
    afterAll(async () => {
        await watcher.end();
        await service.stop();
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

    async function live(): Promise<void> {
        const link = await service.mintLink('julio-deep-dive');
        const [first, second, third] = await service.findSlots(link);
        const booked = await service.book({ link, start: first });
        expect(booked.status).toBe(201);
        const token = ((await booked.json()) as { manageUrl: string }).manageUrl.split('/m/')[1] ?? '';
        expect((await service.book({ link, start: second })).status).toBe(410);
        const moved = await change(token, 'reschedule', { start: third });
        expect(moved.status).toBe(200);
        const { manageUrl } = (await moved.json()) as { manageUrl: string };
        expect((await change(token, 'cancel', {})).status).not.toBe(200);
        expect((await change(manageUrl.split('/m/')[1] ?? '', 'cancel', {})).status).toBe(200);
        expect((await fetch(`${service.url}/${link}`)).status).toBe(410);
        await service.service.outbox.drain();
        await service.service.mirror.refresh(0);
        await service.service.actions.look();
        expect((await fetch(`${service.url}/${await service.mintLink('julio-intro')}`)).status).toBe(200);
        await service.service.openings.keep();
        expect(await service.service.openings.tell()).toBe(1);
        await prune({ db: service.database.db, onPruned: () => undefined });
    }

    const change = (token: string, act: string, body: object) =>
        fetch(`${service.url}/api/v1/meetings/${token}/${act}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body)
        });

    it('find every row of a table that grows through an index', async () => {
        await live();
        await reconnect();
        const { rows } = await watcher.query<{ relname: string; seq_scan: number; idx_scan: number }>(
            `select relname, seq_scan::int, idx_scan::int from pg_stat_user_tables where relname = any($1) order by 1`,
            [GROWING]
        );
        expect(rows.map(({ relname }) => relname)).toEqual(GROWING);
        expect(rows.filter(({ seq_scan }) => seq_scan > 0)).toEqual([]);
        expect(rows.filter(({ relname, idx_scan }) => relname === 'meetings' && idx_scan === 0)).toEqual([]);
    });
});
