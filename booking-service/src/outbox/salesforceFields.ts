import { calendarUid } from '../meetings/invite.ts';
import type { Meeting, MeetingStatus } from '../meetings/meeting.ts';
import type { MatchedRecord } from './recordMatcher.ts';

export type SalesforceFields = Record<string, string | number | boolean | null>;

const STATUS: Record<MeetingStatus, string> = {
    scheduled: 'Scheduled',
    rescheduled: 'Rescheduled',
    completed: 'Completed',
    no_show: 'No-Show',
    canceled: 'Canceled'
};
const CANCELED_BY = { prospect: 'Prospect', host: 'Host', admin: 'Admin' } as const;
const LINK_TYPE = { standard: 'Standard', managed: 'Managed', single_use: 'Single-Use' } as const;

/** How a meeting is written: the plain way, or around what Salesforce has refused. */
export interface WritePlan {
    record: MatchedRecord;
    /** Who owns it instead of the host; `null`: the service's own user. */
    ownerId?: string | null;
    /** Salesforce does not take the prospect's address; it stands in the notes then. */
    isEmailRefused?: boolean;
    /** Why no Lead could be made of an unknown prospect. */
    leadRefusal?: Error;
    /** The records were looked up once more. */
    isResolvedAgain?: boolean;
}

/** Reserved for addresses that cannot exist (RFC 2606): the field is required, and the real one is in the notes. */
const NO_ADDRESS = 'not.accepted@example.invalid';

/** What `Meeting__c` cannot be without, to be seen even when Salesforce refuses the rest. */
export function skeletonFields(meeting: Meeting): SalesforceFields {
    const { snapshot } = meeting;
    return {
        Revision__c: meeting.revision,
        Status__c: STATUS[meeting.status],
        LinkType__c: LINK_TYPE[meeting.linkType],
        StartsAt__c: meeting.startsAt.toISOString(),
        EndsAt__c: meeting.endsAt.toISOString(),
        ProspectLastName__c: fit(snapshot.prospect.lastName, 80),
        ProspectEmail__c: snapshot.prospect.email,
        BookedAt__c: meeting.bookedAt.toISOString()
    };
}

/** Why Salesforce does not take a meeting. */
export interface Refusal {
    code: string;
    field: string | undefined;
    message: string;
    at: Date;
}

/** What Meeting Logs and Sync Health show of a refusal; without one, that all is well. */
export function refusalFields(refusal: Refusal | undefined): SalesforceFields {
    const { code, field, message, at } = refusal ?? {};
    return {
        SyncError__c: fit(field === undefined ? message : `${field} ${message ?? ''}`, 255),
        SyncErrorCode__c: fit(code, 80),
        SyncErrorField__c: fit(field, 80),
        SyncErrorAt__c: at?.toISOString() ?? null
    };
}

/** What Salesforce itself puts where a Lead has no company, which it must have. */
const NO_COMPANY = '[not provided]';

/** A prospect whom nobody knows, as a Lead of the host. */
export function leadFields(meeting: Meeting, plan: WritePlan): SalesforceFields {
    const { firstName, lastName, email, company, phone } = meeting.snapshot.prospect;
    return {
        ...ownerFields(meeting, plan),
        FirstName: fit(firstName, 40),
        LastName: fit(lastName, 80),
        Email: email,
        Phone: fit(phone, 40),
        Company: fit(company, 255) ?? NO_COMPANY
    };
}

