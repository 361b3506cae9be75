import { z } from 'zod';
import type { Meeting } from '../meetings/meeting.ts';
import { mustParse } from '../problem/mustParse.ts';
import { classifySalesforceError, SalesforceError } from '../salesforce/errors.ts';
import { createRequest, queryRequest, updateRequest } from '../salesforce/requests.ts';
import type { CompositeRequest } from '../salesforce/requests.ts';
import type { CompositeResult, SalesforceClient } from '../salesforce/salesforceClient.ts';
import { soql } from '../salesforce/soql.ts';
import { firstFailure, resultOf } from './compositeResults.ts';
import { eventFields } from './salesforceFields.ts';
import type { WritePlan } from './salesforceFields.ts';

/** A meeting whose record is in Salesforce already. */
export interface WrittenMeeting {
    meeting: Meeting;
    plan: WritePlan;
    meetingId: string;
}

const IdRows = z.object({ records: z.array(z.object({ Id: z.string() })) });
const StoredMeeting = z.object({ Id: z.string(), Revision__c: z.number(), EventId__c: z.string().nullish() });
type StoredMeeting = z.infer<typeof StoredMeeting>;

/** The Events of a meeting; the first one stays. */
export function eventsOf({ uid }: Meeting): CompositeRequest {
    const query = soql`SELECT Id FROM Event WHERE BookingUid__c = ${uid} ORDER BY CreatedDate, Id`;
    return { referenceId: 'events', ...queryRequest(query) };
}

export function eventIdsFrom({ error, body }: CompositeResult): string[] {
    if (error) throw error;
    return mustParse(IdRows, body, 'the Events of a meeting').records.map(({ Id }) => Id);
}

/** What Salesforce holds of the meeting when that is newer than what was to be written; undefined when it is not. */
export async function findNewer(client: SalesforceClient, meeting: Meeting): Promise<StoredMeeting | undefined> {
    const stored = await readStored(client, meeting);
    return stored && stored.Revision__c > meeting.revision ? stored : undefined;
}

/**
 * Writes the calendar entry of a meeting and its id on the meeting, together or not at all. Two rules of `Meeting__c`
 * fence workers that were paused: revisions never go down, and one Event is never replaced by another.
 */
export class EventWriter {
    private readonly client: SalesforceClient;

    constructor(client: SalesforceClient) {
        this.client = client;
    }

    /** The Event's id; undefined when a newer state of the meeting is there and this one has nothing to add. */
    async write(written: WrittenMeeting, knownIds: string[]): Promise<string | undefined> {
        const results = await this.send(written, knownIds[0]);
        const failure = firstFailure(results);
        if (!failure) return this.keepFirst(eventIdsFrom(resultOf(results, 'events')));
        // Code decides, not text: then the fields tell which rule it was, and whether it was one of ours at all.
        const isRule = failure.error.code === 'FIELD_CUSTOM_VALIDATION_EXCEPTION' && failure.referenceId === 'eventId';
        if (!isRule) throw failure.error;
        const stored = await readStored(this.client, written.meeting);
        if (stored && stored.Revision__c > written.meeting.revision) return undefined;
        if (!stored?.EventId__c || stored.EventId__c === knownIds[0]) throw failure.error;
        return this.writeAgain(written, stored.EventId__c);
    }

    /** Another worker was faster, or the Event that the meeting names was deleted. */
    private async writeAgain(written: WrittenMeeting, namedId: string): Promise<string | undefined> {
        const [events] = await this.client.composite([eventsOf(written.meeting)]);
        const ids = events ? eventIdsFrom(events) : [];
        if (!ids.includes(namedId)) {
            await this.client.update('Meeting__c', written.meetingId, { EventId__c: null });
        }
        const results = await this.send(written, ids.includes(namedId) ? namedId : ids[0]);
        const failure = firstFailure(results);
        if (failure) throw failure.error;
        return this.keepFirst(eventIdsFrom(resultOf(results, 'events')));
    }

    private send(
        { meeting, plan, meetingId }: WrittenMeeting,
        knownId: string | undefined
    ): Promise<CompositeResult[]> {
        const fields = eventFields(meeting, plan, meetingId);
        const event = knownId === undefined ? createRequest('Event', fields) : updateRequest('Event', knownId, fields);
        const fence = { Revision__c: meeting.revision, EventId__c: knownId ?? '@{event.id}' };
        return this.client.composite(
            [
                { referenceId: 'event', ...event },
                { referenceId: 'eventId', ...updateRequest('Meeting__c', meetingId, fence) },
                eventsOf(meeting)
            ],
            { allOrNone: true }
        );
    }

    /** Where somebody has switched the rules off, there may be more than one. */
    private async keepFirst([eventId, ...superfluous]: string[]): Promise<string> {
        if (eventId === undefined) {
            throw new SalesforceError('NOT_FOUND', 'the Event of the meeting cannot be found again');
        }
        if (superfluous.length === 0) return eventId;
        const results = await this.client.composite(
            superfluous.map((id, index) => ({
                referenceId: `superfluous${index}`,
                method: 'DELETE' as const,
                path: `/sobjects/Event/${id}`
            }))
        );
        const failed = results.find(({ error }) => error && classifySalesforceError(error) !== 'reference');
        if (failed?.error) throw failed.error;
        return eventId;
    }
}

async function readStored(client: SalesforceClient, { uid }: Meeting): Promise<StoredMeeting | undefined> {
    const [row] = await client.query(
        soql`SELECT Id, Revision__c, EventId__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
    );
    return StoredMeeting.safeParse(row).data;
}
