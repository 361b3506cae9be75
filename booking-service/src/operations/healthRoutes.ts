import { Router } from 'express';
import type pg from 'pg';
import type { Logger } from 'pino';
import { pendingMigrations } from '../database/migrate.ts';
import type { Metrics } from './metrics.ts';
import { metricsAccess } from './metricsAccess.ts';

export interface HealthRouteParts {
    pool: pg.Pool;
    metrics: Metrics;
    logger: Logger;
    publicUrl: URL;
    /** Who sends it may read the metrics. */
    metricsToken?: string | undefined;
}

/**
 * What operators and load balancers look at: `/healthz` (the process answers), `/readyz` (it can do its work) and
 * `/metrics`. A Salesforce that is away does not make the service unready: it goes on booking without.
 */
export function healthRoutes({ pool, metrics, logger, publicUrl, metricsToken }: HealthRouteParts): Router {
    const router = Router();
    router.use(['/healthz', '/readyz', '/metrics'], (_req, res, next) => {
        res.set('Cache-Control', 'no-store');
        next();
    });
    router.get('/healthz', (_req, res) => {
        res.json({ status: 'alive' });
    });
    router.get('/readyz', async (_req, res) => {
        const readiness = await findReadiness(pool, logger);
        res.status(readiness.status === 'ready' ? 200 : 503).json(readiness);
    });
    router.get('/metrics', metricsAccess({ publicUrl, token: metricsToken }), async (_req, res) => {
        res.type(metrics.contentType).send(await metrics.text());
    });
    return router;
}

interface Readiness {
    status: 'ready' | 'not_ready';
    database: 'reachable' | 'unreachable';
    /** `refused`: one was changed after it ran, or the database is ahead of this version; the log says which. */
    migrations: 'done' | 'pending' | 'refused' | 'unknown';
    /** `changed`: Salesforce is another org than the one this database belongs to, as after a sandbox refresh. */
    organization: 'same' | 'changed' | 'unknown';
}

async function findReadiness(pool: pg.Pool, logger: Logger): Promise<Readiness> {
    const unknown = { status: 'not_ready', migrations: 'unknown', organization: 'unknown' } as const;
    try {
        await pool.query('select 1');
    } catch (error) {
        logger.warn({ err: error }, 'the database cannot be reached');
        return { ...unknown, database: 'unreachable' };
    }
    try {
        if ((await pendingMigrations(pool)).length > 0) {
            return { ...unknown, database: 'reachable', migrations: 'pending' };
        }
    } catch (error) {
        logger.error({ err: error }, 'the migrations do not fit this version');
        return { ...unknown, database: 'reachable', migrations: 'refused' };
    }
    const organization = await findOrganization(pool);
    const status = organization === 'same' ? 'ready' : 'not_ready';
    return { status, database: 'reachable', migrations: 'done', organization };
}

/** As of the last sign-in of any replica. */
async function findOrganization(pool: pg.Pool): Promise<'same' | 'changed'> {
    const { rowCount } = await pool.query('select 1 from mirror_state where found_organization_id is not null');
    return rowCount === 0 ? 'same' : 'changed';
}
