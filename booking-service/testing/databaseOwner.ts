/** Run as a process: owns an embedded PostgreSQL and inserts numbers for ever, reporting each committed one. */
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/database/embeddedPostgres.ts';

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
const client = new pg.Client({ connectionString: server.url });
await client.connect();
await client.query('create table numbers (value integer primary key)');
for (let value = 1; ; value += 1) {
    await client.query('insert into numbers values ($1)', [value]);
    process.send?.(value);
}
