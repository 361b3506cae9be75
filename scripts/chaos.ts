// Three replicas, a failing Salesforce, kills and pauses; prints what happened and whether every promise was kept.
// npm run chaos -- [--links 1000] [--rivals 10] [--interval 400] [--minutes 20]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { connectDatabase } from '../booking-service/src/database/database.ts';
import { startEmbeddedPostgres } from '../booking-service/src/database/embeddedPostgres.ts';
import { migrate } from '../booking-service/src/database/migrate.ts';
import { runChaos } from './chaos/runChaos.ts';

const { values } = parseArgs({
    options: {
        links: { type: 'string', default: '1000' },
        rivals: { type: 'string', default: '10' },
        interval: { type: 'string', default: '400' },
        minutes: { type: 'string', default: '20' }
    }
});

const dataDir = mkdtempSync(path.join(tmpdir(), 'admit-one-chaos-db-'));
const database = await startEmbeddedPostgres({ dataDir });
try {
    const connection = connectDatabase(database.url);
    await migrate(connection.pool);
    await connection.close();
    const { violations, counts } = await runChaos({
        databaseUrl: database.url,
        links: atLeastOne('links', values.links),
        rivals: atLeastOne('rivals', values.rivals),
        intervalMs: atLeastOne('interval', values.interval),
        patienceMs: atLeastOne('minutes', values.minutes) * 60_000
    });
    console.table(counts);
    for (const violation of violations) console.error(violation);
    console.log(violations.length === 0 ? 'Every promise was kept.' : `${violations.length} promises were broken.`);
    if (violations.length > 0) process.exitCode = 1;
} finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
}

function atLeastOne(name: string, text: string): number {
    const value = Number(text);
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(`--${name} must be a whole number above 0, not "${text}".`);
}
