import { gql } from 'lightning/graphql';
import type { ListedMeetingType } from 'types/meetingTypes';

interface Field<T> {
    value: T | null;
}

interface TypeNode {
    Id: string;
    Name: Field<string>;
    Title__c: Field<string>;
    DurationMinutes__c: Field<number>;
    Location__c: Field<string>;
    SingleUsePolicy__c: Field<string> & { label?: string | null };
    IsActive__c: Field<boolean>;
    IsLocked__c: Field<boolean>;
    IsAdminManaged__c: Field<boolean>;
    OwnerId: Field<string>;
    Owner: { Name: Field<string> } | null;
    MeetingQuestions__r: { edges: unknown[] } | null;
}

/** What {@link MEETING_TYPE_LIST_QUERY} answers. */
export interface MeetingTypeListData {
    uiapi: {
        query: {
            MeetingType__c: {
                edges: { node: TypeNode }[];
                pageInfo: { hasNextPage: boolean; endCursor: string | null };
            };
        };
    };
}

/** Meeting types by name, page by page. */
export const MEETING_TYPE_LIST_QUERY = gql`
    query MeetingTypes($first: Int, $after: String) {
        uiapi {
            query {
                MeetingType__c(first: $first, after: $after, orderBy: { Name: { order: ASC } }) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Title__c {
                                value
                            }
                            DurationMinutes__c {
                                value
                            }
                            Location__c {
                                value
                            }
                            SingleUsePolicy__c {
                                value
                                label
                            }
                            IsActive__c {
                                value
                            }
                            IsLocked__c {
                                value
                            }
                            IsAdminManaged__c {
                                value
                            }
                            OwnerId {
                                value
                            }
                            Owner {
                                ... on User {
                                    Name {
                                        value
                                    }
                                }
                            }
                            MeetingQuestions__r(first: 50) {
                                edges {
                                    node {
                                        Id
                                    }
                                }
                            }
                        }
                    }
                    pageInfo {
                        hasNextPage
                        endCursor
                    }
                }
            }
        }
    }
`;

/** Variables of {@link MEETING_TYPE_LIST_QUERY}; `after` is where the page before ended. */
export function listVariables(first: number, after: string | null): Record<string, unknown> {
    return { first, after };
}

/** The types of a page as the list shows them. */
export function toListedTypes(data: MeetingTypeListData, userId: string): ListedMeetingType[] {
    return data.uiapi.query.MeetingType__c.edges.map(({ node }) => ({
        id: node.Id,
        name: node.Name.value ?? '',
        title: node.Title__c.value ?? '',
        durationMinutes: node.DurationMinutes__c.value ?? undefined,
        location: node.Location__c.value ?? '',
        singleUsePolicy: node.SingleUsePolicy__c.label ?? node.SingleUsePolicy__c.value ?? '',
        ownerName: node.Owner?.Name.value ?? '',
        isMine: node.OwnerId.value === userId,
        isActive: node.IsActive__c.value === true,
        isLocked: node.IsLocked__c.value === true,
        isAdminManaged: node.IsAdminManaged__c.value === true,
        questionCount: node.MeetingQuestions__r?.edges.length ?? 0
    }));
}
