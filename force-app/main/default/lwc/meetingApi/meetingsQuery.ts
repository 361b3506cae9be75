import { gql } from 'lightning/graphql';
import { keysetFilter, keysetOrder, type KeysetSort, type RowPosition } from 'c/keysetPaging';
import type { Meeting, MeetingSortKey, MeetingsRequest } from 'types/meetings';
import { filterClauses } from './meetingFilterClauses';
import { toMeeting, type MeetingNode } from './meetingNode';

/** Rows of one page on the screen. */
const PAGE_SIZE = 25;

const SORTS: Record<MeetingSortKey, Omit<KeysetSort, 'direction'>> = {
    startsAt: { field: 'StartsAt__c', isDateTime: true, isNullable: false },
    meetingTypeTitle: { field: 'MeetingTypeTitle__c', isDateTime: false, isNullable: true },
    hostNames: { field: 'HostNames__c', isDateTime: false, isNullable: true },
    prospectLastName: { field: 'ProspectLastName__c', isDateTime: false, isNullable: false },
    bookedAt: { field: 'BookedAt__c', isDateTime: true, isNullable: false }
};

/** The lookup to a record by the record's object. */
const RECORD_LOOKUPS = new Map(
    ['Lead', 'Contact', 'Account', 'Opportunity', 'Case'].map((objectApiName) => [objectApiName, `${objectApiName}__c`])
);

/** One page of a request. */
export interface PageRequest extends MeetingsRequest {
    /** Where the page before ended; undefined for the first page. */
    after?: RowPosition | undefined;
    /** Rows to answer with, 200 at most. */
    first?: number;
}

interface MeetingConnection {
    edges: { node: MeetingNode }[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean };
}

/** What {@link MEETINGS_QUERY} answers. */
export interface MeetingsData {
    uiapi: { query: { Meeting__c: MeetingConnection } };
}

export interface MeetingsPage {
    meetings: Meeting[];
    /** Meetings of this page and of all after it. */
    remainingCount: number;
    hasNextPage: boolean;
}

export const MEETINGS_QUERY = gql`
    query Meetings($first: Int, $where: Meeting__c_Filter, $orderBy: Meeting__c_OrderBy) {
        uiapi {
            query {
                Meeting__c(first: $first, where: $where, orderBy: $orderBy) {
                    edges {
                        node {
                            Id
                            Revision__c {
                                value
                            }
                            StartsAt__c {
                                value
                            }
                            EndsAt__c {
                                value
                            }
                            MeetingTypeTitle__c {
                                value
                            }
                            Host__c {
                                value
                            }
                            HostNames__c {
                                value
                            }
                            ProspectName__c {
                                value
                            }
                            ProspectLastName__c {
                                value
                            }
                            ProspectEmail__c {
                                value
                            }
                            ProspectCompany__c {
                                value
                            }
                            LinkType__c {
                                value
                                displayValue
                            }
                            Status__c {
                                value
                                displayValue
                            }
                            BookedAt__c {
                                value
                            }
                            SyncStatus__c {
                                value
                            }
                            SyncError__c {
                                value
                            }
                            BookingLink__r {
                                Name {
                                    value
                                }
                                Url__c {
                                    value
                                }
                            }
                            Lead__r {
                                Id
                                Name {
                                    value
                                }
                            }
                            Contact__r {
                                Id
                                Name {
                                    value
                                }
                            }
                            Account__r {
                                Id
                                Name {
                                    value
                                }
                            }
                            Opportunity__r {
                                Id
                                Name {
                                    value
                                }
                            }
                            Case__r {
                                Id
                                CaseNumber {
                                    value
                                }
                            }
                        }
                    }
                    totalCount
                    pageInfo {
                        hasNextPage
                    }
                }
            }
        }
    }
`;

/** Variables of {@link MEETINGS_QUERY} for one page. */
export function meetingsVariables(request: PageRequest): Record<string, unknown> {
    const sort: KeysetSort = { ...SORTS[request.sortedBy], direction: request.sortDirection };
    return { first: request.first ?? PAGE_SIZE, where: allOf(clauses(request, sort)), orderBy: keysetOrder(sort) };
}

/** Variables of {@link MEETINGS_QUERY} for one meeting. */
export function meetingVariables(meetingId: string): Record<string, unknown> {
    return { first: 1, where: { Id: { eq: meetingId } } };
}

/** Where a page ended whose last row is `meeting`. */
export function positionOf(meeting: Meeting, sortedBy: MeetingSortKey): RowPosition {
    return { id: meeting.id, value: meeting[sortedBy] };
}

/** Turns the answer to {@link MEETINGS_QUERY} into rows. */
export function toMeetingsPage(data: MeetingsData): MeetingsPage {
    const { edges, pageInfo, totalCount } = data.uiapi.query.Meeting__c;
    const meetings = edges.map(({ node }) => toMeeting(node));
    return { meetings, remainingCount: totalCount, hasNextPage: pageInfo.hasNextPage };
}

/** UI API has no word for an empty `and`. */
function allOf(filters: Record<string, unknown>[]): Record<string, unknown> {
    return filters.length > 1 ? { and: filters } : (filters[0] ?? {});
}

function clauses(request: PageRequest, sort: KeysetSort): Record<string, unknown>[] {
    const { recordId, objectApiName, filters, hidesSingleUse, after } = request;
    const lookup = RECORD_LOOKUPS.get(objectApiName ?? '');
    return [
        ...(recordId && lookup ? [{ [lookup]: { eq: recordId } }] : []),
        ...(filters ? filterClauses(filters) : []),
        ...(hidesSingleUse ? [{ LinkType__c: { ne: 'Single-Use' } }] : []),
        ...(after ? [keysetFilter(sort, after)] : [])
    ];
}
