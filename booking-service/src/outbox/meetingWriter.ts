import { z } from 'zod';
import type { Logger } from 'pino';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { mustParse } from '../problem/mustParse.ts';
import { classifySalesforceError, isPassing, SalesforceError } from '../salesforce/errors.ts';
import { upsertRequest } from '../salesforce/requests.ts';
import type { CompositeRequest } from '../salesforce/requests.ts';
import type { CompositeResult, SalesforceClient } from '../salesforce/salesforceClient.ts';
import { firstFailure, resultOf } from './compositeResults.ts';
import { eventIdsFrom, eventsOf, EventWriter, findNewer } from './eventWriter.ts';
import { healPlan } from './healing.ts';
import { createLead } from './leadCreator.ts';
import { matchRecord } from './recordMatcher.ts';
import { meetingFields, refusalFields, skeletonFields } from './salesforceFields.ts';
import type { Refusal, WritePlan } from './salesforceFields.ts';

export interface MeetingWriterParts {
    client: SalesforceClient;
    definitions: DefinitionStore;
    claims: ClaimReader;
    logger: Logger;
}

/** Tells which meeting holds the one use of a link now. */
export interface ClaimReader {
    findClaim(tokenHash: string): Promise<{ meetingUid: string; isWritten: boolean } | undefined>;
}

/** Where Salesforce keeps a meeting. */
export interface SalesforceIds {
    meetingId: string;
    eventId: string | undefined;
}

/** What became of the meeting's record. */
interface WrittenRecord {
    meetingId: string;
    eventIds: string[];
    isNewerThere: boolean;
}

const SavedRecord = z.object({ id: z.string() });

/**
 * Makes Salesforce agree with a meeting. Every step may be sent twice, by two workers even, and late:
 * records are found again by the meeting's uid, and what is older than what is there is taken back.
 */
export class MeetingWriter {
    private readonly parts: MeetingWriterParts;
    private readonly events: EventWriter;

    constructor(parts: MeetingWriterParts) {
        this.parts = parts;
        this.events = new EventWriter(parts.client);
    }

    /** @throws SalesforceError, SalesforceNetworkError */
    async write(meeting: Meeting): Promise<SalesforceIds> {
        let plan: WritePlan = { record: await matchRecord(this.parts.client, meeting) };
        for (;;) {
            try {
                return await this.writeAs(meeting, await this.withLead(meeting, plan));
            } catch (error) {
                const fallbackOwner = (await this.parts.definitions.current()).fallbackOwnerUsername();
                const healed = await healPlan(this.parts.client, meeting, plan, { error, fallbackOwner });
                if (!healed) throw error;
                plan = healed;
            }
        }
    }

    /**
     * Shows on the meeting's record what Salesforce refused. Where there is no record yet, one with the required fields
     * alone is made, so that the meeting is seen; what else it lacks is written once the refusal is gone.
     */
    async showRefusal(meeting: Meeting, refusal: Refusal): Promise<void> {
        const key = { objectName: 'Meeting__c', field: 'BookingUid__c', value: meeting.uid };
        const shown = refusalFields(refusal);
        try {
            // With the revision, so that a worker that was paused does not spoil what is newer.
            const withRevision = { ...shown, Revision__c: meeting.revision };
            await this.parts.client.upsert(key, withRevision, { updateOnly: true });
        } catch (error) {
            if (classifySalesforceError(error) !== 'reference') throw error;
            await this.parts.client.upsert(key, { ...skeletonFields(meeting), ...shown });
        }
    }

    /** Where settings ask for it, a prospect whom nobody knows becomes a Lead. */
    private async withLead(meeting: Meeting, plan: WritePlan): Promise<WritePlan> {
        const { leadId, contactId } = plan.record;
        const isKnown = leadId !== undefined || contactId !== undefined;
        if (isKnown || plan.isEmailRefused || meeting.status === 'canceled') return plan;
        if (!(await this.parts.definitions.current()).createsLeads()) return plan;
        try {
            const person = await createLead(this.parts.client, meeting, plan);
            return { ...plan, record: { ...plan.record, ...person } };
        } catch (error) {
            const isHealable = error instanceof SalesforceError && error.code === 'INACTIVE_OWNER_OR_USER';
            if (isPassing(error) || (isHealable && plan.ownerId === undefined)) throw error;
            // The meeting does not wait for its Lead.
            return { ...plan, leadRefusal: error instanceof Error ? error : new Error(String(error)) };
        }
    }

