import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectDatabase } from '../src/database/database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/database/embeddedPostgres.ts';
import { migrate } from '../src/database/migrate.ts';
import { TEMPLATE_DATABASE, withDatabase } from './databaseUrl.ts';

let server: EmbeddedPostgres | undefined;
let dataDir: string | undefined;

/** Starts one database server for all test files and migrates the template their databases are copied from. */
export default async function globalSetup(): Promise<void> {
    dataDir = mkdtempSync(path.join(tmpdir(), 'admit-one-test-'));
    server = await startEmbeddedPostgres({
        dataDir,
        // Fast and forgetful: nothing here has to survive a crash.
        settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }
    });
    const admin = connectDatabase(server.url);
    await admin.pool.query(`create database ${TEMPLATE_DATABASE}`);
    await admin.close();
    const template = connectDatabase(withDatabase(server.url, TEMPLATE_DATABASE));
    await migrate(template.pool);
    await template.close();
    process.env['TEST_DATABASE_SERVER'] = server.url;
    process.env['TEST_DATABASE_LOG'] = server.logFile;
}

/** Stops the server and removes its data. */
export async function stopTestServer(): Promise<void> {
    await server?.stop();
    if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
}
