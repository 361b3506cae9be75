import type { Logger } from 'pino';
import { isDatabaseUnavailable } from '../database/databaseErrors.ts';
import type { Definitions } from '../mirror/definitions.ts';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import type { Mirror } from '../mirror/mirror.ts';
import type { BookingLink, MeetingQuestion, MeetingType, SingleUseLink } from '../mirror/records.ts';
import type { KnownSingleUseLink, SingleUseLinkStore } from '../mirror/singleUseLinkStore.ts';
import { findLinkHosts } from './linkHosts.ts';
import type { LinkHosts } from './linkHosts.ts';
import type { LinkLookup } from './linkLookup.ts';
import type { LinkReference } from './linkReference.ts';
import { linkState } from './linkState.ts';
import type { LinkState } from './linkState.ts';

/** What can be booked through a link, as Salesforce defines it now. */
export interface BookableLink {
    bookingLink: BookingLink;
    meetingType: MeetingType;
    questions: MeetingQuestion[];
    hosts: LinkHosts;
    /** Absent for a reusable link. */
    singleUse: SingleUseLink | undefined;
}

export type FoundLink =
    | { outcome: 'open'; link: BookableLink }
    | { outcome: 'closed'; state: Exclude<LinkState, 'active'> }
    | { outcome: 'unknown' }
    /** Never seen before, and Salesforce cannot be asked now. */
    | { outcome: 'unverifiable' };

export interface LinkServiceParts {
    mirror: Mirror;
    definitions: DefinitionStore;
    singleUseLinks: SingleUseLinkStore;
    lookup: LinkLookup;
    logger: Logger;
    /** How long a re-check may hold up a booking. */
    recheckDeadlineMs?: number;
    now?: () => Date;
}

/** At submit, how old the copy of a link may be when Salesforce is reachable. */
const SUBMIT_MAX_AGE_MS = 15_000;

/** Finds links and says what state they are in. Looking changes nothing. */
export class LinkService {
    private readonly parts: LinkServiceParts;
    private readonly now: () => Date;
    private readonly hosts = new Map<string, LinkHosts>();
    private hostsRevision = -1;

    constructor(parts: LinkServiceParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
    }

    /** For looking: answers from the mirror, which is refreshed in the background. */
    async find(reference: LinkReference): Promise<FoundLink> {
        if (!(await this.isMirrorUsable()) && !(await this.recheck(0))) return { outcome: 'unverifiable' };
        return reference.kind === 'single_use'
            ? this.findSingleUse(reference.tokenHash)
            : this.findReusable(reference.slug);
    }

    /** For booking: the copy is at most 15 s old when Salesforce is reachable, else as old as it is. */
    async findForBooking(reference: LinkReference): Promise<FoundLink> {
        await this.recheck(SUBMIT_MAX_AGE_MS);
        return this.find(reference);
    }

    private async findSingleUse(tokenHash: string): Promise<FoundLink> {
        let [singleUse, definitions] = await Promise.all([
            this.parts.singleUseLinks.find(tokenHash),
            this.parts.definitions.current()
        ]);
        if (!singleUse) {
            const answer = await this.parts.lookup.findSingleUseLink(tokenHash);
            if (answer.outcome !== 'found') return answer;
            // It is kept by now, and tells whether a meeting holds it.
            singleUse = await this.parts.singleUseLinks.find(tokenHash);
            definitions = await this.parts.definitions.current();
        }
        if (!singleUse) return { outcome: 'unverifiable' };
        if (!definitions.link(singleUse.bookingLinkId)) {
            // The original may be younger than the last poll; without Salesforce nobody can tell.
            if (!(await this.recheck(0))) return { outcome: 'unverifiable' };
            definitions = await this.parts.definitions.current();
        }
        return this.describe(definitions, definitions.link(singleUse.bookingLinkId), singleUse);
    }

    private async findReusable(slug: string): Promise<FoundLink> {
        let definitions = await this.parts.definitions.current();
        if (!definitions.linkBySlug(slug)) {
            const answer = await this.parts.lookup.findSlug(slug);
            if (answer.outcome !== 'found') return answer;
            await this.recheck(0);
            definitions = await this.parts.definitions.current();
        }
        const bookingLink = definitions.linkBySlug(slug);
        return bookingLink ? this.describe(definitions, bookingLink, undefined) : { outcome: 'unverifiable' };
    }

    private describe(
        definitions: Definitions,
        bookingLink: BookingLink | undefined,
        singleUse: KnownSingleUseLink | undefined
    ): FoundLink {
        const meetingType = bookingLink && definitions.meetingType(bookingLink.meetingTypeId);
        const hosts = bookingLink && this.hostsOf(definitions, bookingLink.id);
        const state = linkState({
            singleUse,
            isClaimed: singleUse?.isClaimed === true,
            bookingLink,
            meetingType,
            hasHosts: hosts?.isComplete === true,
            now: this.now()
        });
        if (state !== 'active') return { outcome: 'closed', state };
        if (!bookingLink || !meetingType || !hosts) throw new Error('an active link has an original, a type and hosts');
        const questions = definitions.questions(meetingType.id);
        return { outcome: 'open', link: { bookingLink, meetingType, questions, hosts, singleUse } };
    }

    /** The same object until a definition changes. */
    private hostsOf(definitions: Definitions, bookingLinkId: string): LinkHosts {
        if (definitions.revision !== this.hostsRevision) this.hosts.clear();
        this.hostsRevision = definitions.revision;
        const hosts = this.hosts.get(bookingLinkId) ?? findLinkHosts(definitions, bookingLinkId);
        this.hosts.set(bookingLinkId, hosts);
        return hosts;
    }

    private async isMirrorUsable(): Promise<boolean> {
        const polledAt = await this.parts.mirror.polledAt();
        const cacheHours = (await this.parts.definitions.lately()).cacheHours();
        return polledAt !== undefined && this.now().getTime() - polledAt.getTime() < cacheHours * 3_600_000;
    }

    /** Reads Salesforce unless it was read within `maxAgeMs`; false when that failed or took too long. */
    private async recheck(maxAgeMs: number): Promise<boolean> {
        if (this.parts.mirror.isKnownFresh(maxAgeMs)) return true;
        const deadlineMs = this.parts.recheckDeadlineMs ?? 3_000;
        const refreshed = this.parts.mirror.refresh(maxAgeMs).then(
            () => true,
            (error: unknown) => {
                if (isDatabaseUnavailable(error)) throw error;
                this.parts.logger.warn({ err: error }, 'Salesforce cannot be read; the mirror answers');
                return false;
            }
        );
        const timedOut = new Promise<false>((resolve) => setTimeout(resolve, deadlineMs, false).unref());
        return Promise.race([refreshed, timedOut]);
    }
}
