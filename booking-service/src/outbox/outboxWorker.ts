import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isDatabaseUnavailable } from '../database/databaseErrors.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { MeetingStore } from '../meetings/meetingStore.ts';
import { endsWithin } from '../operations/endsWithin.ts';
import { classifySalesforceError, SalesforceError, SalesforceNetworkError } from '../salesforce/errors.ts';
import type { MeetingWriter } from './meetingWriter.ts';
import { RENEWAL_MS } from './outboxStore.ts';
import type { OutboxFailure, OutboxLease, OutboxStore } from './outboxStore.ts';

export interface OutboxWorkerParts {
    store: OutboxStore;
    meetings: MeetingStore;
    writer: Pick<MeetingWriter, 'write'> & Partial<Pick<MeetingWriter, 'showRefusal'>>;
    logger: Logger;
    /** How often other replicas' bookings are looked for. */
    pollMs?: number;
}

const POLL_MS = 1_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15 * 60_000;
/** While sign-in fails or the org's API calls are used up, the breaker lets nothing out; asking it again costs little. */
const PAUSE_MS = 60_000;
/** Between two times that all meetings are made due after an outage. */
const HURRY_MS = 60_000;

/** Brings meetings to Salesforce, one at a time, until stopped. */
export class OutboxWorker {
    private readonly parts: OutboxWorkerParts;
    private readonly stopping = new AbortController();
    private pausedUntil = 0;
    /** Salesforce gave no answer, and none since. */
    private isAway = false;
    private hurriedAt = -Infinity;
    /** Several: hints drain beside the usual round. */
    private readonly held = new Set<OutboxLease>();
    private wakeUp: () => void = () => undefined;
    private ended: Promise<void> | undefined;
    private settling: Promise<unknown> = Promise.resolve();

    constructor(parts: OutboxWorkerParts) {
        this.parts = parts;
    }

    start(): void {
        this.ended ??= this.run();
    }

    /** Looks at once instead of at the next poll. */
    wake(): void {
        this.wakeUp();
    }

    /**
     * Writes what is due now and keeps the caller no longer than `ms`; the rest goes on by itself. Whoever has changed a
     * meeting for a person can say so when Salesforce shows it.
     */
    async settle(ms: number): Promise<void> {
        const draining = this.drain().catch((error: unknown) => {
            this.parts.logger.error({ err: error }, 'the outbox cannot be worked on');
        });
        this.settling = Promise.all([this.settling, draining]);
        await Promise.race([draining, setTimeoutPromise(ms, undefined, { ref: false })]);
    }

    /**
     * Finishes the meeting in hand, then ends. Where that takes longer than `deadlineMs`, its lease is given back: what
     * is still on its way is as harmless as what a worker sends late.
     */
    async stop(deadlineMs = Infinity): Promise<void> {
        this.stopping.abort();
        this.wakeUp();
        const isEnded = await endsWithin(Promise.all([this.ended, this.settling]), deadlineMs);
        if (!isEnded) await Promise.all([...this.held].map((lease) => this.parts.store.release(lease)));
    }

    /** Writes everything that is due now; what fails is put off or set aside. Returns how many were taken up. */
    async drain(): Promise<number> {
        let count = 0;
        while (!this.stopping.signal.aborted && Date.now() >= this.pausedUntil) {
            const lease = await this.parts.store.lease();
            if (!lease) break;
            this.held.add(lease);
            await this.write(lease).finally(() => this.held.delete(lease));
            count += 1;
        }
        return count;
    }

    private async run(): Promise<void> {
        while (!this.stopping.signal.aborted) {
            try {
                await this.drain();
            } catch (error) {
                this.parts.logger.error({ err: error }, 'the outbox cannot be worked on');
            }
            await this.sleep(this.parts.pollMs ?? POLL_MS);
        }
    }

