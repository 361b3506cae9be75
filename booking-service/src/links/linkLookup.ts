import type { Logger } from 'pino';
import type { SingleUseLink } from '../mirror/records.ts';
import type { SalesforceReader } from '../mirror/salesforceReader.ts';
import type { SingleUseLinkStore } from '../mirror/singleUseLinkStore.ts';

export type LookupAnswer =
    { outcome: 'found'; link: SingleUseLink } | { outcome: 'unknown' } | { outcome: 'unverifiable' };

/** How long "no such link" is believed: briefly, because a link may be made seconds after it was looked for. */
const UNKNOWN_MS = 4_000;
/** Look-ups a minute: what guessing may cost the org's API budget at most. */
const LOOKUPS_PER_MINUTE = 60;
const REMEMBERED_UNKNOWNS = 10_000;

/** Asks Salesforce about links the mirror has never seen. Equal questions at the same time are asked once. */
export class LinkLookup {
    private readonly reader: SalesforceReader;
    private readonly store: SingleUseLinkStore;
    private readonly logger: Logger;
    private readonly now: () => Date;
    private readonly inFlight = new Map<string, Promise<LookupAnswer>>();
    private readonly unknownUntil = new Map<string, number>();
    private window = { startedAt: 0, used: 0 };

    constructor(reader: SalesforceReader, store: SingleUseLinkStore, logger: Logger, now = () => new Date()) {
        this.reader = reader;
        this.store = store;
        this.logger = logger;
        this.now = now;
    }

    findSingleUseLink(tokenHash: string): Promise<LookupAnswer> {
        return this.once(`s/${tokenHash}`, async () => {
            const link = await this.reader.findSingleUseLink(tokenHash);
            if (!link) return { outcome: 'unknown' };
            await this.store.save([link], this.now());
            return { outcome: 'found', link };
        });
    }

    async bookingLinkExists(slug: string): Promise<'found' | 'unknown' | 'unverifiable'> {
        const answer = await this.once(`l/${slug}`, async () =>
            (await this.reader.bookingLinkExists(slug))
                ? ({ outcome: 'found' } as LookupAnswer)
                : { outcome: 'unknown' }
        );
        return answer.outcome;
    }

    private once(key: string, ask: () => Promise<LookupAnswer>): Promise<LookupAnswer> {
        if ((this.unknownUntil.get(key) ?? 0) > this.now().getTime()) return Promise.resolve({ outcome: 'unknown' });
        const asked = this.inFlight.get(key);
        if (asked) return asked;
        if (!this.takeFromBudget()) return Promise.resolve({ outcome: 'unverifiable' });
        const asking = this.ask(key, ask).finally(() => this.inFlight.delete(key));
        this.inFlight.set(key, asking);
        return asking;
    }

    private async ask(key: string, ask: () => Promise<LookupAnswer>): Promise<LookupAnswer> {
        try {
            const answer = await ask();
            if (answer.outcome === 'unknown') this.rememberUnknown(key);
            return answer;
        } catch (error) {
            this.logger.warn({ err: error }, 'a link cannot be looked up in Salesforce');
            return { outcome: 'unverifiable' };
        }
    }

    private rememberUnknown(key: string): void {
        if (this.unknownUntil.size >= REMEMBERED_UNKNOWNS) this.unknownUntil.clear();
        this.unknownUntil.set(key, this.now().getTime() + UNKNOWN_MS);
    }

    private takeFromBudget(): boolean {
        const now = this.now().getTime();
        if (now - this.window.startedAt >= 60_000) this.window = { startedAt: now, used: 0 };
        this.window.used += 1;
        return this.window.used <= LOOKUPS_PER_MINUTE;
    }
}
