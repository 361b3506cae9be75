import express from 'express';
import { pino } from 'pino';
import { listen, type ListeningApp } from '../../testing/listen.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/testDatabase.ts';
import { connectDatabase } from '../database/database.ts';
import { healthRoutes } from './healthRoutes.ts';
import { createMetrics } from './metrics.ts';

let database: TestDatabase;
const servers: ListeningApp[] = [];
beforeEach(async () => {
    database = await createTestDatabase();
});
afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
    await database.drop();
});

const publicUrl = new URL('http://127.0.0.1:4000');

async function get(path: string, { pool } = database): Promise<{ status: number; body: unknown }> {
    const app = express();
    app.use(healthRoutes({ pool, publicUrl, metrics: createMetrics(), logger: pino({ level: 'silent' }) }));
    const server = await listen(app);
    servers.push(server);
    const response = await fetch(server.url + path);
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? await response.json() : await response.text() };
}

describe('healthRoutes', () => {
    it('says that the process is alive and ready', async () => {
        expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'alive' } });
        expect(await get('/readyz')).toEqual({
            status: 200,
            body: { status: 'ready', database: 'reachable', migrations: 'done', organization: 'same' }
        });
    });

    it('is not ready while migrations are missing', async () => {
        await database.pool.query('delete from schema_migrations');
        expect(await get('/readyz')).toMatchObject({ status: 503, body: { migrations: 'pending' } });
    });

    it('is not ready when a migration is not the one that ran', async () => {
        await database.pool.query(`update schema_migrations set hash = 'other'`);
        expect(await get('/readyz')).toMatchObject({ status: 503, body: { migrations: 'refused' } });
    });

    it('is not ready while Salesforce is another org than before', async () => {
        await database.pool.query(`update mirror_state set found_organization_id = '00D000000000002AAA'`);
        expect(await get('/readyz')).toMatchObject({ status: 503, body: { organization: 'changed' } });
    });

    it('is alive but not ready while the database is away', async () => {
        const away = connectDatabase('postgres://app@localhost/postgres?host=/nowhere');
        expect(await get('/readyz', { ...database, pool: away.pool })).toMatchObject({
            status: 503,
            body: { status: 'not_ready', database: 'unreachable' }
        });
        expect(await get('/healthz', { ...database, pool: away.pool })).toMatchObject({ status: 200 });
        await away.close();
    });

    it('shows metrics in the text format of Prometheus', async () => {
        const { status, body } = await get('/metrics');
        expect(status).toBe(200);
        expect(body).toContain('# TYPE process_cpu_user_seconds_total counter');
    });
});