    private async write(lease: OutboxLease): Promise<void> {
        const { store, meetings, writer, logger } = this.parts;
        // Read after the lease is taken, so that what is written is never older than what the lease was given for.
        const meeting = await meetings.findByUid(lease.meetingUid);
        if (!meeting) throw new Error('the outbox names a meeting that does not exist');
        const renewing = setInterval(() => {
            store.renew(lease).catch((error: unknown) => logger.warn({ err: error }, 'a lease cannot be renewed'));
        }, RENEWAL_MS);
        try {
            const ids = await writer.write(meeting);
            await meetings.saveSalesforceIds(meeting.uid, ids);
            await store.finish(lease, meeting.revision);
            await this.hurryAfterOutage();
            logger.info({ meetingUid: meeting.uid, revision: meeting.revision }, 'Salesforce has the meeting');
        } catch (error) {
            await this.handleFailure(lease, meeting, error);
        } finally {
            clearInterval(renewing);
        }
    }

    /** Not at every success: a meeting that fails each time must not drag all others along. */
    private async hurryAfterOutage(): Promise<void> {
        if (!this.isAway || Date.now() - this.hurriedAt < HURRY_MS) return;
        this.isAway = false;
        this.hurriedAt = Date.now();
        await this.parts.store.hurry();
    }

    private async handleFailure(lease: OutboxLease, meeting: Meeting, error: unknown): Promise<void> {
        const { store, logger } = this.parts;
        const failure = describe(error);
        // Our own database went away meanwhile: no reason to bother an admin.
        const kind = isDatabaseUnavailable(error) ? 'retry' : classifySalesforceError(error);
        const context = { meetingUid: lease.meetingUid, attempts: lease.attempts, code: failure.code };
        if (kind === 'retry') {
            this.isAway ||= isOutage(error);
            logger.warn({ ...context, err: error }, 'Salesforce did not take the meeting; it is tried again');
            await store.retryLater(lease, failure, retryAfter(lease.attempts));
        } else if (kind === 'limit' || kind === 'signIn') {
            logger.error({ ...context, err: error }, 'Salesforce takes nothing from this service for now');
            this.pausedUntil = Date.now() + PAUSE_MS;
            await store.retryLater(lease, failure, PAUSE_MS);
        } else {
            logger.error({ ...context, err: error }, 'Salesforce refuses the meeting; it is set aside for an admin');
            await store.park(lease, failure);
            await this.showRefusal(meeting, failure);
        }
    }

    /** Where even that is refused the outbox alone knows. */
    private async showRefusal(meeting: Meeting, failure: OutboxFailure): Promise<void> {
        try {
            await this.parts.writer.showRefusal?.(meeting, { ...failure, at: new Date() });
        } catch (error) {
            this.parts.logger.warn(
                { meetingUid: meeting.uid, code: failure.code, err: error },
                'the refusal cannot be shown in Salesforce'
            );
        }
    }

    private async sleep(ms: number): Promise<void> {
        await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, ms);
            this.wakeUp = () => {
                clearTimeout(timer);
                resolve();
            };
            if (this.stopping.signal.aborted) this.wakeUp();
        });
    }
}

/** No answer, or none of Salesforce's own: it is the whole that is away, not the one meeting that is refused. */
function isOutage(error: unknown): boolean {
    if (error instanceof SalesforceNetworkError) return true;
    return error instanceof SalesforceError && /^ERROR_HTTP_5\d\d$/.test(error.code);
}

/** 1, 2, 4 … seconds up to a quarter of an hour, spread so that meetings do not come back all at once. */
function retryAfter(attempts: number): number {
    const full = Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_RETRY_MS);
    return full * (0.5 + Math.random() / 2);
}

function describe(error: unknown): OutboxFailure {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof SalesforceError) return { code: error.code, field: error.fields[0], message };
    if (error instanceof SalesforceNetworkError) return { code: error.code, field: undefined, message };
    const code = isDatabaseUnavailable(error) ? 'DATABASE_UNAVAILABLE' : 'INTERNAL';
    return { code, field: undefined, message };
}
