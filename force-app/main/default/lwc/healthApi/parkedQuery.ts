import { gql } from 'lightning/graphql';
import type { ParkedMeeting } from 'types/health';

interface Field {
    value: string | null;
}

interface ParkedNode {
    Id: string;
    Name: Field;
    MeetingTypeTitle__c: Field;
    ProspectName__c: Field;
    StartsAt__c: Field;
    SyncErrorCode__c: Field;
    SyncErrorField__c: Field;
    SyncError__c: Field;
    SyncErrorAt__c: Field;
}

/** What {@link PARKED_QUERY} answers. */
export interface ParkedData {
    uiapi: { query: { Meeting__c: { totalCount: number; edges: { node: ParkedNode }[] } } };
}

export interface ParkedPage {
    meetings: ParkedMeeting[];
    /** How many there are, shown or not. */
    count: number;
}

/** Refused meetings, the one refused last first: at most 200, the others follow when these are gone. */
export const PARKED_QUERY = gql`
    query ParkedMeetings {
        uiapi {
            query {
                Meeting__c(
                    first: 200
                    where: { SyncError__c: { ne: null } }
                    orderBy: { SyncErrorAt__c: { order: DESC, nulls: LAST }, Id: { order: DESC } }
                ) {
                    totalCount
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            MeetingTypeTitle__c {
                                value
                            }
                            ProspectName__c {
                                value
                            }
                            StartsAt__c {
                                value
                            }
                            SyncErrorCode__c {
                                value
                            }
                            SyncErrorField__c {
                                value
                            }
                            SyncError__c {
                                value
                            }
                            SyncErrorAt__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Turns the answer to {@link PARKED_QUERY} into meetings. */
export function toParkedMeetings(data: ParkedData): ParkedPage {
    const { totalCount, edges } = data.uiapi.query.Meeting__c;
    return {
        count: totalCount,
        meetings: edges.map(({ node }) => ({
            id: node.Id,
            number: node.Name.value ?? '',
            title: node.MeetingTypeTitle__c.value ?? '',
            prospectName: node.ProspectName__c.value ?? '',
            startsAt: node.StartsAt__c.value,
            code: node.SyncErrorCode__c.value ?? '',
            field: node.SyncErrorField__c.value ?? '',
            message: node.SyncError__c.value ?? '',
            refusedAt: node.SyncErrorAt__c.value
        }))
    };
}
