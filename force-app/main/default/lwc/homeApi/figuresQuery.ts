import { gql } from 'lightning/graphql';
import { between, countOf, type CountConnection } from './aggregates';

/** Days the figures look back. */
const DAYS = 90;
const DAY_MS = 86_400_000;

/** What became of links and meetings lately. */
export interface Figures {
    /** Single-use links made, by what they are now: `SingleUseLink__c.Status__c` in lower case. */
    links: { used: number; active: number; expired: number; revoked: number; inactive: number };
    /** Meetings whose time has come, by the values of `Meeting__c.Status__c`. */
    meetings: Record<string, number>;
}

interface StatusCount {
    Status__c: { value: string | null };
    Id: { count: { value: number | null } };
}

/** What {@link FIGURES_QUERY} answers. */
export interface FiguresData {
    uiapi: {
        aggregate: { meetings: { edges: { node: { aggregate: StatusCount } }[] } } & Record<
            keyof Figures['links'],
            CountConnection
        >;
    };
}

/** Single-use links of the last 90 days by state, and the meetings that took place or should have. */
export const FIGURES_QUERY = gql`
    query HomeFigures(
        $meetings: Meeting__c_Filter
        $used: SingleUseLink__c_Filter
        $active: SingleUseLink__c_Filter
        $expired: SingleUseLink__c_Filter
        $revoked: SingleUseLink__c_Filter
        $inactive: SingleUseLink__c_Filter
    ) {
        uiapi {
            aggregate {
                meetings: Meeting__c(first: 10, where: $meetings, groupBy: { Status__c: { group: true } }) {
                    edges {
                        node {
                            aggregate {
                                Status__c {
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
                used: SingleUseLink__c(first: 1, where: $used) {
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
                active: SingleUseLink__c(first: 1, where: $active) {
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
                expired: SingleUseLink__c(first: 1, where: $expired) {
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
                revoked: SingleUseLink__c(first: 1, where: $revoked) {
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
                inactive: SingleUseLink__c(first: 1, where: $inactive) {
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

/** Variables of {@link FIGURES_QUERY}. */
export function figuresVariables(now: Date): Record<string, unknown> {
    const [from, to] = [new Date(now.getTime() - DAYS * DAY_MS).toISOString(), now.toISOString()];
    const made = { CreatedDate: { gte: { value: from } } };
    const inState = (status: string): unknown => ({ and: [made, { Status__c: { eq: status } }] });
    return {
        meetings: between('StartsAt__c', from, to),
        used: inState('Used'),
        active: inState('Active'),
        expired: inState('Expired'),
        revoked: inState('Revoked'),
        inactive: inState('Inactive')
    };
}

/** Turns the answer to {@link FIGURES_QUERY} into figures. */
export function toFigures({ uiapi: { aggregate } }: FiguresData): Figures {
    const { meetings, used, active, expired, revoked, inactive } = aggregate;
    const statuses = meetings.edges.map(({ node }) => [
        node.aggregate.Status__c.value ?? '',
        node.aggregate.Id.count.value ?? 0
    ]);
    return {
        links: {
            used: countOf(used),
            active: countOf(active),
            expired: countOf(expired),
            revoked: countOf(revoked),
            inactive: countOf(inactive)
        },
        meetings: Object.fromEntries(statuses) as Record<string, number>
    };
}
