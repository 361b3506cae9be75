import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../testing/testDatabase.ts';
import { connectDatabase } from './database.ts';
import { migrate, pendingMigrations } from './migrate.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
    database = await createTestDatabase({ isEmpty: true });
    folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
    await write('000001.sql', 'create table hosts (id text); insert into hosts values (1);');
    await write('000002.sql', 'create index on hosts (id);\nselect pg_sleep(0.05);');
});

afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
});

const write = (name: string, sql: string): Promise<void> => writeFile(path.join(folder, name), sql);

async function countHosts(): Promise<number> {
    const { rows } = await database.pool.query<{ count: number }>('select count(*) from hosts');
    return rows[0]!.count;
}

describe('migrate', () => {
    it('runs what is missing, in order, and nothing twice', async () => {
        expect(await pendingMigrations(database.pool, folder)).toEqual(['000001.sql', '000002.sql']);
        expect(await migrate(database.pool, folder)).toEqual(['000001.sql', '000002.sql']);
        expect(await pendingMigrations(database.pool, folder)).toEqual([]);
        expect(await migrate(database.pool, folder)).toEqual([]);
        await write('000003.sql', 'insert into hosts values (2);');
        expect(await migrate(database.pool, folder)).toEqual(['000003.sql']);
        expect(await countHosts()).toBe(2);
    });

    it('runs each migration once when many replicas start together', async () => {
        const replicas = Array.from({ length: 6 }, () => connectDatabase(database.url, { maxConnections: 1 }));
        const ran = await Promise.all(replicas.map(({ pool }) => migrate(pool, folder)));
        await Promise.all(replicas.map((replica) => replica.close()));
        expect(ran.flat().sort()).toEqual(['000001.sql', '000002.sql']);
        expect(await countHosts()).toBe(1);
    });

    it('refuses a file that was changed after it ran, and names it', async () => {
        await migrate(database.pool, folder);
        await write('000001.sql', 'create table hosts (id uuid);');
        await expect(migrate(database.pool, folder)).rejects.toThrow(/000001\.sql was changed after it ran/);
        await expect(pendingMigrations(database.pool, folder)).rejects.toThrow(/000001\.sql was changed/);
    });

    it('accepts a file whose line ends were changed by the checkout', async () => {
        await write('000001.sql', 'create table hosts (id text);\n');
        await migrate(database.pool, folder);
        await write('000001.sql', 'create table hosts (id text);\r\n');
        expect(await migrate(database.pool, folder)).toEqual([]);
    });

    it('takes a failing migration back whole and names it', async () => {
        await write('000002.sql', 'insert into hosts values (2); insert into nowhere values (1);');
        await expect(migrate(database.pool, folder)).rejects.toThrow(/000002\.sql failed.*nowhere/);
        expect(await countHosts()).toBe(1);
        expect(await pendingMigrations(database.pool, folder)).toEqual(['000002.sql']);
    });

    it('lets an older version run on a newer database, unless the newer migration is breaking', async () => {
        const newer = path.join(folder, '000003.sql');
        await writeFile(newer, 'create table pools (id text);');
        await migrate(database.pool, folder);
        await rm(newer);
        expect(await migrate(database.pool, folder)).toEqual([]);
        const breaking = path.join(folder, '000004.sql');
        await writeFile(breaking, '-- Hosts get another shape.\n--! breaking\ndrop table hosts;');
        await writeFile(newer, 'create table pools (id text);');
        await migrate(database.pool, folder);
        await Promise.all([rm(newer), rm(breaking)]);
        await expect(migrate(database.pool, folder)).rejects.toThrow(/ahead of this version \(000004\.sql\)/);
    });

    it('refuses a database on which a migration ran whose file is missing', async () => {
        await migrate(database.pool, folder);
        await rm(path.join(folder, '000001.sql'));
        await expect(migrate(database.pool, folder)).rejects.toThrow(/000001\.sql.*missing/);
    });
});
