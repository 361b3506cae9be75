import type { Interval } from '../scheduling/intervals.ts';

export interface CalendarOwner {
    hostId: string;
    /** IANA; all-day entries cover whole days there. */
    timeZone: string;
    /** How the owner is called in Salesforce, to find calendars elsewhere. */
    username?: string | undefined;
    email?: string | undefined;
}

/** Tells which of these belong to meetings of this service, whose times the database knows better. */
export interface KnownMeetings {
    findKnown(uids: string[]): Promise<Set<string>>;
}

/** A stretch of time to read, in whole minutes since 1970-01-01T00:00Z. */
export interface Span {
    from: number;
    to: number;
}

/**
 * Where hosts keep their appointments: Salesforce, a CalDAV server, or both. Google and Microsoft 365 fit in here too:
 * their free/busy answers are merged intervals by mailbox, which is all that is asked for.
 */
export interface CalendarPort {
    /**
     * Merged busy times by host id. A host that is missing from the answer has an unreadable calendar:
     * that host is not free.
     * @throws when the calendar as a whole cannot be reached
     */
    readBusy(owners: CalendarOwner[], span: Span): Promise<Map<string, readonly Interval[]>>;
}
