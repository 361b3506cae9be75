import { z } from 'zod';
import type { Logger } from 'pino';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { mustParse } from '../problem/mustParse.ts';
import { classifySalesforceError, SalesforceError } from '../salesforce/errors.ts';
import { createRequest, queryRequest, updateRequest, upsertRequest } from '../salesforce/requests.ts';
import type { CompositeRequest } from '../salesforce/requests.ts';
import type { CompositeResult, SalesforceClient } from '../salesforce/salesforceClient.ts';
import { soql } from '../salesforce/soql.ts';
import { healPlan } from './healing.ts';
import { matchRecord } from './recordMatcher.ts';
import { eventFields, meetingFields, skeletonFields } from './salesforceFields.ts';
import type { WritePlan } from './salesforceFields.ts';

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

const IdRows = z.object({ records: z.array(z.object({ Id: z.string() })) });
const SavedRecord = z.object({ id: z.string() });

/**
 * Makes Salesforce agree with a meeting. Every step may be sent twice, by two workers even:
 * records are found again by the meeting's uid, and of two Events the first one stays.
 */
export class MeetingWriter {
    private readonly parts: MeetingWriterParts;

    constructor(parts: MeetingWriterParts) {
        this.parts = parts;
    }

    /** @throws SalesforceError, SalesforceNetworkError */
    async write(meeting: Meeting): Promise<SalesforceIds> {
        let plan: WritePlan = { record: await matchRecord(this.parts.client, meeting) };
        for (;;) {
            try {
                return await this.writeAs(meeting, plan);
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
    async showRefusal(meeting: Meeting, syncError: string): Promise<void> {
        const key = { objectName: 'Meeting__c', field: 'BookingUid__c', value: meeting.uid };
        const fields = skeletonFields(meeting, syncError);
        try {
            await this.parts.client.upsert(key, { SyncError__c: fields['SyncError__c'] }, { updateOnly: true });
        } catch (error) {
            if (classifySalesforceError(error) !== 'reference') throw error;
            await this.parts.client.upsert(key, fields);
        }
    }

    private async writeAs(meeting: Meeting, plan: WritePlan): Promise<SalesforceIds> {
        const { meetingId, eventIds } = await this.writeMeeting(meeting, plan);
        const writesEvents = (await this.parts.definitions.current()).writesEvents();
        if (!writesEvents) return { meetingId, eventId: undefined };
        return { meetingId, eventId: await this.writeEvent(meeting, plan, meetingId, eventIds) };
    }

    /** One call: the meeting, the use of its link, and which Events there are already. */
    private async writeMeeting(meeting: Meeting, plan: WritePlan): Promise<{ meetingId: string; eventIds: string[] }> {
        const requests: CompositeRequest[] = [
            {
                referenceId: 'meeting',
                ...upsertRequest(
                    { objectName: 'Meeting__c', field: 'BookingUid__c', value: meeting.uid },
                    { ...meetingFields(meeting, plan), SyncError__c: null }
                )
            },
            { referenceId: 'events', ...queryRequest(eventsQuery(meeting)) }
        ];
        requests.push(...(await this.linkUse(meeting)));
        const results = await this.parts.client.composite(requests);
        const meetingId = await this.meetingIdFrom(result(results, 'meeting'), meeting);
        this.checkLinkUse(
            results.find(({ referenceId }) => referenceId === 'link'),
            meeting
        );
        return { meetingId, eventIds: eventIdsFrom(result(results, 'events')) };
    }

    /** Marks the link used, or open again unless Salesforce has heard already that another meeting took it since. */
    private async linkUse(meeting: Meeting): Promise<CompositeRequest[]> {
        if (meeting.tokenHash === undefined) return [];
        if (!meeting.isClaimReleased) return [linkUse(meeting.tokenHash, meeting)];
        const claim = await this.parts.claims.findClaim(meeting.tokenHash);
        return claim?.isWritten ? [] : [linkUse(meeting.tokenHash, undefined)];
    }

    private async meetingIdFrom({ error, body }: CompositeResult, meeting: Meeting): Promise<string> {
        if (!error) return mustParse(SavedRecord, body, 'the saved meeting').id;
        // A rule of ours keeps revisions from going back: then a newer one is there, and this one has nothing to add.
        if (error.code === 'FIELD_CUSTOM_VALIDATION_EXCEPTION') {
            const [stored] = await this.parts.client.query(
                soql`SELECT Id, Revision__c FROM Meeting__c WHERE BookingUid__c = ${meeting.uid}`
            );
            const newer = z.object({ Id: z.string(), Revision__c: z.number() }).safeParse(stored);
            if (newer.success && newer.data.Revision__c > meeting.revision) return newer.data.Id;
        }
        throw error;
    }

    /** A link that was deleted in Salesforce has nothing to be marked, and must not be made again. */
    private checkLinkUse(use: CompositeResult | undefined, meeting: Meeting): void {
        if (!use?.error) return;
        if (classifySalesforceError(use.error) !== 'reference') throw use.error;
        this.parts.logger.warn({ meetingUid: meeting.uid, code: use.error.code }, 'the link of a meeting is gone');
    }

    private async writeEvent(
        meeting: Meeting,
        plan: WritePlan,
        meetingId: string,
        knownIds: string[]
    ): Promise<string> {
        const fields = eventFields(meeting, plan, meetingId);
        const [knownId] = knownIds;
        const write = knownId === undefined ? createRequest('Event', fields) : updateRequest('Event', knownId, fields);
        const results = await this.parts.client.composite([
            { referenceId: 'event', ...write },
            // Asked after the create: a worker that was paused may have made one as well.
            { referenceId: 'events', ...queryRequest(eventsQuery(meeting)) }
        ]);
        const written = result(results, 'event');
        if (written.error) throw written.error;
        const [eventId, ...superfluous] = eventIdsFrom(result(results, 'events'));
        if (eventId === undefined)
            throw new SalesforceError('NOT_FOUND', 'the Event of the meeting cannot be found again');
        await this.tidyUp(meetingId, eventId, superfluous);
        return eventId;
    }

    private async tidyUp(meetingId: string, eventId: string, superfluous: string[]): Promise<void> {
        const results = await this.parts.client.composite([
            { referenceId: 'meeting', ...updateRequest('Meeting__c', meetingId, { EventId__c: eventId }) },
            ...superfluous.map((id, index) => ({
                referenceId: `superfluous${index}`,
                method: 'DELETE' as const,
                path: `/sobjects/Event/${id}`
            }))
        ]);
        const failed = results.find(({ error }) => error && classifySalesforceError(error) !== 'reference');
        if (failed?.error) throw failed.error;
    }
}

function linkUse(tokenHash: string, user: Meeting | undefined): CompositeRequest {
    const key = { objectName: 'SingleUseLink__c', field: 'TokenHash__c', value: tokenHash };
    const fields = { UsedAt__c: user?.bookedAt.toISOString() ?? null, ClaimedByUid__c: user?.uid ?? null };
    return { referenceId: 'link', ...upsertRequest(key, fields, { updateOnly: true }) };
}

function eventsQuery({ uid }: Meeting): string {
    return soql`SELECT Id FROM Event WHERE BookingUid__c = ${uid} ORDER BY CreatedDate, Id`;
}

function eventIdsFrom({ error, body }: CompositeResult): string[] {
    if (error) throw error;
    return mustParse(IdRows, body, 'the Events of a meeting').records.map(({ Id }) => Id);
}

function result(results: CompositeResult[], referenceId: string): CompositeResult {
    const found = results.find((candidate) => candidate.referenceId === referenceId);
    if (!found) throw new Error(`Salesforce left out the answer to "${referenceId}" of a composite call`);
    return found;
}
