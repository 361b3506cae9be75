import { sql } from 'kysely';
import { eventually } from '../../testing/eventually.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/testDatabase.ts';
import { connectDatabase } from './database.ts';

let database: TestDatabase;
beforeAll(async () => {
    database = await createTestDatabase();
});
afterAll(() => database.drop());

async function select(expression: string): Promise<unknown> {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(database.db);
    return rows[0]?.value;
}

describe('connectDatabase', () => {
    it('reads counters as numbers and refuses those a number cannot hold', async () => {
        expect(await select('9007199254740991::int8')).toBe(9_007_199_254_740_991);
        await expect(select('9007199254740993::int8')).rejects.toThrow(RangeError);
    });

    it('reads days as text and instants as Date', async () => {
        expect(await select(`date '2026-11-23'`)).toBe('2026-11-23');
        expect(await select(`timestamptz '2026-11-23 10:00+01'`)).toEqual(new Date('2026-11-23T09:00:00Z'));
    });

    it('changes the case of letters beyond ASCII, as comparing names needs', async () => {
        expect(await select(`lower('ÄÉ')`)).toBe('äé');
    });

    it('ends a statement that waits for a lock for too long', async () => {
        expect(await select(`current_setting('lock_timeout')`)).toBe('10s');
        expect(await select(`current_setting('statement_timeout')`)).toBe('15s');
        expect(await select(`current_setting('idle_in_transaction_session_timeout')`)).toBe('30s');
    });

    it('closes every connection, whether used through the pool or through Kysely', async () => {
        const connection = connectDatabase(database.url);
        const { rows } = await connection.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
        await connection.close();
        // The server's side of a connection ends a little later.
        await eventually(async () => {
            const left = await database.pool.query('select from pg_stat_activity where pid = $1', [rows[0]!.pid]);
            return left.rowCount === 0 || undefined;
        }, 'the end of the connection');
        await expect(connection.pool.query('select 1')).rejects.toThrow(/after calling end/);
    });

    it('outlives the loss of a connection that is in use between two queries', async () => {
        const lost: Error[] = [];
        const connection = connectDatabase(database.url, { onConnectionLost: (error) => lost.push(error) });
        const { rows } = await connection.db.connection().execute(async (held) => {
            const { rows: own } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(held);
            await database.pool.query('select pg_terminate_backend($1)', [own[0]!.pid]);
            await eventually(() => Promise.resolve(lost[0]), 'the loss of the connection');
            return connection.pool.query<{ one: number }>('select 1 as one');
        });
        expect(rows).toEqual([{ one: 1 }]);
        expect(lost).toHaveLength(1);
        await connection.close();
    });

    it('outlives the loss of an idle connection and reports it', async () => {
        const lost: Error[] = [];
        const connection = connectDatabase(database.url, { onConnectionLost: (error) => lost.push(error) });
        const { rows } = await connection.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
        const gone = new Promise((resolve) => connection.pool.once('error', resolve));
        await database.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
        await gone;
        expect(lost).toHaveLength(1);
        expect((await connection.pool.query('select 1')).rowCount).toBe(1);
        await connection.close();
    });
});
