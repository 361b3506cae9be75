import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { SalesforceError } from '../salesforce/errors.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import type { Opener } from './openerOf.ts';
import { OpeningNotes } from './openingNotes.ts';
import type { OpeningStore } from './openingStore.ts';
import { MOST_IN_CALL, writeOpenings } from './openingWriter.ts';

export interface OpeningReporterParts {
    store: OpeningStore;
    client: SalesforceClient;
    /** How many times rarer to tell while API calls are scarce. */
    slowdown: () => number;
    logger: Logger;
}

/** What was noticed stays in memory for so long; a process that is killed loses it. */
const KEEP_MS = 5_000;
/** All replicas together tell Salesforce at most this often: 1,440 calls a day, and none while nothing is opened. */
const TELL_SECONDS = 60;
const STOP_MS = 3_000;

/** Keeps what was noticed of openings, and tells Salesforce of the first ones, many links in a call. */
export class OpeningReporter {
    private readonly parts: OpeningReporterParts;
    private readonly notes = new OpeningNotes();
    private readonly stopping = new AbortController();
    private ended: Promise<void> | undefined;
    private isFailing = false;

    constructor(parts: OpeningReporterParts) {
        this.parts = parts;
    }

    /** Costs a look into memory: requests pass here. */
    note(tokenHash: string, by: Opener, at: Date): void {
        this.notes.note(tokenHash, by, at);
    }

    start(): void {
        this.ended ??= this.run();
    }

    /** Ends the work and keeps what was noticed; again, what requests that were under way have brought since. */
    async stop(): Promise<void> {
        this.stopping.abort();
        // What hangs in Salesforce is told again by another replica.
        await Promise.race([this.ended, setTimeout(STOP_MS, undefined, { ref: false })]);
        await this.keep().catch((error: unknown) => this.warn(error));
    }

    /**
     * Writes what was noticed into the database.
     * @throws what the database throws; nothing is lost then but what is too much to remember
     */
    async keep(): Promise<void> {
        const openings = this.notes.takeAll();
        try {
            await this.parts.store.keep(openings);
        } catch (error) {
            this.notes.putBack(openings);
            throw error;
        }
    }

    /**
     * Tells Salesforce what it has not heard of, unless some replica did so within a minute. Returns of how many links.
     * @throws what the Salesforce client throws; it is told later
     */
    async tell(): Promise<number> {
        const { store, client, slowdown, logger } = this.parts;
        if (!(await store.takeTurn(TELL_SECONDS * slowdown()))) return 0;
        const openings = await store.findUntold(MOST_IN_CALL);
        if (openings.length === 0) return 0;
        const refusals = await writeOpenings(client, openings);
        const refused = openings.filter((opening) => isWorthAnotherTry(refusals.get(opening)));
        await store.markTold(openings.filter((opening) => !refused.includes(opening)));
        await store.retryLater(refused);
        if (refused.length > 0) {
            const codes = [...new Set(refused.map((opening) => refusals.get(opening)?.code))];
            logger.warn({ refused: refused.length, codes }, 'Salesforce refuses openings of links');
        }
        return openings.length - refused.length;
    }

    private async run(): Promise<void> {
        const { signal } = this.stopping;
        while (!signal.aborted) {
            await this.work();
            await setTimeout(KEEP_MS * (0.8 + Math.random() * 0.4), undefined, { signal }).catch(() => undefined);
        }
    }

    private async work(): Promise<void> {
        try {
            await this.keep();
            await this.tell();
            this.isFailing = false;
        } catch (error) {
            if (!this.isFailing) this.warn(error);
            this.isFailing = true;
        }
    }

    private warn(error: unknown): void {
        this.parts.logger.warn({ err: error }, 'openings of links wait');
    }
}

/** Of a link that was deleted in Salesforce there is nothing to tell. */
function isWorthAnotherTry(refusal: SalesforceError | undefined): boolean {
    return refusal !== undefined && !GONE.includes(refusal.code);
}

const GONE = ['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY', 'NOT_FOUND'];
