import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OwnMeetings } from '../booking-service/src/availability/ownMeetings.ts';
import { connectDatabase } from '../booking-service/src/database/database.ts';
import type { DatabaseConnection } from '../booking-service/src/database/database.ts';
import { startEmbeddedPostgres } from '../booking-service/src/database/embeddedPostgres.ts';
import { migrate } from '../booking-service/src/database/migrate.ts';
import { OutboxStore } from '../booking-service/src/outbox/outboxStore.ts';
import { readFigures } from '../booking-service/src/status/statusFigures.ts';
import type { BenchmarkRow } from './benchmarkRow.ts';
import { FILLER_HOSTS, FILLER_POOL, FILLER_TYPE, fillDatabase, fillerHost } from './http/fillDatabase.ts';

const SHARE = Number(process.env['COUNTING_SHARE'] ?? 1);
const SMALL = 50_000 * SHARE;
const LARGE = 1_000_000 * SHARE;
/** Times as slow with twenty times the history: what is read does not grow, but less of it lies in memory. */
const GOAL = 5;
const ROUNDS = 50;
const WAITING = 1_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/**
 * Counts of meetings that decide about a booking, and what workers ask: in milliseconds, with a short history and with
 * a long one of the same hosts.
 */
export async function run(): Promise<BenchmarkRow[]> {
    const small = await measureWith(SMALL);
    const large = await measureWith(LARGE);
    return Object.entries(large).flatMap(([name, ms]) => {
        const before = small[name] ?? 0;
        const times = ms / before;
        return [
            { name: `${name}, ${SMALL.toLocaleString('en-US')} meetings`, value: before, unit: 'ms' },
            { name: `${name}, ${LARGE.toLocaleString('en-US')} meetings`, value: ms, unit: 'ms' },
            { name: `${name}: growth`, value: times, unit: '×', goal: `≤ ${GOAL}`, isMet: times <= GOAL }
        ];
    });
}

async function measureWith(meetings: number): Promise<Record<string, number>> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'admit-one-counting-'));
    const postgres = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } });
    const connection = connectDatabase(postgres.url);
    try {
        await migrate(connection.pool);
        await fillDatabase(connection.pool, { links: meetings / 10, meetings });
        return { ...(await measureCounts(new OwnMeetings(connection))), ...(await measureWork(connection)) };
    } finally {
        await connection.close();
        await postgres.stop();
        rmSync(dataDir, { recursive: true, force: true });
    }
}

async function measureCounts(ownMeetings: OwnMeetings): Promise<Record<string, number>> {
    const hostIds = Array.from({ length: FILLER_HOSTS }, (_, host) => fillerHost(host));
    const hosts = hostIds.map((hostId) => ({ hostId, timeZone: 'UTC', username: hostId, email: hostId }));
    const now = Math.floor(Date.now() / MINUTE_MS);
    const span = { from: now - 8 * DAY_MINUTES, to: now + 38 * DAY_MINUTES };
    const since = new Date((now - 30 * DAY_MINUTES) * MINUTE_MS);
    const turnsOf = (members: number) => () =>
        ownMeetings.countTurns({ poolIds: [FILLER_POOL], hostIds: hostIds.slice(0, members), since });
    return {
        'turns of 3 pool members': await fastestMs(turnsOf(3)),
        'turns of 50 pool members': await fastestMs(turnsOf(50)),
        'daily limit of 1 host': await fastestMs(() =>
            ownMeetings.countByHostDay(FILLER_TYPE, hosts.slice(0, 1), span)
        ),
        'daily limits of 50 hosts': await fastestMs(() =>
            ownMeetings.countByHostDay(FILLER_TYPE, hosts.slice(0, 50), span)
        ),
        'daily limit of a meeting type': await fastestMs(() => ownMeetings.countByDay(FILLER_TYPE, 'UTC', span))
    };
}

/** What workers ask again and again, while so many meetings wait to be written to Salesforce. */
async function measureWork({ db, pool }: DatabaseConnection): Promise<Record<string, number>> {
    await pool.query(
        `update outbox set done_revision = 0, waiting_since = now() - random() * interval '1 hour'
          where meeting_uid in (select uid from meetings order by booked_at desc limit ${WAITING})`
    );
    await pool.query('analyze outbox');
    const outbox = new OutboxStore(db);
    return {
        'taking up a meeting to write': await fastestMs(() => outbox.lease()),
        'counting what waits': await fastestMs(() => outbox.backlog()),
        'figures of Sync Health': await fastestMs(() => readFigures(db))
    };
}

/** Of many: on a busy machine the others tell more about the machine. */
async function fastestMs(work: () => Promise<unknown>): Promise<number> {
    let fastest = Infinity;
    for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now();
        await work();
        fastest = Math.min(fastest, performance.now() - began);
    }
    return fastest;
}
