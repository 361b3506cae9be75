/** Time a host is not free, in whole minutes since 1970-01-01T00:00Z, end not included. */
export interface BusyInterval {
    start: number;
    end: number;
}

export interface CalendarOwner {
    hostId: string;
    /** IANA; all-day entries cover whole days there. */
    timeZone: string;
}

/** A stretch of time to read, in whole minutes since 1970-01-01T00:00Z. */
export interface Span {
    from: number;
    to: number;
}

/**
 * Where hosts keep their appointments. Salesforce Events are one implementation;
 * Google, Microsoft 365 and CalDAV have room beside it.
 */
export interface CalendarPort {
    /**
     * Merged busy times by host id. A host that is missing from the answer has an unreadable calendar:
     * that host is not free.
     * @throws when the calendar as a whole cannot be reached
     */
    readBusy(owners: CalendarOwner[], span: Span): Promise<Map<string, BusyInterval[]>>;
}
