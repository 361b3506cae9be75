import { gql } from 'lightning/graphql';

const MINUTES_OF_DAY = 1440;

interface Field {
    value: string | null;
}

interface ScheduleNode {
    User__c: Field;
    TimeZone__c: Field;
    AvailabilityWindows__r: { edges: { node: { StartTime__c: Field; EndTime__c: Field } }[] } | null;
}

/** What {@link HOURS_QUERY} answers. */
export interface HoursData {
    uiapi: { query: { AvailabilitySchedule__c: { edges: { node: ScheduleNode }[] } } };
}

/** How long a host can be met in a usual week. */
export interface WeeklyHours {
    hours: number;
    timeZone: string;
}

/** Active schedules of some users, with their weekly windows. */
export const HOURS_QUERY = gql`
    query WeeklyHours($where: AvailabilitySchedule__c_Filter) {
        uiapi {
            query {
                AvailabilitySchedule__c(where: $where, first: 200) {
                    edges {
                        node {
                            User__c {
                                value
                            }
                            TimeZone__c {
                                value
                            }
                            AvailabilityWindows__r(first: 100, where: { Kind__c: { eq: "Weekly" } }) {
                                edges {
                                    node {
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

/** Variables of {@link HOURS_QUERY}. */
export function hoursVariables(userIds: string[]): Record<string, unknown> {
    return { where: { and: [{ User__c: { in: userIds } }, { IsActive__c: { eq: true } }] } };
}

/** Hours by user id; who has no active schedule is not there. */
export function toWeeklyHours(data: HoursData): Map<string, WeeklyHours> {
    return new Map(
        data.uiapi.query.AvailabilitySchedule__c.edges.map(({ node }) => [
            node.User__c.value ?? '',
            { hours: weeklyMinutes(node) / 60, timeZone: node.TimeZone__c.value ?? '' }
        ])
    );
}

function weeklyMinutes({ AvailabilityWindows__r }: ScheduleNode): number {
    return (AvailabilityWindows__r?.edges ?? []).reduce((sum, { node }) => {
        const length = minuteOfDay(node.EndTime__c.value) - minuteOfDay(node.StartTime__c.value);
        // An end at or before the start runs past midnight.
        return sum + (length > 0 ? length : length + MINUTES_OF_DAY);
    }, 0);
}

function minuteOfDay(time: string | null): number {
    const [hours = 0, minutes = 0] = (time ?? '').split(':').map(Number);
    return hours * 60 + minutes;
}
