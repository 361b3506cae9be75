import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from './tables.ts';

/** What may be forgotten, and when. A key that is gone books anew, or is refused because its link is used. */
const RULES = [
    { table: 'idempotency_keys', key: 'key_hash', age: 'created_at', keepDays: 30 },
    { table: 'change_keys', key: 'key_hash', age: 'created_at', keepDays: 30 },
    // Stands in for a calendar for a day at most; a host who is still met has been read again since.
    { table: 'host_calendars', key: 'host_id', age: 'read_at', keepDays: 7 },
    // A link that is opened for the first time again would get a later first time; few live so long.
    { table: 'link_openings', key: 'token_hash', age: 'noticed_at', keepDays: 400 }
] as const;

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
    for (const { table, key, age, keepDays } of RULES) {
        const before = new Date(now().getTime() - keepDays * 24 * HOUR_MS);
        for (let batch = 0; batch < MOST_BATCHES; batch++) {
            const deleted = await db.transaction().execute(async (transaction) => {
                const lock = await sql<{ is_ours: boolean }>`
                    select pg_try_advisory_xact_lock(hashtextextended('retention', 0)) as is_ours`.execute(transaction);
                if (!lock.rows[0]?.is_ours) return 0;
                const { numAffectedRows = 0n } = await sql`
                    delete from ${sql.table(table)} where ${sql.ref(key)} in (
                        select ${sql.ref(key)} from ${sql.table(table)}
                         where ${sql.ref(age)} < ${before} order by ${sql.ref(age)} limit ${BATCH})`.execute(
                    transaction
                );
                return Number(numAffectedRows);
            });
            if (deleted > 0) onPruned(table, deleted);
            if (deleted < BATCH) break;
        }
    }
}
