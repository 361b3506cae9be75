import { createTestDatabase } from '../../testing/testDatabase.ts';
import type { TestDatabase } from '../../testing/testDatabase.ts';
import { connectDatabase } from './database.ts';
import { isDatabaseUnavailable } from './databaseErrors.ts';

describe('isDatabaseUnavailable', () => {
    let database: TestDatabase;

    beforeAll(async () => {
        database = await createTestDatabase();
    });
    afterAll(() => database.drop());

    const failureOf = (work: Promise<unknown>): Promise<unknown> =>
        work.then(
            () => undefined,
            (error: unknown) => error
        );

    it('recognises a server that is not there', async () => {
        for (const url of [
            'postgres://app@127.0.0.1:9/postgres',
            'postgres://app@localhost/postgres?host=%2Fnowhere'
        ]) {
            const connection = connectDatabase(url);
            const error = await failureOf(connection.pool.query('select 1'));
            expect([url, isDatabaseUnavailable(error)]).toEqual([url, true]);
            await connection.close();
        }
    });

    it('recognises a connection that is cut under a query, and the next use of it', async () => {
        const client = await database.pool.connect();
        const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
        const running = failureOf(client.query('select pg_sleep(20)'));
        await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
        expect(isDatabaseUnavailable(await running)).toBe(true);
        expect(isDatabaseUnavailable(await failureOf(client.query('select 1')))).toBe(true);
        client.release(true);
    });

    it('recognises a lock that another process does not give back in time', async () => {
        const holder = await database.pool.connect();
        await holder.query('begin; select pg_advisory_xact_lock(1)');
        const waiter = await database.pool.connect();
        await waiter.query("set lock_timeout = '20ms'");
        const error = await failureOf(waiter.query('select pg_advisory_xact_lock(1)'));
        expect([(error as { code?: string }).code, isDatabaseUnavailable(error)]).toEqual(['55P03', true]);
        await holder.query('rollback');
        holder.release();
        waiter.release(true);
    });

    it('leaves faults of ours alone', async () => {
        const errors = [
            await failureOf(database.pool.query('select nonsense')),
            await failureOf(database.pool.query('insert into outbox (meeting_uid) values (null)')),
            Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }),
            new TypeError('undefined is not a function'),
            'text'
        ];
        expect(errors.map(isDatabaseUnavailable)).toEqual(errors.map(() => false));
    });
});
