import { gql } from 'lightning/graphql';
import { dayOf, startOfDay } from 'c/userTime';
import { between } from './aggregates';

/** Weeks shown, this one included. One request may ask for ten aggregates at most. */
export const WEEK_COUNT = 8;

const DAYS = 7;
const DAY_MS = 86_400_000;

/** What was booked in a week. */
export interface Week {
    /** ISO 8601. */
    startsAt: string;
    /** Meetings by the values of `Meeting__c.LinkType__c`. */
    counts: Record<string, number>;
}

interface TypeCount {
    LinkType__c: { value: string | null };
    Id: { count: { value: number | null } };
}

/** What {@link WEEKS_QUERY} answers. */
export interface WeeksData {
    uiapi: { aggregate: Record<string, { edges: { node: { aggregate: TypeCount } }[] }> };
}

/** Meetings booked in each of eight weeks, by link type. */
export const WEEKS_QUERY = gql`
    query BookingsByWeek(
        $week0: Meeting__c_Filter
        $week1: Meeting__c_Filter
        $week2: Meeting__c_Filter
        $week3: Meeting__c_Filter
        $week4: Meeting__c_Filter
        $week5: Meeting__c_Filter
        $week6: Meeting__c_Filter
        $week7: Meeting__c_Filter
    ) {
        uiapi {
            aggregate {
                week0: Meeting__c(first: 10, where: $week0, groupBy: { LinkType__c: { group: true } }) {
                    edges {
                        node {
                            aggregate {
                                LinkType__c {
                                    value
                                }
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                week1: Meeting__c(first: 10, where: $week1, groupBy: { LinkType__c: { group: true } }) {
                    edges {
                        node {
                            aggregate {
                                LinkType__c {
                                    value
                                }
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                week2: Meeting__c(first: 10, where: $week2, groupBy: { LinkType__c: { group: true } }) {
                    edges {
                        node {
                            aggregate {
                                LinkType__c {
                                    value
                                }
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                week3: Meeting__c(first: 10, where: $week3, groupBy: { LinkType__c: { group: true } }) {
                    edges {
                        node {
                            aggregate {
                                LinkType__c {
                                    value
                                }
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                week4: Meeting__c(first: 10, where: $week4, groupBy: { LinkType__c: { group: true } }) {
                    edges {
                        node {
                            aggregate {
                                LinkType__c {
                                    value
                                }
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                week5: Meeting__c(first: 10, where: $week5, groupBy: { LinkType__c: { group: true } }) {
                    edges {
                        node {
                            aggregate {
                                LinkType__c {
                                    value
                                }
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                week6: Meeting__c(first: 10, where: $week6, groupBy: { LinkType__c: { group: true } }) {
                    edges {
                        node {
                            aggregate {
                                LinkType__c {
                                    value
                                }
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                week7: Meeting__c(first: 10, where: $week7, groupBy: { LinkType__c: { group: true } }) {
                    edges {
                        node {
                            aggregate {
                                LinkType__c {
                                    value
                                }
                                Id {
                                    count {
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
`;

/** Variables of {@link WEEKS_QUERY}: the weeks up to that of `now`, which begin on Monday in the user's zone. */
export function weeksVariables(now: Date): Record<string, unknown> {
    const weeks = weekStarts(now).map((from, index, all) => [
        `week${index}`,
        between('BookedAt__c', from, all[index + 1] ?? startOfDay(dayOf(new Date(from)), DAYS))
    ]);
    return Object.fromEntries(weeks) as Record<string, unknown>;
}

/** Turns the answer to {@link WEEKS_QUERY} into weeks, the oldest first. */
export function toWeeks({ uiapi: { aggregate } }: WeeksData, now: Date): Week[] {
    return weekStarts(now).map((startsAt, index) => {
        const counts = (aggregate[`week${index}`]?.edges ?? []).map(({ node }) => [
            node.aggregate.LinkType__c.value ?? '',
            node.aggregate.Id.count.value ?? 0
        ]);
        return { startsAt, counts: Object.fromEntries(counts) as Record<string, number> };
    });
}

function weekStarts(now: Date): string[] {
    const today = dayOf(now);
    // 1970 began on a Thursday.
    const daysSinceMonday = (Math.floor(Date.parse(`${today}T00:00:00Z`) / DAY_MS) + 3) % DAYS;
    return Array.from({ length: WEEK_COUNT }, (_, index) =>
        startOfDay(today, (index + 1 - WEEK_COUNT) * DAYS - daysSinceMonday)
    );
}
