import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connectDatabase, type DatabaseConnection } from '../src/database/database.ts';
import { TEMPLATE_DATABASE, withDatabase } from './databaseUrl.ts';

/** A database of its own for one test file, with every migration run. */
export interface TestDatabase extends DatabaseConnection {
    url: string;
    /** Closes the connections and removes the database. */
    drop(): Promise<void>;
}

/** What a test database starts as. */
export interface TestDatabaseOptions {
    /** Without it, every migration has run. */
    isEmpty?: boolean;
    maxConnections?: number;
}

/** Makes a test database in some 30 ms. Call `drop` in `afterAll`. */
export async function createTestDatabase({
    isEmpty = false,
    maxConnections = 10
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
    const server = serverUrl();
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    const template = isEmpty ? 'template0' : TEMPLATE_DATABASE;
    await runOn(server, `create database ${name} template ${template} strategy file_copy`);
    const url = withDatabase(server, name);
    const connection = connectDatabase(url, { maxConnections });
    return {
        ...connection,
        url,
        async drop() {
            await connection.close();
            await runOn(server, `drop database ${name} with (force)`);
        }
    };
}

/** Path of the test server's own log, for assertions such as "no deadlock". */
export function testDatabaseLog(): string {
    return fromSetup('TEST_DATABASE_LOG');
}

function serverUrl(): string {
    return fromSetup('TEST_DATABASE_SERVER');
}

function fromSetup(variable: string): string {
    const value = process.env[variable];
    if (value === undefined) throw new Error('No test database server: run the test in the jest project "service".');
    return value;
}

async function runOn(server: string, statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
        await client.query(statement);
    } finally {
        await client.end();
    }
}
