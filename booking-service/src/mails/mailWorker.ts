import type { Logger } from 'pino';
import type { ComposedMail, MailTransport } from './composedMail.ts';
import { MailRefusedError } from './composedMail.ts';
import type { MailJob, MailStore } from './mailStore.ts';

export interface MailWorkerParts {
    store: MailStore;
    composer: { compose(job: MailJob): Promise<ComposedMail | undefined> };
    transport: MailTransport;
    logger: Logger;
    /** Told what became of each attempt. */
    onOutcome?: (outcome: MailOutcome) => void;
    /** How often mails of other replicas, and reminders, are looked for. */
    pollMs?: number;
}

export type MailOutcome = 'sent' | 'bounced' | 'dropped' | 'failed';

const POLL_MS = 1_000;
/** Mails that are sent at the same time by one process. */
const SENDERS = 3;
const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 3_600_000;
/** As long as mail servers themselves keep trying before they give a mail up. */
const GIVE_UP_MS = 2 * 24 * 3_600_000;
/** While the mail server cannot be reached, asking it for every mail that waits helps nobody. */
const PAUSE_MS = 5_000;

/** Sends queued mails until stopped; any number of processes may do so at once. */
export class MailWorker {
    private readonly parts: MailWorkerParts;
    private readonly stopping = new AbortController();
    private pausedUntil = 0;
    private readonly wakeUps = new Set<() => void>();
    private ended: Promise<unknown> | undefined;

    constructor(parts: MailWorkerParts) {
        this.parts = parts;
    }

    start(): void {
        this.ended ??= Promise.all(Array.from({ length: SENDERS }, () => this.run()));
    }

    /** Looks at once instead of at the next poll. */
    wake(): void {
        for (const wakeUp of this.wakeUps) wakeUp();
    }

    /** Finishes the mails in hand, then ends. */
    async stop(): Promise<void> {
        this.stopping.abort();
        this.wake();
        await this.ended;
        this.parts.transport.close();
    }

    /** Sends everything that is due now, one after the other. Returns how many were taken up. */
    async drain(): Promise<number> {
        let count = 0;
        while (!this.stopping.signal.aborted && Date.now() >= this.pausedUntil) {
            const job = await this.parts.store.claim();
            if (!job) break;
            await this.send(job);
            count += 1;
        }
        return count;
    }

    private async run(): Promise<void> {
        while (!this.stopping.signal.aborted) {
            try {
                await this.drain();
            } catch (error) {
                this.parts.logger.error({ err: error }, 'the queue of mails cannot be worked on');
            }
            await this.sleep(this.parts.pollMs ?? POLL_MS);
        }
    }

    /**
     * What cannot be known is only whether the mail server took a mail when the process ends between its answer and
     * `markSent`. Then the mail is sent again under the same Message-ID, by which servers and mailboxes fold it into one.
     */
    private async send(job: MailJob): Promise<void> {
        const { store, composer, transport } = this.parts;
        try {
            const mail = await composer.compose(job);
            const standing = mail ? await store.beginHandover(job) : 'superseded';
            if (standing === 'lost') return;
            if (!mail || standing === 'superseded') {
                await store.drop(job);
                this.tell(job, 'dropped');
                return;
            }
            await transport.send(mail);
            await store.markSent(job);
            this.tell(job, 'sent');
        } catch (error) {
            await this.handleFailure(job, error);
        }
    }

    private async handleFailure(job: MailJob, error: unknown): Promise<void> {
        const { store } = this.parts;
        if (error instanceof MailRefusedError) {
            await store.bounce(job, error);
            this.tell(job, 'bounced', error.code);
            return;
        }
        const failure = describe(error);
        if (Date.now() - job.createdAt.getTime() > GIVE_UP_MS && job.attempts > 3) {
            await store.bounce(job, failure);
            this.tell(job, 'bounced', failure.code);
            return;
        }
        if (failure.isUnreachable) this.pausedUntil = Date.now() + PAUSE_MS;
        await store.retryLater(job, failure, retryAfter(job.attempts));
        this.tell(job, 'failed', failure.code);
    }

    /** Without addresses and without the server's sentence, which quotes them; the table has both. */
    private tell({ id, meetingUid, kind, audience, revision, attempts }: MailJob, outcome: MailOutcome, code?: string) {
        this.parts.onOutcome?.(outcome);
        const context = { mailId: id, meetingUid, kind, audience, revision, attempts, code };
        const { logger } = this.parts;
        if (outcome === 'bounced') logger.error(context, 'a mail is refused for good; it is kept among the bounces');
        else if (outcome === 'failed') logger.warn(context, 'a mail was not taken; it is tried again');
        else logger.info(context, outcome === 'sent' ? 'a mail is sent' : 'a mail is of no more use');
    }

    private async sleep(ms: number): Promise<void> {
        await new Promise<void>((resolve) => {
            const wakeUp = (): void => {
                clearTimeout(timer);
                this.wakeUps.delete(wakeUp);
                resolve();
            };
            const timer = setTimeout(wakeUp, ms);
            this.wakeUps.add(wakeUp);
            if (this.stopping.signal.aborted) wakeUp();
        });
    }
}

/** 15, 30, 60 … seconds up to an hour, spread so that mails do not come back all at once. */
function retryAfter(attempts: number): number {
    const full = Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_RETRY_MS);
    return full * (0.5 + Math.random() / 2);
}

function describe(error: unknown): { code: string; message: string; isUnreachable: boolean } {
    const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown };
    const message = error instanceof Error ? error.message : String(error);
    if (typeof responseCode === 'number') return { code: String(responseCode), message, isUnreachable: false };
    if (typeof code === 'string') return { code, message, isUnreachable: true };
    return { code: 'INTERNAL', message, isUnreachable: false };
}
