/** What the components hand to each other about how the booking service does; instants are ISO 8601. */

/** A process of the service. */
export interface ServiceReplica {
    name: string;
    startedAt: string;
    seenAt: string;
}

/** A mail that the mail server refused for good. */
export interface MailBounce {
    /** `confirmation`, `reminder` …: the service's own word. */
    kind: string;
    /** As what somebody was to be told: `prospect`, `guest`, `host` … */
    audience: string;
    /** SMTP's reply code or that of a network error; empty where nobody knows. */
    code: string;
    at: string;
    /** Of `Meeting__c`; undefined for one-time codes and for meetings that Salesforce does not have. */
    meetingId: string | undefined;
}

/** What one installation of the booking service last said of itself; null what it did not say. */
export interface ServiceStatus {
    id: string;
    serviceUrl: string;
    /** Where it takes hints. */
    hintUrl: string;
    writtenAt: string;
    /** Past it, the figures are stale. */
    nextWriteBy: string | null;
    waitingCount: number;
    oldestWaitingAt: string | null;
    parkedCount: number;
    polledAt: string | null;
    orgCallsUsed: number | null;
    orgCallsLimit: number | null;
    serviceCallsToday: number;
    lastBreak: { reason: string; startedAt: string | null; endedAt: string | null } | undefined;
    replicas: ServiceReplica[];
    /** Mails refused in the last 14 days. */
    bouncedCount: number;
    /** The latest of them, newest first. */
    bounces: MailBounce[];
}

/** A meeting that Salesforce refuses. */
export interface ParkedMeeting {
    id: string;
    number: string;
    title: string;
    prospectName: string;
    startsAt: string | null;
    code: string;
    field: string;
    message: string;
    refusedAt: string | null;
}
