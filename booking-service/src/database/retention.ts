import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from './tables.ts';

/** A rule of {@link RULES}. */
interface Rule {
    table: string;
    key: string;
    /** From when on a row grows old; indexed, for the whole table is looked through every hour. */
    age: RawBuilder<unknown>;
    keepDays: number;
    /** The rows that may go at all; every one by default. */
    only?: RawBuilder<unknown>;
}

/**
 * What may be forgotten, and when; docs/operations.md says why, of the tables that are kept too. A key that is gone books
 * anew, or is refused because its link is used.
 */
const RULES = [
    { table: 'idempotency_keys', key: 'key_hash', age: sql.ref('created_at'), keepDays: 30 },
    { table: 'change_keys', key: 'key_hash', age: sql.ref('created_at'), keepDays: 30 },
    // Stands in for a calendar for a day at most; a host who is still met has been read again since.
    { table: 'host_calendars', key: 'host_id', age: sql.ref('read_at'), keepDays: 7 },
    // A link that is opened for the first time again would get a later first time; few live so long.
    { table: 'link_openings', key: 'token_hash', age: sql.ref('noticed_at'), keepDays: 400 },
    // A mail is queued once for each revision of a meeting, so the row of one that is over is not missed.
    {
        table: 'mail_jobs',
        key: 'id',
        age: sql`coalesce(sent_at, bounced_at, created_at)`,
        keepDays: 90,
        only: sql`state in ('sent', 'dropped', 'bounced')`
    },
    // A meeting is at most 730 days ahead, and a mail in a mailbox is worth something for a year after it.
    { table: 'mail_tokens', key: 'token_hash', age: sql.ref('created_at'), keepDays: 1_200 },
    { table: 'retired_manage_tokens', key: 'token_hash', age: sql.ref('retired_at'), keepDays: 1_200 },
    { table: 'email_codes', key: 'token_hash', age: sql.ref('expires_at'), keepDays: 1 },
    { table: 'link_requests', key: 'id', age: sql.ref('done_at'), keepDays: 90 },
    // By then Salesforce has the answer, or nobody waits for it.
    { table: 'meeting_actions', key: 'id', age: sql.ref('done_at'), keepDays: 400 },
    { table: 'salesforce_calls', key: 'day', age: sql.ref('day'), keepDays: 400 },
    { table: 'local_mails', key: 'id', age: sql.ref('received_at'), keepDays: 30 },
    // Challenges themselves end after hours.
    { table: 'spent_challenges', key: 'nonce', age: sql.ref('spent_at'), keepDays: 1 }
] as const satisfies Rule[];

export type PrunedTable = (typeof RULES)[number]['table'];

/** One statement deletes so many, and one run so many statements a table: nobody waits long for a lock or the disk. */
const BATCH = 1_000;
const MOST_BATCHES = 50;
const HOUR_MS = 3_600_000;

export interface RetentionOptions {
    db: Kysely<Database>;
    logger: Logger;
    onPruned: (table: PrunedTable, rows: number) => void;
    now?: () => Date;
    intervalMs?: number;
}

/** Deletes what is too old to be of use, now and then until stopped; one replica at a time does it. */
export function startRetention(options: RetentionOptions): { stop(): Promise<void> } {
    const { logger, intervalMs = HOUR_MS } = options;
    const stopping = new AbortController();
    const loop = async (): Promise<void> => {
        while (!stopping.signal.aborted) {
            await prune(options).catch((error: unknown) => logger.warn({ err: error }, 'old rows cannot be deleted'));
            const jittered = intervalMs * (0.8 + Math.random() * 0.4);
            await setTimeout(jittered, undefined, { signal: stopping.signal }).catch(() => undefined);
        }
    };
    const ended = loop();
    return {
        async stop() {
            stopping.abort();
            await ended;
        }
    };
}

/** Deletes what is too old now, up to 50,000 rows a table. Whatever another replica is busy with is left to it. */
export async function prune({ db, onPruned, now = () => new Date() }: Omit<RetentionOptions, 'logger'>): Promise<void> {
    for (const rule of RULES) {
        const before = new Date(now().getTime() - rule.keepDays * 24 * HOUR_MS);
        for (let batch = 0; batch < MOST_BATCHES; batch++) {
            const deleted = await deleteBatch(db, rule, before);
            if (deleted > 0) onPruned(rule.table, deleted);
            if (deleted < BATCH) break;
        }
    }
}

function deleteBatch(db: Kysely<Database>, { table, key, age, only }: Rule, before: Date): Promise<number> {
    return db.transaction().execute(async (transaction) => {
        const lock = await sql<{ is_ours: boolean }>`
            select pg_try_advisory_xact_lock(hashtextextended('retention', 0)) as is_ours`.execute(transaction);
        if (!lock.rows[0]?.is_ours) return 0;
        const { numAffectedRows = 0n } = await sql`
            delete from ${sql.table(table)} where ${sql.ref(key)} in (
                select ${sql.ref(key)} from ${sql.table(table)}
                 where ${age} < ${before} and ${only ?? sql`true`} order by ${age} limit ${BATCH})`.execute(
            transaction
        );
        return Number(numAffectedRows);
    });
}
