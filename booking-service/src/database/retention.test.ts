import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { createTestDatabase } from '../../testing/testDatabase.ts';
import type { TestDatabase } from '../../testing/testDatabase.ts';
import { eventually } from '../../testing/eventually.ts';
import { prune, startRetention } from './retention.ts';

describe('prune', () => {
    let database: TestDatabase;
    let pruned: Record<string, number>;
    /** A meeting of now. */
    let uid: string;
    const onPruned = (table: string, rows: number): void => {
        pruned[table] = (pruned[table] ?? 0) + rows;
    };

    beforeEach(async () => {
        database = await createTestDatabase();
        pruned = {};
        uid = await insertMeeting('now()');
        // Meetings are kept for ever.
        await insertMeeting("now() - interval '2000 days'");
    });
    afterEach(() => database.drop());

    async function insertMeeting(endsAt: string): Promise<string> {
        const id = randomUUID();
        await database.pool.query(
            `insert into meetings (uid, status, starts_at, ends_at, time_zone, link_type, booking_link_id,
                                   meeting_type_id, snapshot, manage_token_hash)
             values ($1, 'scheduled', ${endsAt} - interval '1 hour', ${endsAt}, 'UTC', 'standard', 'link', 'type', '{}', $2)`,
            [id, id]
        );
        return id;
    }

    /** 2,500 keys of 31 days and one of 29, and three copies of calendars of 8 days and one of 6. */
    async function fill(): Promise<void> {
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
    }

    async function left(): Promise<Record<string, number>> {
        const { rows } = await database.pool.query<Record<string, number>>(
            `select (select count(*)::int from idempotency_keys) as keys, (select count(*)::int from change_keys) as changes,
                    (select count(*)::int from host_calendars) as calendars, (select count(*)::int from meetings) as meetings`
        );
        return rows[0] ?? {};
    }

    const column = async (query: string): Promise<unknown[]> => {
        const { rows } = await database.pool.query<{ value: unknown }>(query);
        return rows.map(({ value }) => value);
    };

    it('deletes what is too old, in batches, and nothing else', async () => {
        await fill();
        await prune({ db: database.db, onPruned });
        expect(pruned).toEqual({ idempotency_keys: 2500, change_keys: 2500, host_calendars: 3 });
        expect(await left()).toEqual({ keys: 1, changes: 1, calendars: 1, meetings: 2 });
        await prune({ db: database.db, onPruned });
        expect(await left()).toEqual({ keys: 1, changes: 1, calendars: 1, meetings: 2 });
    });

    it('forgets mails that are over after 90 days, and none that waits', async () => {
        await database.pool.query(
            `insert into mail_jobs (meeting_uid, revision, kind, part, audience, recipient, state, created_at, sent_at, bounced_at)
             select $1::uuid, 1, 'confirmation', name, 'prospect', 'ada@example.com', state, now() - interval '100 days',
                    now() - sent * interval '1 day', now() - bounced * interval '1 day'
               from (values ('sent long ago', 'sent', 91, null), ('sent lately', 'sent', 89, null),
                            ('dropped', 'dropped', null, null), ('waits', 'waiting', null, null),
                            ('is being sent', 'sending', null, null), ('refused long ago', 'bounced', null, 91),
                            ('refused lately', 'bounced', null, 89)) as jobs (name, state, sent, bounced)`,
            [uid]
        );
        await prune({ db: database.db, onPruned });
        expect(pruned).toEqual({ mail_jobs: 3 });
        expect(await column('select part as value from mail_jobs order by part')).toEqual([
            'is being sent',
            'refused lately',
            'sent lately',
            'waits'
        ]);
    });

    it('keeps the links in mails, and those of mails that were overtaken, for 1,200 days', async () => {
        await database.pool.query(
            `insert into mail_tokens (token_hash, meeting_uid, stands_for, created_at)
             select days || ' days', $1, 'm', now() - days * interval '1 day' from unnest('{1199,1201}'::int[]) as days`,
            [uid]
        );
        await database.pool.query(
            `insert into retired_manage_tokens (token_hash, meeting_uid, retired_at)
             select days || ' days', $1, now() - days * interval '1 day' from unnest('{1199,1201}'::int[]) as days`,
            [uid]
        );
        await prune({ db: database.db, onPruned });
        expect(pruned).toEqual({ mail_tokens: 1, retired_manage_tokens: 1 });
        expect(
            await column(
                'select token_hash as value from mail_tokens union all select token_hash from retired_manage_tokens'
            )
        ).toEqual(['1199 days', '1199 days']);
    });

    it('forgets codes, wishes that were granted, answers, first openings, counts of calls and mails of trying out', async () => {
        await database.pool.query(`
            insert into email_codes (token_hash, email, salt, code_hash, expires_at)
            values ('old', 'a@example.com', '', '', now() - interval '25 hours'), ('new', 'a@example.com', '', '', now());
            insert into link_requests (token_hash, asked_on, done_at)
            values ('old', now(), now() - interval '91 days'), ('new', now(), now()), ('waits', now(), null);
            insert into meeting_actions (id, result, done_at)
            values ('old', 'Done', now() - interval '401 days'), ('new', 'Done', now());
            insert into link_openings (token_hash, first_person_at, noticed_at)
            values ('old', now(), now() - interval '401 days'), ('new', now(), now() - interval '399 days');
            insert into salesforce_calls (day, calls) values (current_date - 402, 5), (current_date, 7);
            insert into local_mails (message_id, recipient, subject, html, plain, source, received_at)
            values ('old', '', '', '', '', '', now() - interval '31 days'), ('new', '', '', '', '', '', now())`);
        await prune({ db: database.db, onPruned });
        expect(pruned).toEqual({
            email_codes: 1,
            link_requests: 1,
            meeting_actions: 1,
            link_openings: 1,
            salesforce_calls: 1,
            local_mails: 1
        });
        expect(await column('select token_hash as value from link_requests order by 1')).toEqual(['new', 'waits']);
        expect(await column('select calls as value from salesforce_calls')).toEqual([7]);
    });

    it('is told of each table in the document for operators, with how long it is kept', async () => {
        const file = path.join(import.meta.dirname, '..', '..', '..', 'docs', 'operations.md');
        const section = /### Data that grows\n([^]*?)\n### /.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
        const told = new Set([...section.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name));
        const tables = await column(
            `select table_name as value from information_schema.tables where table_schema = current_schema()`
        );
        expect(tables.length).toBeGreaterThan(20);
        expect(tables.filter((table) => !told.has(String(table)))).toEqual([]);
    });

    it('leaves the work to the replica that is at it', async () => {
        await fill();
        const other = await database.pool.connect();
        await other.query(`begin; select pg_advisory_xact_lock(hashtextextended('retention', 0))`);
        await prune({ db: database.db, onPruned });
        expect(pruned).toEqual({});
        await other.query('commit');
        other.release();
    });

    it('works by itself until it is stopped', async () => {
        await fill();
        const logger = pino({ level: 'silent' });
        const retention = startRetention({ db: database.db, logger, onPruned, intervalMs: 5 });
        await eventually(async () => ((await left())['calendars'] === 1 ? true : undefined), 'the deletion');
        await retention.stop();
        expect(await left()).toEqual({ keys: 1, changes: 1, calendars: 1, meetings: 2 });
    });
});
