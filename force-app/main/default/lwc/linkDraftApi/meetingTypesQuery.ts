import { gql } from 'lightning/graphql';
import type { MeetingTypeChoice, SingleUsePolicy } from 'types/links';

interface Field<T> {
    value: T | null;
}

/** A meeting type as {@link MEETING_TYPES_QUERY} and the draft's query answer it. */
export interface MeetingTypeNode {
    Id: string;
    Title__c: Field<string>;
    Description__c: Field<string>;
    DurationMinutes__c: Field<number>;
    SingleUsePolicy__c: Field<SingleUsePolicy>;
    ExpiresAt__c: Field<string>;
}

/** What {@link MEETING_TYPES_QUERY} answers. */
export interface MeetingTypesData {
    uiapi: { query: { MeetingType__c: { edges: { node: MeetingTypeNode }[] } } };
}

/** Meeting types that are switched on, by title. */
export const MEETING_TYPES_QUERY = gql`
    query MeetingTypes {
        uiapi {
            query {
                MeetingType__c(
                    where: { IsActive__c: { eq: true } }
                    first: 200
                    orderBy: { Title__c: { order: ASC } }
                ) {
                    edges {
                        node {
                            Id
                            Title__c {
                                value
                            }
                            Description__c {
                                value
                            }
                            DurationMinutes__c {
                                value
                            }
                            SingleUsePolicy__c {
                                value
                            }
                            ExpiresAt__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** The meeting types that have not expired at `now`. */
export function toMeetingTypes(data: MeetingTypesData, now: Date): MeetingTypeChoice[] {
    return data.uiapi.query.MeetingType__c.edges
        .filter(({ node }) => !node.ExpiresAt__c.value || Date.parse(node.ExpiresAt__c.value) > now.getTime())
        .map(({ node }) => toMeetingType(node));
}

/** A meeting type to choose. */
export function toMeetingType(node: MeetingTypeNode): MeetingTypeChoice {
    return {
        id: node.Id,
        title: node.Title__c.value ?? '',
        description: node.Description__c.value ?? '',
        durationMinutes: node.DurationMinutes__c.value ?? undefined,
        singleUsePolicy: node.SingleUsePolicy__c.value ?? 'Allowed'
    };
}
