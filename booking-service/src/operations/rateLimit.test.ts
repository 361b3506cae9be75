import express from 'express';
import { listen, type ListeningApp } from '../../testing/listen.ts';
import { collectLog } from '../../testing/logLines.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/testDatabase.ts';
import { problemHandler } from '../problem/problemHandler.ts';
import { createLogger } from './logger.ts';
import { createRateLimits } from './rateLimit.ts';

const log = collectLog();
const logger = createLogger('info', log.stream);
let database: TestDatabase;
const servers: ListeningApp[] = [];

beforeEach(async () => {
    log.lines.length = 0;
    database = await createTestDatabase();
});
afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
    await database.drop();
});

/** One replica that allows three requests a minute of each client named in a header. */
async function startReplica({ isOff = false } = {}): Promise<(client: string) => Promise<Response>> {
    const limitBy = createRateLimits({ pool: database.pool, isOff, logger });
    const app = express();
    app.use(limitBy({ name: 'test', points: 3, durationSeconds: 60, key: (req) => req.get('x-client') ?? '' }));
    app.get('/', (_req, res) => void res.send('ok'));
    app.use(problemHandler(logger));
    const server = await listen(app);
    servers.push(server);
    return (client) => fetch(server.url, { headers: { 'x-client': client } });
}

describe('createRateLimits', () => {
    it('counts over all replicas and says when to come back', async () => {
        const [first, second] = [await startReplica(), await startReplica()];
        const responses = [await first('ada'), await second('ada'), await first('ada'), await second('ada')];
        expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
        expect(await responses[3]!.json()).toMatchObject({ code: 'rate_limited' });
        expect(Number(responses[3]!.headers.get('retry-after'))).toBeGreaterThan(50);
        expect((await first('grace')).status).toBe(200);
    });

    it('counts clients by network, as a proxy that is trusted tells them', async () => {
        const app = express().set('trust proxy', 'loopback');
        app.use(
            createRateLimits({ pool: database.pool, isOff: false, logger })({
                name: 'network',
                points: 1,
                durationSeconds: 60
            })
        );
        app.get('/', (_req, res) => void res.send('ok'));
        app.use(problemHandler(logger));
        const server = await listen(app);
        servers.push(server);
        const from = async (address: string): Promise<number> =>
            (await fetch(server.url, { headers: { 'X-Forwarded-For': address } })).status;
        expect([await from('2001:db8:1:2::1'), await from('2001:db8:1:2:ffff::2')]).toEqual([200, 429]);
        expect([await from('2001:db8:1:3::1'), await from('203.0.113.7'), await from('203.0.113.8')]).toEqual([
            200, 200, 200
        ]);
    });

    it('lets exactly as many of many simultaneous requests through', async () => {
        const request = await startReplica();
        const responses = await Promise.all(Array.from({ length: 12 }, () => request('ada')));
        expect(responses.filter(({ status }) => status === 200)).toHaveLength(3);
    });

    it('stores who asked only as a hash', async () => {
        const request = await startReplica();
        await request('ada@example.com');
        const { rows } = await database.pool.query<{ key: string }>('select key from rate_limits');
        expect(rows).toHaveLength(1);
        expect(rows[0]!.key).toMatch(/^test:[\w-]{43}$/);
    });

    it('lets everything through when it is off', async () => {
        const request = await startReplica({ isOff: true });
        for (let count = 0; count < 5; count += 1) expect((await request('ada')).status).toBe(200);
    });

    it('lets requests pass, and says so, when they cannot be counted', async () => {
        const request = await startReplica();
        await database.pool.query('drop table rate_limits');
        expect((await request('ada')).status).toBe(200);
        expect(log.lines).toMatchObject([{ level: 50, limit: 'test' }]);
    });
});
