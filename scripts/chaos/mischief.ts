import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { FaultInput } from '../../dev-org/src/faults/fault.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import type { Replicas } from './replicas.ts';

const DATA_API = '/services/data/.*(composite|query|sobjects)';

/** What Salesforce may do to a call; `hang` is rare because each costs a whole timeout. */
const FAULTS: [weight: number, fault: FaultInput][] = [
    [4, { kind: 'commitThenReset', path: DATA_API }],
    [4, { kind: 'commitThen503', path: DATA_API }],
    [4, { kind: 'error', status: 400, code: 'UNABLE_TO_LOCK_ROW', path: DATA_API }],
    [3, { kind: 'reset', path: DATA_API }],
    [3, { kind: 'html503', path: DATA_API }],
    [3, { kind: 'truncate', path: DATA_API }],
    [2, { kind: 'expire', path: DATA_API }],
    [1, { kind: 'error', status: 403, code: 'REQUEST_LIMIT_EXCEEDED', path: DATA_API }],
    [1, { kind: 'hang', path: DATA_API }]
];

/** Faults that may wait for a call. More would fail every call, and a Salesforce that never answers hides most faults. */
const WAITING_FAULTS = 2;

/** How long a process stands still: mostly within its leases, now and then long past them. */
const SHORT_PAUSE_MS = 1_200;
const LONG_PAUSE_MS = 17_000;
const LONG_PAUSE_EVERY_MS = 30_000;
/** How long the database stays dead. */
const DATABASE_AWAY_MS = 700;

export interface MischiefParts {
    org: DevOrg;
    replicas: Replicas;
    database: KillableDatabase;
    /** Between two kills. */
    intervalMs: number;
    /** Between two kills of the database; absent: it lives. */
    databaseIntervalMs?: number | undefined;
    counts: Record<string, number>;
}

/** The database of all replicas. */
export interface KillableDatabase {
    pool: pg.Pool;
    /** SIGKILL of the server. */
    kill: () => void;
    restart: () => Promise<void>;
}

/** Does harm until told to stop: kills and pauses replicas, kills the database, lets calls to Salesforce fail. */
export async function makeMischief(parts: MischiefParts, signal: AbortSignal): Promise<void> {
    const pauses: Promise<void>[] = [];
    const every = async (ms: number, harm: () => Promise<void> | void): Promise<void> => {
        for (;;) {
            await setTimeout(ms, undefined, { signal }).catch(() => undefined);
            if (signal.aborted) return;
            await harm();
        }
    };
    const { org, replicas, counts } = parts;
    await Promise.all([
        every(parts.intervalMs, async () => {
            // Nobody to spare: then at least somebody stands still.
            if (!replicas.killOne()) pauses.push(replicas.pauseOne(300 + Math.random() * (SHORT_PAUSE_MS - 300)));
            addFaults(org, counts);
            await letTimePass(parts.database.pool).catch(() => undefined);
        }),
        every(LONG_PAUSE_EVERY_MS, () => {
            pauses.push(replicas.pauseOne(LONG_PAUSE_MS));
        }),
        parts.databaseIntervalMs !== undefined && every(parts.databaseIntervalMs, () => killDatabase(parts))
    ]);
    await Promise.all(pauses);
    org.faults.clear();
}

function addFaults(org: DevOrg, counts: Record<string, number>): void {
    while (org.faults.waiting.length < WAITING_FAULTS) {
        const fault = pickFault();
        org.faults.add(fault);
        const name = `Salesforce: ${fault.kind === 'error' ? fault.code : fault.kind}`;
        counts[name] = (counts[name] ?? 0) + 1;
    }
}

async function killDatabase({ database, counts }: MischiefParts): Promise<void> {
    counts['kills of the database'] = (counts['kills of the database'] ?? 0) + 1;
    database.kill();
    await setTimeout(DATABASE_AWAY_MS);
    await database.restart();
}

/** What waits for minutes or an hour is due now; nothing else changes. */
export async function letTimePass(pool: pg.Pool): Promise<void> {
    await pool.query('update salesforce_breaker set open_until = now() where open_until > now()');
    await pool.query(
        'update outbox set next_attempt_at = now() where done_revision < wanted_revision and next_attempt_at > now()'
    );
}

function pickFault(): FaultInput {
    const all = FAULTS.flatMap(([weight, fault]) => Array.from({ length: weight }, () => fault));
    const fault = all[Math.floor(Math.random() * all.length)];
    if (!fault) throw new Error('there are no faults');
    return { ...fault };
}