/** The meeting as `Meeting__c` holds it, without its external id, which stands in the address. */
export function meetingFields(meeting: Meeting, plan: WritePlan): SalesforceFields {
    const { snapshot } = meeting;
    const { record, isEmailRefused = false } = plan;
    const [host] = snapshot.hosts;
    const notes = answersText(meeting);
    return {
        ...ownerFields(meeting, plan),
        Revision__c: meeting.revision,
        Status__c: STATUS[meeting.status],
        RescheduleCount__c: meeting.rescheduleCount,
        CanceledAt__c: meeting.cancellation?.at.toISOString() ?? null,
        CanceledBy__c: meeting.cancellation ? CANCELED_BY[meeting.cancellation.by] : null,
        CancelReason__c: fit(meeting.cancellation?.reason, 255),
        NoShowAt__c: meeting.noShowAt?.toISOString() ?? null,
        LinkType__c: LINK_TYPE[meeting.linkType],
        SingleUseClaim__c: meeting.isClaimReleased ? null : (meeting.tokenHash ?? null),
        SingleUseLink__c: snapshot.singleUseLinkId ?? null,
        BookingLink__c: meeting.bookingLinkId,
        MeetingType__c: meeting.meetingTypeId,
        MeetingTypeTitle__c: fit(snapshot.title, 120),
        StartsAt__c: meeting.startsAt.toISOString(),
        EndsAt__c: meeting.endsAt.toISOString(),
        TimeZone__c: meeting.timeZone,
        Host__c: host?.id ?? null,
        HostNames__c: fit(snapshot.hosts.map(({ name }) => name).join(', '), 255),
        Location__c: fit(snapshot.location, 255),
        ProspectFirstName__c: fit(snapshot.prospect.firstName, 80),
        ProspectLastName__c: fit(snapshot.prospect.lastName, 80),
        ProspectEmail__c: isEmailRefused ? NO_ADDRESS : snapshot.prospect.email,
        ProspectPhone__c: fit(snapshot.prospect.phone, 40),
        ProspectCompany__c: fit(snapshot.prospect.company, 255),
        Guests__c: fit(snapshot.guests.join('\n'), 4000),
        Answers__c: fit(isEmailRefused ? `E-mail\n${snapshot.prospect.email}\n\n${notes}` : notes, 32000),
        BookedAt__c: meeting.bookedAt.toISOString(),
        IsForwarded__c: snapshot.isForwarded,
        Lead__c: record.leadId ?? null,
        Contact__c: record.contactId ?? null,
        Account__c: record.accountId ?? null,
        Opportunity__c: record.opportunityId ?? null,
        Case__c: record.caseId ?? null
    };
}

/**
 * The calendar entry on the person's timeline. A Lead as `WhoId` forbids any `WhatId`.
 * Its text ends with the UID the meeting has in everybody's calendar, so that the two can be told to be one.
 * That of a canceled meeting stays, marked and shown as free: the timeline tells what happened, the host's time is free.
 */
export function eventFields(meeting: Meeting, plan: WritePlan, meetingId: string): SalesforceFields {
    const { snapshot } = meeting;
    const { record } = plan;
    const { firstName, lastName } = snapshot.prospect;
    const who = record.contactId ?? record.leadId;
    const isCanceled = meeting.status === 'canceled';
    const subject = `${snapshot.title}: ${firstName} ${lastName}`;
    return {
        ...ownerFields(meeting, plan),
        Subject: fit(isCanceled ? `Canceled: ${subject}` : subject, 255),
        StartDateTime: meeting.startsAt.toISOString(),
        EndDateTime: meeting.endsAt.toISOString(),
        ShowAs: isCanceled ? 'Free' : 'Busy',
        Location: fit(snapshot.location, 255),
        Description: fit(`${answersText(meeting)}\n\nUID: ${calendarUid(meeting)}`.trim(), 32000),
        BookingUid__c: meeting.uid,
        WhoId: who ?? null,
        // Emptied where a person who was nobody's has become a Lead since.
        WhatId: record.contactId === undefined && record.leadId !== undefined ? null : meetingId
    };
}

function ownerFields({ snapshot }: Meeting, { ownerId = snapshot.hosts[0]?.id }: WritePlan): SalesforceFields {
    return ownerId == null ? {} : { OwnerId: ownerId };
}

function answersText({ snapshot }: Meeting): string {
    return snapshot.answers.map(({ question, answer }) => `${question}\n${answer}`).join('\n\n');
}

/** Cuts a text to what the field holds: a long answer is no reason for Salesforce to refuse the meeting. */
function fit(text: string | undefined, longest: number): string | null {
    if (text === undefined || text === '') return null;
    // Never half of a character that takes two code units.
    return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
