import { gql } from 'lightning/graphql';

/** The newest links of a record; older ones stand on its related list. */
const MAX_LINKS = 20;

interface Field {
    value: string | null;
    displayValue?: string | null;
}

type Named = { Name: Field } | null;

export interface TimelineNode {
    Id: string;
    Name: Field;
    CreatedDate: Field;
    CreatedBy: Named;
    CopiedFrom__c: Field;
    FirstOpenedAt__c: Field;
    UsedAt__c: Field;
    RevokedAt__c: Field;
    Status__c: Field;
    BookingLink__r: Named;
    Replaces__r: Named;
}

/** What {@link TIMELINE_QUERY} answers. */
export interface TimelineData {
    uiapi: { query: { SingleUseLink__c: { edges: { node: TimelineNode }[] } } };
}

/** The single-use links of a record, newest first, with what happened to each. */
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
                                Name {
                                    value
                                }
                            }
                            Replaces__r {
                                Name {
                                    value
                                }
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