    private async writeAs(meeting: Meeting, plan: WritePlan): Promise<SalesforceIds> {
        const ids = await this.writeRecords(meeting, plan);
        if (plan.leadRefusal !== undefined) throw plan.leadRefusal;
        return ids;
    }

    private async writeRecords(meeting: Meeting, plan: WritePlan): Promise<SalesforceIds> {
        const written = await this.writeMeeting(meeting, plan);
        const { meetingId, eventIds } = written;
        const writesEvents = (await this.parts.definitions.current()).writesEvents();
        if (written.isNewerThere || !writesEvents) return { meetingId, eventId: undefined };
        return { meetingId, eventId: await this.events.write({ meeting, plan, meetingId }, eventIds) };
    }

    /**
     * One call: the meeting, the use of its link, and which Events there are already. Meeting and link together or not
     * at all, so that a worker that was paused, whose revision Salesforce refuses, does not touch the link either.
     */
    private async writeMeeting(meeting: Meeting, plan: WritePlan): Promise<WrittenRecord> {
        const use = await this.linkUse(meeting);
        const results = await this.sendMeeting(meeting, plan, use);
        const failure = firstFailure(results);
        if (failure?.referenceId !== 'link' || isPassing(failure.error)) return this.readWritten(meeting, results);
        // The meeting does not wait for its link.
        const written = await this.readWritten(meeting, await this.sendMeeting(meeting, plan, []));
        // A link that was deleted in Salesforce has nothing to be marked, and must not be made again.
        if (classifySalesforceError(failure.error) !== 'reference') throw failure.error;
        this.parts.logger.warn({ meetingUid: meeting.uid, code: failure.error.code }, 'the link of a meeting is gone');
        return written;
    }

    private sendMeeting(meeting: Meeting, plan: WritePlan, use: CompositeRequest[]): Promise<CompositeResult[]> {
        const key = { objectName: 'Meeting__c', field: 'BookingUid__c', value: meeting.uid };
        const fields = { ...meetingFields(meeting, plan), ...refusalFields(undefined) };
        return this.parts.client.composite(
            [{ referenceId: 'meeting', ...upsertRequest(key, fields) }, ...use, eventsOf(meeting)],
            { allOrNone: true }
        );
    }

    /** Marks the link used, or open again unless Salesforce has heard already that another meeting took it since. */
    private async linkUse(meeting: Meeting): Promise<CompositeRequest[]> {
        if (meeting.tokenHash === undefined) return [];
        if (!meeting.isClaimReleased) return [linkUse(meeting.tokenHash, meeting)];
        const claim = await this.parts.claims.findClaim(meeting.tokenHash);
        return claim?.isWritten ? [] : [linkUse(meeting.tokenHash, undefined)];
    }

    private async readWritten(meeting: Meeting, results: CompositeResult[]): Promise<WrittenRecord> {
        const failure = firstFailure(results);
        if (!failure) {
            const { id } = mustParse(SavedRecord, resultOf(results, 'meeting').body, 'the saved meeting');
            return { meetingId: id, eventIds: eventIdsFrom(resultOf(results, 'events')), isNewerThere: false };
        }
        // A rule of ours keeps revisions from going back: then a newer one is there, and this one has nothing to add.
        if (failure.error.code === 'FIELD_CUSTOM_VALIDATION_EXCEPTION') {
            const newer = await findNewer(this.parts.client, meeting);
            if (newer) return { meetingId: newer.Id, eventIds: [], isNewerThere: true };
        }
        throw failure.error;
    }
}

function linkUse(tokenHash: string, user: Meeting | undefined): CompositeRequest {
    const key = { objectName: 'SingleUseLink__c', field: 'TokenHash__c', value: tokenHash };
    const fields = { UsedAt__c: user?.bookedAt.toISOString() ?? null, ClaimedByUid__c: user?.uid ?? null };
    return { referenceId: 'link', ...upsertRequest(key, fields, { updateOnly: true }) };
}
