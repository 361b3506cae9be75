import { gql } from 'lightning/graphql';
import type { AvailabilitySchedule, AvailabilityWindow, Weekday } from 'types/availability';

interface Field<T = string> {
    value: T | null;
}

interface WindowNode {
    Id: string;
    Kind__c: Field<AvailabilityWindow['kind']>;
    Weekday__c: Field<Weekday>;
    Date__c: Field;
    StartTime__c: Field;
    EndTime__c: Field;
}

interface ScheduleNode {
    Id: string;
    TimeZone__c: Field;
    AvailabilityWindows__r: { edges: { node: WindowNode }[] } | null;
}

/** What {@link SCHEDULE_QUERY} answers. */
export interface ScheduleData {
    uiapi: { query: { AvailabilitySchedule__c: { edges: { node: ScheduleNode }[] } } };
}

/** The active schedule of a user with its windows. */
export const SCHEDULE_QUERY = gql`
    query Availability($where: AvailabilitySchedule__c_Filter) {
        uiapi {
            query {
                AvailabilitySchedule__c(where: $where, first: 1, orderBy: { CreatedDate: { order: ASC } }) {
                    edges {
                        node {
                            Id
                            TimeZone__c {
                                value
                            }
                            AvailabilityWindows__r(first: 200) {
                                edges {
                                    node {
                                        Id
                                        Kind__c {
                                            value
                                        }
                                        Weekday__c {
                                            value
                                        }
                                        Date__c {
                                            value
                                        }
                                        StartTime__c {
                                            value
                                        }
                                        EndTime__c {
                                            value
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Variables of {@link SCHEDULE_QUERY}. */
export function scheduleVariables(userId: string): Record<string, unknown> {
    return { where: { and: [{ User__c: { eq: userId } }, { IsActive__c: { eq: true } }] } };
}

/** The schedule; undefined when the user has none. */
export function toSchedule(data: ScheduleData): AvailabilitySchedule | undefined {
    const node = data.uiapi.query.AvailabilitySchedule__c.edges[0]?.node;
    if (!node) return undefined;
    const windows = (node.AvailabilityWindows__r?.edges ?? []).map((edge) => toWindow(edge.node));
    return {
        id: node.Id,
        timeZone: node.TimeZone__c.value ?? '',
        windows: windows.sort((a, b) => `${a.date}${a.start}`.localeCompare(`${b.date}${b.start}`))
    };
}

function toWindow(node: WindowNode): AvailabilityWindow {
    return {
        key: node.Id,
        id: node.Id,
        kind: node.Kind__c.value ?? 'Weekly',
        weekday: node.Weekday__c.value ?? undefined,
        date: node.Date__c.value ?? '',
        start: toClock(node.StartTime__c.value),
        end: toClock(node.EndTime__c.value)
    };
}

/** `09:00:00.000Z` → `09:00`. */
function toClock(time: string | null): string {
    return (time ?? '').slice(0, 5);
}
