import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { connectDatabase } from '../src/database/database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/database/embeddedPostgres.ts';
import { migrate } from '../src/database/migrate.ts';
import { TEMPLATE_DATABASE, withDatabase } from './databaseUrl.ts';
import { eventually } from './eventually.ts';

let server: EmbeddedPostgres | undefined;
let dataDir: string | undefined;

/** Starts one database server for all test files and migrates the template their databases are copied from. */
export default async function globalSetup(): Promise<void> {
    dataDir = mkdtempSync(path.join(tmpdir(), 'admit-one-test-'));
    server = await startEmbeddedPostgres({
        dataDir,
        settings: {
            // Fast and forgetful: nothing here has to survive a crash.
            ...{ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
            // A worker of it in the template would keep the template from being copied.
            autovacuum: 'off',
            max_connections: '200'
        }
    });
    const admin = connectDatabase(server.url);
    await admin.pool.query(`create database ${TEMPLATE_DATABASE}`);
    const template = connectDatabase(withDatabase(server.url, TEMPLATE_DATABASE));
    await migrate(template.pool);
    await template.close();
    await closeForCopying(admin.pool, TEMPLATE_DATABASE);
    await admin.close();
    process.env['TEST_DATABASE_SERVER'] = server.url;
    process.env['TEST_DATABASE_LOG'] = server.logFile;
}

/** A database is copied only while nobody is connected to it; what serves a connection ends a little after it. */
async function closeForCopying(admin: Pool, database: string): Promise<void> {
    await admin.query(`alter database ${database} with allow_connections false is_template true`);
    await eventually(async () => {
        const { rowCount } = await admin.query('select from pg_stat_activity where datname = $1', [database]);
        return rowCount === 0 || undefined;
    }, `the end of every connection to ${database}`);
}

/** Stops the server and removes its data. */
export async function stopTestServer(): Promise<void> {
    await server?.stop();
    if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
}
