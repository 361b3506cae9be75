// Three replicas, a failing Salesforce, kills and pauses; prints what happened and whether every promise was kept.
// npm run chaos -- [--links 1000] [--rivals 10] [--interval 400] [--minutes 20] [--database 45]
// --interval: milliseconds between two kills of a replica; --database: seconds between two kills of the database.
import { parseArgs } from 'node:util';
import { startMortalDatabase } from '../booking-service/testing/mortalDatabase.ts';
import { runChaos } from './chaos/runChaos.ts';

const { values } = parseArgs({
    options: {
        links: { type: 'string', default: '1000' },
        rivals: { type: 'string', default: '10' },
        interval: { type: 'string', default: '400' },
        minutes: { type: 'string', default: '20' },
        database: { type: 'string', default: '45' }
    }
});

const database = await startMortalDatabase();
try {
    const { violations, unanswered, counts } = await runChaos({
        databaseUrl: database.url,
        killing: {
            kill: database.kill,
            restart: database.restart,
            intervalMs: atLeastOne('database', values.database) * 1000
        },
        links: atLeastOne('links', values.links),
        rivals: atLeastOne('rivals', values.rivals),
        intervalMs: atLeastOne('interval', values.interval),
        patienceMs: atLeastOne('minutes', values.minutes) * 60_000
    });
    console.table(counts);
    for (const violation of violations) console.error(violation);
    console.log(violations.length === 0 ? 'Every promise was kept.' : `${violations.length} promises were broken.`);
    if (unanswered > 0) console.error(`The time was too short for ${unanswered} links: give more --minutes.`);
    if (violations.length > 0 || unanswered > 0) process.exitCode = 1;
} finally {
    await database.close();
}

function atLeastOne(name: string, text: string): number {
    const value = Number(text);
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(`--${name} must be a whole number above 0, not "${text}".`);
}
