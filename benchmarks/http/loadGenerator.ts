import { percentile } from '../measure.ts';
import { LeanConnection } from './leanConnection.ts';

/** One request of a load. */
export interface LoadRequest {
    path: string;
    method?: 'GET' | 'POST';
    headers?: Record<string, string>;
    body?: string;
}

export interface LoadResult {
    perSecond: number;
    p50Ms: number;
    p99Ms: number;
    /** How many answers had which status. */
    statuses: Record<number, number>;
}

/**
 * Keeps so many connections to a loopback server busy, each with one request after the other, for some seconds or
 * until there is nothing left to send.
 *
 * @param next what to send; undefined: no more
 */
export async function runLoad(
    url: string,
    { connections, seconds }: { connections: number; seconds: number },
    next: (number: number) => LoadRequest | undefined
): Promise<LoadResult> {
    const target = new URL(url);
    if (target.hostname !== '127.0.0.1') throw new Error('Only this machine may be put under load.');
    const opened = await Promise.all(Array.from({ length: connections }, () => LeanConnection.open(target)));
    const latencies: number[] = [];
    const statuses: Record<number, number> = {};
    let number = 0;
    const started = performance.now();
    const until = started + seconds * 1000;
    await Promise.all(
        opened.map(async (connection) => {
            while (performance.now() < until) {
                const wanted = next(number++);
                if (!wanted) return;
                const from = performance.now();
                const status = await connection.send(wanted);
                latencies.push(performance.now() - from);
                statuses[status] = (statuses[status] ?? 0) + 1;
            }
        })
    );
    const elapsedSeconds = (performance.now() - started) / 1000;
    for (const connection of opened) connection.close();
    return {
        perSecond: latencies.length / elapsedSeconds,
        p50Ms: percentile(latencies, 0.5),
        p99Ms: percentile(latencies, 0.99),
        statuses
    };
}
