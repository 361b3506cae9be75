import type { Logger } from 'pino';
import { hashTokenNow } from '../links/tokenHash.ts';
import { newToken } from '../../../force-app/main/default/lwc/linkToken/linkToken.ts';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import type { KnownSingleUseLink, SingleUseLinkStore } from '../mirror/singleUseLinkStore.ts';
import { leadAsItIsNow } from '../outbox/recordMatcher.ts';
import type { MatchedRecord } from '../outbox/recordMatcher.ts';
import { classifySalesforceError, isPassing } from '../salesforce/errors.ts';
import type { SalesforceError } from '../salesforce/errors.ts';
import { createRequest } from '../salesforce/requests.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { soql } from '../salesforce/soql.ts';
import type { LinkRequest, LinkRequestStore } from './linkRequestStore.ts';
import { isReplaceable, taskFields } from './linkRequestTask.ts';
import { successorFields } from './successorLink.ts';

export interface LinkRequestParts {
    store: LinkRequestStore;
    client: SalesforceClient;
    singleUseLinks: SingleUseLinkStore;
    definitions: DefinitionStore;
    publicUrl: URL;
    logger: Logger;
    now?: () => Date;
}

/** What is left out when Salesforce refuses it, one after the other: a record that is gone, an owner who has left. */
interface Target {
    ownerId: string | undefined;
    record: MatchedRecord;
}

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 3_600_000;

/**
 * Tells reps that somebody wants a new link: a Task for the link's owner, with a link that is ready to be sent. The
 * prospect is never sent one: whether to is the rep's decision.
 */
export class LinkRequestService {
    private readonly parts: LinkRequestParts;
    private readonly now: () => Date;
    private draining: Promise<void> | undefined;

    constructor(parts: LinkRequestParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
    }

    /** Keeps the wish and begins to pass it on; that may take as long as Salesforce is away. */
    async ask(tokenHash: string): Promise<void> {
        await this.parts.store.add(tokenHash, this.now());
        this.drain().catch((error: unknown) => this.parts.logger.error({ err: error }, 'a wish for a link waits'));
    }

    /** Passes on every wish that is due. */
    drain(): Promise<void> {
        this.draining ??= this.passOnAll().finally(() => (this.draining = undefined));
        return this.draining;
    }

    private async passOnAll(): Promise<void> {
        for (let request = await this.parts.store.take(); request; request = await this.parts.store.take()) {
            await this.tryToPassOn(request);
        }
    }

    private async tryToPassOn(request: LinkRequest): Promise<void> {
        const { store, logger } = this.parts;
        try {
            await this.passOn(request);
            await store.finish(request);
            logger.info({ requestId: request.id }, 'a rep was asked for a new link');
        } catch (error) {
            const afterMs = isPassing(error) ? retryAfter(request.attempts) : LONGEST_RETRY_MS;
            logger.warn({ requestId: request.id, err: error }, 'a wish for a new link cannot be passed on yet');
            await store.retryLater(request, error instanceof Error ? error.message : String(error), afterMs);
        }
    }

    private async passOn({ id, tokenHash }: LinkRequest): Promise<void> {
        const link = await this.parts.singleUseLinks.find(tokenHash);
        // Deleted since: nobody is left to be asked. A Task that is there is the answer to an attempt that got lost.
        if (!link || (await this.isTold(id))) return;
        const record = await this.recordOf(link);
        const targets: Target[] = [
            { ownerId: link.ownerId, record },
            { ownerId: link.ownerId, record: {} },
            { ownerId: undefined, record },
            { ownerId: undefined, record: {} }
        ];
        let refusal: SalesforceError | undefined;
        for (const target of targets) {
            refusal = await this.write(id, link, target);
            if (refusal === undefined) return;
            if (!isAboutTarget(refusal)) break;
        }
        if (refusal) throw refusal;
    }

    /** What the link was made for; a Lead that was converted since is what it has become. */
    private async recordOf(link: KnownSingleUseLink): Promise<MatchedRecord> {
        const { leadId, contactId, accountId, opportunityId, caseId } = link;
        const lead = leadId === undefined ? {} : await leadAsItIsNow(this.parts.client, leadId);
        return {
            leadId: lead.leadId,
            contactId: contactId ?? lead.contactId,
            accountId: accountId ?? lead.accountId,
            opportunityId: opportunityId ?? lead.opportunityId,
            caseId
        };
    }

    private async isTold(requestId: string): Promise<boolean> {
        const tasks = await this.parts.client.query(soql`SELECT Id FROM Task WHERE BookingUid__c = ${requestId}`);
        return tasks.length > 0;
    }

    /** Link and Task in one call, both or none. @returns what Salesforce refuses, if anything */
    private async write(
        requestId: string,
        link: KnownSingleUseLink,
        { ownerId, record }: Target
    ): Promise<SalesforceError | undefined> {
        const definitions = await this.parts.definitions.current();
        const now = this.now();
        const token = isReplaceable(link, definitions, now) ? newToken() : undefined;
        const replacementUrl = token && new URL(`/s/${token}`, this.parts.publicUrl).href;
        const task = {
            ...taskFields({ requestId, link, definitions, replacementUrl, now }),
            ...(ownerId !== undefined && { OwnerId: ownerId }),
            ...about(record)
        };
        const { bookingLinkId, recipientEmail } = link;
        const successor = token && {
            ...successorFields({ ownerId, bookingLinkId, replacesId: link.id, recipientEmail, record }),
            TokenHash__c: hashTokenNow(token)
        };
        const results = await this.parts.client.composite(
            [
                ...(successor ? [{ referenceId: 'link', ...createRequest('SingleUseLink__c', successor) }] : []),
                { referenceId: 'task', ...createRequest('Task', task) }
            ],
            { allOrNone: true }
        );
        const errors = results.flatMap(({ error }) => error ?? []);
        return errors.find(({ code }) => code !== 'PROCESSING_HALTED') ?? errors[0];
    }
}

/** A Task about a Lead is about nothing else. */
function about({ leadId, contactId, opportunityId, accountId, caseId }: MatchedRecord): Record<string, unknown> {
    if (leadId !== undefined) return { WhoId: leadId };
    return { WhoId: contactId ?? null, WhatId: opportunityId ?? caseId ?? accountId ?? null };
}

function isAboutTarget(error: SalesforceError): boolean {
    const codes = ['INACTIVE_OWNER_OR_USER', 'FIELD_INTEGRITY_EXCEPTION', 'CANNOT_UPDATE_CONVERTED_LEAD'];
    return codes.includes(error.code) || classifySalesforceError(error) === 'reference';
}

/** 5, 10, 20 … seconds up to an hour. */
function retryAfter(attempts: number): number {
    return Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 12), LONGEST_RETRY_MS);
}
