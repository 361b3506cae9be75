import type { ApiUsage } from '../salesforce/salesforceClient.ts';
import type { StatusFigures } from './statusFigures.ts';

const BREAK_REASONS: Record<string, string> = { limit: 'Call Limit', signIn: 'Sign-In' };

/** `Replicas__c` holds 32,000 characters; nobody runs as many processes as would fill it. `Bounces__c` has its limit. */
const MAX_REPLICAS = 200;
const NAME_LENGTH = 80;

export interface StatusToTell {
    figures: StatusFigures;
    /** What Salesforce last said of the org's calls. */
    usage: ApiUsage | undefined;
    serviceUrl: string;
    /** Until when the next report comes at the latest. */
    nextBy: Date;
}

/** The figures as `ServiceStatus__c` holds them, without its external id, which stands in the address. */
export function statusFields({
    figures,
    usage,
    serviceUrl,
    nextBy
}: StatusToTell): Record<string, string | number | null> {
    const { lastBreak } = figures;
    return {
        ServiceUrl__c: serviceUrl.slice(0, 255),
        WrittenAt__c: figures.now.toISOString(),
        NextWriteBy__c: nextBy.toISOString(),
        WaitingCount__c: figures.waiting,
        OldestWaitingAt__c: figures.oldestWaitingAt?.toISOString() ?? null,
        ParkedCount__c: figures.parked,
        PolledAt__c: figures.polledAt?.toISOString() ?? null,
        OrgCallsUsed__c: usage?.used ?? null,
        OrgCallsLimit__c: usage?.limit ?? null,
        ServiceCallsToday__c: figures.callsToday,
        LastBreakReason__c: lastBreak ? (BREAK_REASONS[lastBreak.reason] ?? null) : null,
        LastBreakStartedAt__c: lastBreak?.startedAt.toISOString() ?? null,
        LastBreakEndedAt__c: lastBreak?.endedAt.toISOString() ?? null,
        BouncedCount__c: figures.bounced,
        Bounces__c: JSON.stringify(figures.bounces),
        Replicas__c: JSON.stringify(
            figures.replicas
                .slice(0, MAX_REPLICAS)
                .map(({ name, startedAt, seenAt }) => ({ name: name.slice(0, NAME_LENGTH), startedAt, seenAt }))
        )
    };
}

/**
 * What of the figures is worth telling at once when it changes: parked meetings, refused mails, a break, who runs, and a
 * backlog that grows tenfold or gets old. A meeting that waits for its second in the queue is not.
 */
export function worthTelling(figures: StatusFigures): string {
    const { parked, bounces, lastBreak, replicas, waiting, oldestWaitingAt, polledAt, now } = figures;
    const isOld = oldestWaitingAt !== undefined && now.getTime() - oldestWaitingAt.getTime() > OLD_MS;
    return JSON.stringify([
        parked,
        bounces[0]?.at,
        lastBreak?.endedAt,
        replicas.map(({ name }) => name),
        waiting < 10 ? 0 : Math.floor(Math.log10(waiting)),
        isOld,
        polledAt === undefined
    ]);
}

const OLD_MS = 5 * 60_000;
