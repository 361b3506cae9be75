import type { MatchedRecord } from '../outbox/recordMatcher.ts';

/** What the successor of a single-use link is made of. */
export interface Successor {
    ownerId: string | undefined;
    bookingLinkId: string;
    /** The link it takes the place of; absent when the meeting was booked through a reusable one. */
    replacesId: string | undefined;
    recipientEmail: string | undefined;
    record: MatchedRecord;
}

/** A link for the same person and record, as Salesforce keeps it; all but the hash of its token. */
export function successorFields(successor: Successor): Record<string, unknown> {
    const { ownerId, bookingLinkId, replacesId, recipientEmail, record } = successor;
    return {
        ...(ownerId !== undefined && { OwnerId: ownerId }),
        BookingLink__c: bookingLinkId,
        CopiedFrom__c: 'API',
        RecipientEmail__c: recipientEmail ?? null,
        Replaces__c: replacesId ?? null,
        Lead__c: record.leadId ?? null,
        Contact__c: record.contactId ?? null,
        Account__c: record.accountId ?? null,
        Opportunity__c: record.opportunityId ?? null,
        Case__c: record.caseId ?? null
    };
}
