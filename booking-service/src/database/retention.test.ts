import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createTestDatabase } from '../../testing/testDatabase.ts';
import type { TestDatabase } from '../../testing/testDatabase.ts';
import { eventually } from '../../testing/eventually.ts';
import { prune, startRetention } from './retention.ts';

describe('prune', () => {
    let database: TestDatabase;
    let pruned: Record<string, number>;
    const onPruned = (table: string, rows: number): void => {
        pruned[table] = (pruned[table] ?? 0) + rows;
    };

    beforeEach(async () => {
        database = await createTestDatabase();
        pruned = {};
        await fill();
    });
    afterEach(() => database.drop());

    /** 2,500 keys of 31 days and one of 29, the same of calendars with 8 and 6 days, of openings with 401 and 399. */
    async function fill(): Promise<void> {
        const uid = randomUUID();
        await database.pool.query(
            `insert into meetings (uid, status, starts_at, ends_at, time_zone, link_type, booking_link_id,
                                   meeting_type_id, snapshot, manage_token_hash)
             values ($1, 'scheduled', now(), now() + interval '1 hour', 'UTC', 'standard', 'link', 'type', '{}', 'm')`,
            [uid]
        );
        for (const table of ['idempotency_keys', 'change_keys']) {
            await database.pool.query(
                `insert into ${table} (key_hash, request_hash, meeting_uid, sealed_manage_token, created_at)
                 select 'key ' || n, 'hash', $1, '\\x00', now() - case n when 0 then 29 else 31 end * interval '1 day'
                   from generate_series(0, 2500) as n`,
                [uid]
            );
        }
        await database.pool.query(
            `insert into host_calendars (host_id, covers, busy, read_at)
             select 'host ' || n, tstzrange(now(), now()), '[]', now() - case n when 0 then 6 else 8 end * interval '1 day'
               from generate_series(0, 3) as n`
        );
        await database.pool.query(
            `insert into link_openings (token_hash, first_person_at, noticed_at)
             select 'link ' || n, now(), now() - case n when 0 then 399 else 401 end * interval '1 day'
               from generate_series(0, 2) as n`
        );
    }

    async function left(): Promise<Record<string, number>> {
        const { rows } = await database.pool.query<Record<string, number>>(
            `select (select count(*)::int from idempotency_keys) as keys, (select count(*)::int from change_keys) as changes,
                    (select count(*)::int from host_calendars) as calendars,
                    (select count(*)::int from link_openings) as openings, (select count(*)::int from meetings) as meetings`
        );
        return rows[0] ?? {};
    }

    it('deletes what is too old, in batches, and nothing else', async () => {
        await prune({ db: database.db, onPruned });
        expect(pruned).toEqual({ idempotency_keys: 2500, change_keys: 2500, host_calendars: 3, link_openings: 2 });
        expect(await left()).toEqual({ keys: 1, changes: 1, calendars: 1, openings: 1, meetings: 1 });
        await prune({ db: database.db, onPruned });
        expect(await left()).toEqual({ keys: 1, changes: 1, calendars: 1, openings: 1, meetings: 1 });
    });

    it('leaves the work to the replica that is at it', async () => {
        const other = await database.pool.connect();
        await other.query(`begin; select pg_advisory_xact_lock(hashtextextended('retention', 0))`);
        await prune({ db: database.db, onPruned });
        expect(pruned).toEqual({});
        await other.query('commit');
        other.release();
    });

    it('works by itself until it is stopped', async () => {
        const logger = pino({ level: 'silent' });
        const retention = startRetention({ db: database.db, logger, onPruned, intervalMs: 5 });
        await eventually(async () => ((await left())['calendars'] === 1 ? true : undefined), 'the deletion');
        await retention.stop();
        expect(await left()).toEqual({ keys: 1, changes: 1, calendars: 1, openings: 1, meetings: 1 });
    });
});
