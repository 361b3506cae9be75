import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './tables.ts';

/** One process's connections to the database; `db` and `pool` share them. */
export interface DatabaseConnection {
    pool: pg.Pool;
    db: Kysely<Database>;
    /** Waits for running queries, then closes every connection. */
    close(): Promise<void>;
}

/** How to connect. */
export interface ConnectionOptions {
    maxConnections?: number;
    /** Told when a connection is lost while no query runs, as when the server restarts; the pool opens a new one. */
    onConnectionLost?: (error: Error) => void;
}

const STATEMENT_TIMEOUT_MS = 15_000;
const LOCK_TIMEOUT_MS = 10_000;
/** In a rush, requests queue for a connection; waiting is better than refusing. */
const CONNECT_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;

/**
 * Connects to the service's database. Nothing is sent before the first query.
 * Counters (int8) arrive as numbers, days (date) as `2026-11-23`, instants as Date.
 */
export function connectDatabase(
    url: string,
    { maxConnections = 20, onConnectionLost }: ConnectionOptions = {}
): DatabaseConnection {
    const pool = new pg.Pool({
        connectionString: url,
        max: maxConnections,
        application_name: 'admit-one',
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        statement_timeout: STATEMENT_TIMEOUT_MS,
        lock_timeout: LOCK_TIMEOUT_MS,
        idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
        types: { getTypeParser }
    });
    // Without listeners a restart of the server would end this process: on each connection, because one that is in use
    // but waits between two queries is nobody else's business, and on the pool, which repeats what idle ones report.
    pool.on('connect', (client) => {
        client.once('error', (error: Error) => onConnectionLost?.(error));
        // One loss may show as several errors.
        client.on('error', () => undefined);
    });
    pool.on('error', () => undefined);
    const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
    return {
        pool,
        db,
        async close() {
            await db.destroy();
            // Kysely ends the pool only if it has used it.
            if (!pool.ending) await pool.end();
        }
    };
}

/** Lets pg's own parsers do the rest. */
const getTypeParser: typeof pg.types.getTypeParser = (type, format) => {
    if (type === pg.types.builtins.INT8) return parseSafeInteger;
    if (type === pg.types.builtins.DATE) return String;
    return pg.types.getTypeParser(type, format) as unknown;
};

/** @throws RangeError where a double could not hold the number exactly. */
function parseSafeInteger(text: string): number {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number.`);
    return value;
}
