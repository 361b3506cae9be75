import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';

/** Where the released migrations are. */
export const MIGRATIONS_FOLDER = path.join(import.meta.dirname, '..', '..', 'migrations');

interface Migration {
    /** File name, `000001.sql`. */
    name: string;
    sql: string;
    hash: string;
    /** Code that does not know this migration cannot run on the database after it. */
    isBreaking: boolean;
}

const CREATE_TABLE = `
    create table if not exists schema_migrations (
        name text primary key,
        hash text not null,
        is_breaking boolean not null,
        ran_at timestamptz not null default now()
    )`;
/** How long a migration may hold up those who come after it while it waits itself. */
const LOCK_TIMEOUT_MS = 1_000;
const LOCK_NOT_AVAILABLE = '55P03';
const RETRY_MS = 500;
/** Some five minutes. */
const MOST_ATTEMPTS = 200;
const LOCK = `select pg_advisory_xact_lock(hashtextextended('admit-one migrations', 0))`;

/**
 * Runs every migration the database does not have, each in one transaction, and returns their names.
 * Any number of replicas may call it at once: each migration runs once.
 * @throws Error naming the file that fails, or that was changed or removed after it ran.
 */
export async function migrate(pool: pg.Pool, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
    const migrations = await readMigrations(folder);
    const ran: string[] = [];
    for (const migration of migrations) {
        if (await runPatiently(pool, migration)) ran.push(migration.name);
    }
    refuseUnknown(await readRan(pool), migrations);
    return ran;
}

/**
 * Names of the migrations the database still lacks.
 * @throws Error as `migrate` does for changed and unknown ones.
 */
export async function pendingMigrations(pool: pg.Pool, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
    const migrations = await readMigrations(folder);
    const ran = await readRan(pool);
    refuseUnknown(ran, migrations);
    const pending = migrations.filter((migration) => {
        const earlier = ran.find(({ name }) => name === migration.name);
        if (earlier) refuseChanged(migration, earlier.hash);
        return !earlier;
    });
    return pending.map(({ name }) => name);
}

async function readMigrations(folder: string): Promise<Migration[]> {
    const names = (await readdir(folder)).filter((name) => /^\d{6}\.sql$/.test(name)).sort();
    return Promise.all(
        names.map(async (name) => {
            const sql = await readFile(path.join(folder, name), 'utf8');
            const hash = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
            return { name, sql, hash, isBreaking: /^--! breaking$/m.test(sql) };
        })
    );
}

/** A statement that waits for a lock makes all wait that come after it: it gives way soon, and tries again. */
async function runPatiently(pool: pg.Pool, migration: Migration): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
        try {
            return await runOnce(pool, migration);
        } catch (error) {
            const isInTheWay = causeCode(error) === LOCK_NOT_AVAILABLE;
            if (!isInTheWay || attempt === MOST_ATTEMPTS) throw error;
            await setTimeout(RETRY_MS);
        }
    }
}

const causeCode = (error: unknown): unknown => (Object(error) as { cause?: { code?: unknown } }).cause?.code;

async function runOnce(pool: pg.Pool, migration: Migration): Promise<boolean> {
    const client = await pool.connect();
    try {
        await client.query('begin');
        await client.query('set local lock_timeout = 0; set local statement_timeout = 0');
        await client.query(LOCK);
        await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
        await client.query(CREATE_TABLE);
        const isOurs = await claim(client, migration);
        if (isOurs) await client.query(migration.sql);
        await client.query('commit');
        return isOurs;
    } catch (error) {
        await client.query('rollback');
        throw explain(error, migration);
    } finally {
        client.release();
    }
}

/** The name goes in first: whoever inserted it runs the migration, and a failure takes both back. */
async function claim(client: pg.PoolClient, migration: Migration): Promise<boolean> {
    const { name, hash, isBreaking } = migration;
    const inserted = await client.query(
        'insert into schema_migrations (name, hash, is_breaking) values ($1, $2, $3) on conflict do nothing',
        [name, hash, isBreaking]
    );
    if (inserted.rowCount === 1) return true;
    const earlier = await client.query<{ hash: string }>('select hash from schema_migrations where name = $1', [name]);
    refuseChanged(migration, earlier.rows[0]?.hash);
    return false;
}

interface RanMigration {
    name: string;
    hash: string;
    isBreaking: boolean;
}

async function readRan(pool: pg.Pool): Promise<RanMigration[]> {
    const table = await pool.query<{ exists: boolean }>(
        `select to_regclass('schema_migrations') is not null as exists`
    );
    if (!table.rows[0]?.exists) return [];
    const ran = await pool.query<RanMigration>(
        'select name, hash, is_breaking as "isBreaking" from schema_migrations order by name'
    );
    return ran.rows;
}

class MigrationRefused extends Error {
    override readonly name = 'MigrationRefused';
}

function refuseChanged({ name, hash }: Migration, ranHash: string | undefined): void {
    if (ranHash === hash) return;
    throw new MigrationRefused(
        `Migration ${name} was changed after it ran. Restore the released file and put the change into a new migration.`
    );
}

/** While replicas are replaced one by one, an old one meets newer migrations; it may go on unless one is breaking. */
function refuseUnknown(ran: RanMigration[], migrations: Migration[]): void {
    const known = new Set(migrations.map(({ name }) => name));
    const last = migrations.at(-1)?.name ?? '';
    for (const { name, isBreaking } of ran) {
        if (known.has(name)) continue;
        if (name < last) throw new MigrationRefused(`Migration ${name} ran on this database but its file is missing.`);
        if (isBreaking) {
            throw new MigrationRefused(`The database is ahead of this version (${name}). Start a newer version.`);
        }
    }
}

function explain(error: unknown, { name }: Migration): unknown {
    if (error instanceof MigrationRefused || !(error instanceof Error)) return error;
    return new Error(`Migration ${name} failed and was taken back: ${error.message}`, { cause: error });
}
