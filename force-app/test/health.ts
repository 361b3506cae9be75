import type { MailBounce, ServiceStatus } from 'types/health';

const STATUS: ServiceStatus = {
    id: 'a0S000000000001AAA',
    serviceUrl: 'https://book.nexora.example',
    hintUrl: 'https://book.nexora.example/api/v1/hints',
    writtenAt: '2026-11-23T09:00:00.000Z',
    nextWriteBy: '2026-11-23T09:07:30.000Z',
    waitingCount: 0,
    oldestWaitingAt: null,
    parkedCount: 0,
    polledAt: '2026-11-23T08:59:30.000Z',
    orgCallsUsed: 1_234,
    orgCallsLimit: 100_000,
    serviceCallsToday: 456,
    lastBreak: undefined,
    replicas: [
        { name: 'web-1:7', startedAt: '2026-11-23T07:00:00.000Z', seenAt: '2026-11-23T08:59:58.000Z' },
        { name: 'web-2:7', startedAt: '2026-11-23T08:00:00.000Z', seenAt: '2026-11-23T08:59:57.000Z' }
    ],
    bouncedCount: 0,
    bounces: []
};

const BOUNCE: MailBounce = {
    kind: 'confirmation',
    audience: 'prospect',
    code: '550',
    at: '2026-11-23T09:00:00.000Z',
    meetingId: 'a0B000000000001AAA'
};

/** A service that does well, but for these fields; it was heard at 09:00 UTC on 23 November 2026. */
export function aStatus(fields: Partial<ServiceStatus> = {}): ServiceStatus {
    return { ...STATUS, ...fields };
}

/** A confirmation that a prospect did not get, but for these fields; refused at 09:00 UTC on 23 November 2026. */
export function aBounce(fields: Partial<MailBounce> = {}): MailBounce {
    return { ...BOUNCE, ...fields };
}

/** A status as the UI API's GraphQL answers it. */
export function statusData(statuses: readonly ServiceStatus[]): unknown {
    const edges = statuses.map((status) => ({
        node: {
            Id: status.id,
            ServiceUrl__c: { value: status.serviceUrl },
            HintUrl__c: { value: status.hintUrl },
            WrittenAt__c: { value: status.writtenAt },
            NextWriteBy__c: { value: status.nextWriteBy },
            WaitingCount__c: { value: status.waitingCount },
            OldestWaitingAt__c: { value: status.oldestWaitingAt },
            ParkedCount__c: { value: status.parkedCount },
            PolledAt__c: { value: status.polledAt },
            OrgCallsUsed__c: { value: status.orgCallsUsed },
            OrgCallsLimit__c: { value: status.orgCallsLimit },
            ServiceCallsToday__c: { value: status.serviceCallsToday },
            LastBreakReason__c: { value: status.lastBreak?.reason ?? null },
            LastBreakStartedAt__c: { value: status.lastBreak?.startedAt ?? null },
            LastBreakEndedAt__c: { value: status.lastBreak?.endedAt ?? null },
            Replicas__c: { value: JSON.stringify(status.replicas) },
            BouncedCount__c: { value: status.bouncedCount },
            Bounces__c: { value: JSON.stringify(status.bounces) }
        }
    }));
    return { uiapi: { query: { ServiceStatus__c: { edges } } } };
}
