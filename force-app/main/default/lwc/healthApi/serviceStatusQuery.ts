import { gql } from 'lightning/graphql';
import type { MailBounce, ServiceReplica, ServiceStatus } from 'types/health';

interface Field<T = string> {
    value: T | null;
    displayValue?: string | null;
}

interface StatusNode {
    Id: string;
    ServiceUrl__c: Field;
    HintUrl__c: Field;
    WrittenAt__c: Field;
    NextWriteBy__c: Field;
    WaitingCount__c: Field<number>;
    OldestWaitingAt__c: Field;
    ParkedCount__c: Field<number>;
    PolledAt__c: Field;
    OrgCallsUsed__c: Field<number>;
    OrgCallsLimit__c: Field<number>;
    ServiceCallsToday__c: Field<number>;
    LastBreakReason__c: Field;
    LastBreakStartedAt__c: Field;
    LastBreakEndedAt__c: Field;
    Replicas__c: Field;
    BouncedCount__c: Field<number>;
    Bounces__c: Field;
}

/** What {@link SERVICE_STATUS_QUERY} answers. */
export interface ServiceStatusData {
    uiapi: { query: { ServiceStatus__c: { edges: { node: StatusNode }[] } } };
}

/** More installations than share one org: production, staging, and what was there before. */
export const SERVICE_STATUS_QUERY = gql`
    query ServiceStatuses {
        uiapi {
            query {
                ServiceStatus__c(first: 10, orderBy: { WrittenAt__c: { order: DESC } }) {
                    edges {
                        node {
                            Id
                            ServiceUrl__c {
                                value
                            }
                            HintUrl__c {
                                value
                            }
                            WrittenAt__c {
                                value
                            }
                            NextWriteBy__c {
                                value
                            }
                            WaitingCount__c {
                                value
                            }
                            OldestWaitingAt__c {
                                value
                            }
                            ParkedCount__c {
                                value
                            }
                            PolledAt__c {
                                value
                            }
                            OrgCallsUsed__c {
                                value
                            }
                            OrgCallsLimit__c {
                                value
                            }
                            ServiceCallsToday__c {
                                value
                            }
                            LastBreakReason__c {
                                value
                                displayValue
                            }
                            LastBreakStartedAt__c {
                                value
                            }
                            LastBreakEndedAt__c {
                                value
                            }
                            Replicas__c {
                                value
                            }
                            BouncedCount__c {
                                value
                            }
                            Bounces__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Turns the answer to {@link SERVICE_STATUS_QUERY} into statuses, the one heard last first. */
export function toServiceStatuses(data: ServiceStatusData): ServiceStatus[] {
    return data.uiapi.query.ServiceStatus__c.edges.map(({ node }) => ({
        id: node.Id,
        serviceUrl: node.ServiceUrl__c.value ?? '',
        hintUrl: node.HintUrl__c.value ?? '',
        writtenAt: node.WrittenAt__c.value ?? '',
        nextWriteBy: node.NextWriteBy__c.value,
        waitingCount: node.WaitingCount__c.value ?? 0,
        oldestWaitingAt: node.OldestWaitingAt__c.value,
        parkedCount: node.ParkedCount__c.value ?? 0,
        polledAt: node.PolledAt__c.value,
        orgCallsUsed: node.OrgCallsUsed__c.value,
        orgCallsLimit: node.OrgCallsLimit__c.value,
        serviceCallsToday: node.ServiceCallsToday__c.value ?? 0,
        lastBreak: lastBreakOf(node),
        replicas: listIn(node.Replicas__c.value).filter(isReplica),
        bouncedCount: node.BouncedCount__c.value ?? 0,
        bounces: listIn(node.Bounces__c.value).filter(isBounce)
    }));
}

function lastBreakOf(node: StatusNode): ServiceStatus['lastBreak'] {
    const { value, displayValue } = node.LastBreakReason__c;
    if (value === null) return undefined;
    return {
        reason: displayValue ?? value,
        startedAt: node.LastBreakStartedAt__c.value,
        endedAt: node.LastBreakEndedAt__c.value
    };
}

/** The fields are text that anybody with rights may have changed; what is not understood is left out. */
function listIn(json: string | null): unknown[] {
    try {
        const rows: unknown = JSON.parse(json ?? '[]');
        return Array.isArray(rows) ? rows : [];
    } catch {
        return [];
    }
}

const isMoment = (at: unknown): boolean => typeof at === 'string' && Date.parse(at) > 0;

function isReplica(row: unknown): row is ServiceReplica {
    const { name, startedAt, seenAt } = (row ?? {}) as Record<string, unknown>;
    return typeof name === 'string' && isMoment(startedAt) && isMoment(seenAt);
}

function isBounce(row: unknown): row is MailBounce {
    const { kind, audience, code, at, meetingId } = (row ?? {}) as Record<string, unknown>;
    const areTexts = [kind, audience, code].every((text) => typeof text === 'string');
    return areTexts && isMoment(at) && (meetingId === undefined || typeof meetingId === 'string');
}
