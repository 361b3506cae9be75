import type { Logger } from 'pino';
import { isDatabaseUnavailable } from '../database/databaseErrors.ts';
import type { SingleUseLink } from '../mirror/records.ts';
import type { SalesforceReader } from '../mirror/salesforceReader.ts';
import type { SingleUseLinkStore } from '../mirror/singleUseLinkStore.ts';
import { BatchedLookup } from './batchedLookup.ts';

export type LookupAnswer<Found> =
    | { outcome: 'found'; found: Found }
    | { outcome: 'unknown' }
    /** Salesforce cannot be asked now, or has been asked too much already. */
    | { outcome: 'unverifiable' };

/** How long "no such link" is believed: briefly, because a link may be made seconds after it was looked for. */
const UNKNOWN_MS = 4_000;
/**
 * What guessing may cost the org's API budget at most. Ten minutes are counted together, so that a rush of people who
 * open new links is not taken for guessing.
 */
const CALLS_PER_WINDOW = 600;
const WINDOW_MS = 10 * 60_000;
const REMEMBERED_UNKNOWNS = 10_000;

/** Asks Salesforce about links the mirror has never seen, many of them in one call. */
export class LinkLookup {
    private readonly logger: Logger;
    private readonly now: () => Date;
    private readonly callsPerWindow: number;
    private readonly singleUseLinks: BatchedLookup<SingleUseLink>;
    private readonly slugs: BatchedLookup<true>;
    private readonly unknownUntil = new Map<string, number>();
    private window = { startedAt: 0, calls: 0 };

    constructor(
        reader: SalesforceReader,
        store: SingleUseLinkStore,
        logger: Logger,
        now = () => new Date(),
        callsPerWindow = CALLS_PER_WINDOW
    ) {
        this.callsPerWindow = callsPerWindow;
        this.logger = logger;
        this.now = now;
        this.singleUseLinks = new BatchedLookup(async (hashes) => {
            this.takeFromBudget();
            const links = await reader.findSingleUseLinks(hashes);
            await store.save(links, this.now());
            return new Map(links.map((link) => [link.tokenHash, link]));
        });
        this.slugs = new BatchedLookup(async (slugs) => {
            this.takeFromBudget();
            return new Map((await reader.findSlugs(slugs)).map((slug) => [slug, true]));
        });
    }

    findSingleUseLink(tokenHash: string): Promise<LookupAnswer<SingleUseLink>> {
        return this.look(tokenHash, this.singleUseLinks);
    }

    findSlug(slug: string): Promise<LookupAnswer<true>> {
        return this.look(slug, this.slugs);
    }

    /** @throws when it is our own database that cannot be reached */
    private async look<Found>(key: string, lookup: BatchedLookup<Found>): Promise<LookupAnswer<Found>> {
        if ((this.unknownUntil.get(key) ?? 0) > this.now().getTime()) return { outcome: 'unknown' };
        try {
            const found = await lookup.find(key);
            if (found !== undefined) return { outcome: 'found', found };
            this.rememberUnknown(key);
            return { outcome: 'unknown' };
        } catch (error) {
            if (isDatabaseUnavailable(error)) throw error;
            this.logger.warn({ err: error }, 'a link cannot be looked up in Salesforce');
            return { outcome: 'unverifiable' };
        }
    }

    private rememberUnknown(key: string): void {
        if (this.unknownUntil.size >= REMEMBERED_UNKNOWNS) this.unknownUntil.clear();
        this.unknownUntil.set(key, this.now().getTime() + UNKNOWN_MS);
    }

    /** @throws Error when the calls of these ten minutes are used up */
    private takeFromBudget(): void {
        const now = this.now().getTime();
        if (now - this.window.startedAt >= WINDOW_MS) this.window = { startedAt: now, calls: 0 };
        this.window.calls += 1;
        if (this.window.calls > this.callsPerWindow) throw new Error('the look-ups of these ten minutes are used up');
    }
}
