/** What the components hand to each other about how the booking service does; instants are ISO 8601. */

/** A process of the service. */
export interface ServiceReplica {
    name: string;
    startedAt: string;
    seenAt: string;
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
