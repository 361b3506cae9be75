import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embeddedPostgres.ts';

let dataDir: string;
beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'embedded-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function query(url: string, text: string): Promise<pg.QueryResult<{ value: number }>> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined); // a killed server also ends the connection
    await client.connect();
    try {
        return await client.query<{ value: number }>(text);
    } finally {
        await client.end();
    }
}

/** A process of its own that owns the server and inserts numbers, reporting each one that was committed. */
function forkOwner(): { owner: ChildProcess; acknowledged: number[]; untilFirst: Promise<unknown> } {
    const owner = fork(path.join(import.meta.dirname, '..', '..', 'testing', 'databaseOwner.ts'), [dataDir], {
        execArgv: [],
        serialization: 'json'
    });
    const acknowledged: number[] = [];
    owner.on('message', (value) => acknowledged.push(Number(value)));
    return { owner, acknowledged, untilFirst: once(owner, 'message') };
}

async function storedNumbers({ url }: EmbeddedPostgres): Promise<number[]> {
    return (await query(url, 'select value from numbers order by value')).rows.map(({ value }) => value);
}

describe('startEmbeddedPostgres', () => {
    it('keeps the data from one start to the next', async () => {
        const first = await startEmbeddedPostgres({ dataDir });
        await query(first.url, 'create table numbers as select 7 as value');
        await first.stop();
        const second = await startEmbeddedPostgres({ dataDir, settings: { work_mem: '5MB' } });
        expect(await storedNumbers(second)).toEqual([7]);
        expect((await query(second.url, 'show work_mem')).rows).toEqual([{ work_mem: '5MB' }]);
        await second.stop();
    });

    it('refuses a second start on the same data, naming the folder and the process', async () => {
        const first = await startEmbeddedPostgres({ dataDir });
        await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
            `${dataDir} is in use by process ${process.pid}. Stop that process first`
        );
        expect((await query(first.url, 'select 1 as value')).rowCount).toBe(1);
        await first.stop();
    });

    it('takes over from an owner that is gone, even when its process id is in use again', async () => {
        writeFileSync(path.join(dataDir, 'owner.pid'), `${process.pid} 12345`);
        const server = await startEmbeddedPostgres({ dataDir });
        await server.stop();
        expect(server.pid).toBeGreaterThan(1);
    });

    it('loses nothing that was committed when the owner is killed', async () => {
        const { owner, acknowledged, untilFirst } = forkOwner();
        await untilFirst;
        await new Promise((resolve) => setTimeout(resolve, 200));
        owner.kill('SIGKILL');
        await once(owner, 'exit');
        const server = await startEmbeddedPostgres({ dataDir });
        expect(acknowledged.length).toBeGreaterThan(10);
        expect(await storedNumbers(server)).toEqual(expect.arrayContaining(acknowledged));
        await server.stop();
    });

    it('tells its owner when the server is killed, and starts again with everything committed', async () => {
        let tellReason: (reason: string) => void;
        const reason = new Promise<string>((resolve) => (tellReason = resolve));
        const first = await startEmbeddedPostgres({ dataDir, onUnexpectedExit: (text) => tellReason(text) });
        await query(first.url, 'create table numbers as select generate_series(1, 100) as value');
        process.kill(first.pid, 'SIGKILL');
        expect(await reason).toMatch(/^PostgreSQL ended unexpectedly/);
        await first.stop();
        const second = await startEmbeddedPostgres({ dataDir });
        expect(await storedNumbers(second)).toHaveLength(100);
        await second.stop();
    });

    it('stops a server that outlived its owner before it starts another on the data', async () => {
        const left = await startEmbeddedPostgres({ dataDir });
        await query(left.url, 'create table numbers as select 7 as value');
        writeFileSync(path.join(dataDir, 'owner.pid'), '1 of an earlier life');
        const server = await startEmbeddedPostgres({ dataDir });
        expect(server.pid).not.toBe(left.pid);
        expect(await storedNumbers(server)).toEqual([7]);
        await left.stop();
        await server.stop();
    });

    it('says why the server does not start', async () => {
        await expect(startEmbeddedPostgres({ dataDir, settings: { work_mem: 'much' } })).rejects.toThrow(
            /did not start:[^]*work_mem/
        );
        const server = await startEmbeddedPostgres({ dataDir });
        await server.stop();
        expect(readFileSync(server.logFile, 'utf8')).toContain('work_mem');
    });
});
