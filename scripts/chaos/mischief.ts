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

/** Rounds from one kill to the next; in the others a replica is paused. */
const KILL_EVERY = 4;

export interface MischiefParts {
    org: DevOrg;
    replicas: Replicas;
    pool: pg.Pool;
    /** Between two kills or pauses. */
    intervalMs: number;
    counts: Record<string, number>;
}

/** Does harm until told to stop: kills and pauses replicas, lets calls to Salesforce fail in every way. */
export async function makeMischief(parts: MischiefParts, signal: AbortSignal): Promise<void> {
    const { org, replicas, pool, intervalMs, counts } = parts;
    const pauses: Promise<void>[] = [];
    for (let round = 0; !signal.aborted; round += 1) {
        // A new process needs a second or two; killed any faster, none would ever serve.
        if (round % KILL_EVERY === 0) replicas.killOne();
        else pauses.push(replicas.pauseOne(300 + Math.random() * 1_200));
        for (let added = 0; added < 2; added += 1) {
            const fault = pickFault();
            org.faults.add(fault);
            counts[fault.kind] = (counts[fault.kind] ?? 0) + 1;
        }
        await setTimeout(intervalMs, undefined, { signal }).catch(() => undefined);
        await letTimePass(pool);
    }
    await Promise.all(pauses);
    org.faults.clear();
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
