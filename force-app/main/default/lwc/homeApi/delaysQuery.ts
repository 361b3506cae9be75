import { gql } from 'lightning/graphql';
import { countOf, type CountConnection } from './aggregates';

/** Hours from copying to booking at which one span ends and the next begins. */
const LIMITS_HOURS = [1, 24, 72, 168];

/** What {@link DELAYS_QUERY} answers. */
export interface DelaysData {
    uiapi: { aggregate: Record<string, CountConnection> };
}

/** How many links were booked within the hour, the day, three days, the week, and later. */
export const DELAYS_QUERY = gql`
    query HomeDelays(
        $span0: SingleUseLink__c_Filter
        $span1: SingleUseLink__c_Filter
        $span2: SingleUseLink__c_Filter
        $span3: SingleUseLink__c_Filter
        $span4: SingleUseLink__c_Filter
    ) {
        uiapi {
            aggregate {
                span0: SingleUseLink__c(first: 1, where: $span0) {
                    edges {
                        node {
                            aggregate {
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                span1: SingleUseLink__c(first: 1, where: $span1) {
                    edges {
                        node {
                            aggregate {
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                span2: SingleUseLink__c(first: 1, where: $span2) {
                    edges {
                        node {
                            aggregate {
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                span3: SingleUseLink__c(first: 1, where: $span3) {
                    edges {
                        node {
                            aggregate {
                                Id {
                                    count {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                span4: SingleUseLink__c(first: 1, where: $span4) {
                    edges {
                        node {
                            aggregate {
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

/** Variables of {@link DELAYS_QUERY}: the links made since, ISO 8601. */
export function delaysVariables(since: string): Record<string, unknown> {
    const spans = Array.from({ length: LIMITS_HOURS.length + 1 }, (_, index) => {
        const [from, to] = [LIMITS_HOURS[index - 1], LIMITS_HOURS[index]];
        const limits = [
            ...(from === undefined ? [] : [{ HoursToBooking__c: { gte: from } }]),
            ...(to === undefined ? [] : [{ HoursToBooking__c: { lt: to } }])
        ];
        return [`span${index}`, { and: [{ CreatedDate: { gte: { value: since } } }, ...limits] }];
    });
    return Object.fromEntries(spans) as Record<string, unknown>;
}

/** Turns the answer to {@link DELAYS_QUERY} into counts, the shortest delay first. */
export function toDelays({ uiapi: { aggregate } }: DelaysData): number[] {
    return Array.from({ length: LIMITS_HOURS.length + 1 }, (_, index) => {
        const span = aggregate[`span${index}`];
        return span ? countOf(span) : 0;
    });
}
