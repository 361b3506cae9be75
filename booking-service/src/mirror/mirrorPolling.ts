import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ApiUsage } from '../salesforce/salesforceClient.ts';
import type { Mirror } from './mirror.ts';

/** How old the mirror may become; with it a change in Salesforce is seen within a minute. */
const INTERVAL_MS = 30_000;
/** After a failure the next try comes later and later, up to this. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/** Above this share of the org's daily API calls polling gives way to everything else. */
const SCARCE_SHARE = 0.9;
const SCARCE_SLOWDOWN = 10;

/** How many times slower to poll, by how much of the org's daily API calls everybody has used. */
export function pollingSlowdown(usage: ApiUsage | undefined): number {
    return usage && usage.used > usage.limit * SCARCE_SHARE ? SCARCE_SLOWDOWN : 1;
}

/** Polls Salesforce until stopped. Replicas share the work: a fresh mirror is left alone. */
export function startMirrorPolling(
    mirror: Pick<Mirror, 'refresh'>,
    logger: Logger,
    { fullSpeedMs = INTERVAL_MS, slowdown = () => 1 }: { fullSpeedMs?: number; slowdown?: () => number } = {}
): { stop(): Promise<void> } {
    const stopping = new AbortController();
    const loop = async () => {
        let failures = 0;
        while (!stopping.signal.aborted) {
            const intervalMs = fullSpeedMs * slowdown();
            try {
                await mirror.refresh(intervalMs);
                failures = 0;
            } catch (error) {
                failures += 1;
                logger.warn({ err: error, failures }, 'Salesforce cannot be read; known links go on');
            }
            // Looking is cheap while the mirror is fresh, and keeps its age close to the interval.
            const next = failures === 0 ? intervalMs / 3 : Math.min(intervalMs * 2 ** failures, LONGEST_PAUSE_MS);
            await pause(next, stopping.signal);
        }
    };
    const ended = loop();
    return {
        async stop() {
            stopping.abort();
            await ended;
        }
    };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
    const jittered = ms * (0.8 + Math.random() * 0.4);
    await setTimeout(jittered, undefined, { signal }).catch(() => undefined);
}
