import { gql } from 'lightning/graphql';

/** The newest links of a record; older ones stand on its related list. */
const MAX_LINKS = 20;

interface Field {
    value: string | null;
    displayValue?: string | null;
}

type Named = { Name: Field } | null;
type Children<T> = { edges: { node: T }[] } | null;

interface Openness {
    IsActive__c: { value: boolean | null };
    ExpiresAt__c: Field;
}

export interface OriginalNode extends Openness {
    Id: string;
    Name: Field;
    Url__c: Field;
    MeetingType__r: Openness | null;
}

export interface TimelineNode {
    Id: string;
    Name: Field;
    CreatedDate: Field;
    CreatedBy: Named;
    CopiedFrom__c: Field;
    FirstOpenedAt__c: Field;
    FirstScannedAt__c: Field;
    UsedAt__c: Field;
    RevokedAt__c: Field;
    Status__c: Field;
    BookingLink__r: OriginalNode | null;
    Replaces__r: Named;
    ReplacedBy__r: Children<{ Name: Field; CreatedDate: Field }>;
    Meetings__r: Children<{ Status__c: Field }>;
    RecipientEmail__c: Field;
    Lead__c: Field;
    Contact__c: Field;
    Account__c: Field;
    Opportunity__c: Field;
    Case__c: Field;
}

/** What {@link TIMELINE_QUERY} answers. */
export interface TimelineData {
    uiapi: { query: { SingleUseLink__c: { edges: { node: TimelineNode }[] } } };
}

/** The single-use links of a record, newest first, with what happened to each, and what a successor needs. */
export const TIMELINE_QUERY = gql`
    query LinkTimeline($where: SingleUseLink__c_Filter, $first: Int) {
        uiapi {
            query {
                SingleUseLink__c(where: $where, first: $first, orderBy: { CreatedDate: { order: DESC } }) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            CreatedDate {
                                value
                            }
                            CreatedBy {
                                Name {
                                    value
                                }
                            }
                            CopiedFrom__c {
                                value
                                displayValue
                            }
                            FirstOpenedAt__c {
                                value
                            }
                            FirstScannedAt__c {
                                value
                            }
                            UsedAt__c {
                                value
                            }
                            RevokedAt__c {
                                value
                            }
                            Status__c {
                                value
                            }
                            BookingLink__r {
                                Id
                                Name {
                                    value
                                }
                                Url__c {
                                    value
                                }
                                IsActive__c {
                                    value
                                }
                                ExpiresAt__c {
                                    value
                                }
                                MeetingType__r {
                                    IsActive__c {
                                        value
                                    }
                                    ExpiresAt__c {
                                        value
                                    }
                                }
                            }
                            Replaces__r {
                                Name {
                                    value
                                }
                            }
                            ReplacedBy__r(first: 1, orderBy: { CreatedDate: { order: DESC } }) {
                                edges {
                                    node {
                                        Name {
                                            value
                                        }
                                        CreatedDate {
                                            value
                                        }
                                    }
                                }
                            }
                            Meetings__r(first: 1, orderBy: { BookedAt__c: { order: DESC } }) {
                                edges {
                                    node {
                                        Status__c {
                                            value
                                        }
                                    }
                                }
                            }
                            RecipientEmail__c {
                                value
                            }
                            Lead__c {
                                value
                            }
                            Contact__c {
                                value
                            }
                            Account__c {
                                value
                            }
                            Opportunity__c {
                                value
                            }
                            Case__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Variables of {@link TIMELINE_QUERY}; objects that links cannot belong to have none. */
export function timelineVariables(recordId: string, objectApiName: string): Record<string, unknown> {
    return { where: { [`${objectApiName}__c`]: { eq: recordId } }, first: MAX_LINKS };
}
