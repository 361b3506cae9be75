import { gql } from 'lightning/graphql';
import { keysetFilter, keysetOrder, type KeysetSort, type RowPosition } from 'c/keysetPaging';
import { toMeetingType, type MeetingTypeNode } from 'c/linkDraftApi';
import { allOf, searchFilters } from 'c/searchFilter';
import type { ManagedLinkSummary } from 'types/managedLinks';

/** Rows of one page. */
const PAGE_SIZE = 50;

const BY_NAME: KeysetSort = { field: 'Name', direction: 'asc', isDateTime: false, isNullable: false };

interface Field<T> {
    value: T | null;
}

interface ManagedLinkNode {
    Id: string;
    Name: Field<string>;
    NamePattern__c: Field<string>;
    SlugPattern__c: Field<string>;
    PublicGroupId__c: Field<string>;
    ExpiresAt__c: Field<string>;
    IsActive__c: Field<boolean>;
    IsInLibrary__c: Field<boolean>;
    MeetingType__r: MeetingTypeNode | null;
    HostPool__r: { Id: string; Name: Field<string> } | null;
    assigned: { totalCount: number } | null;
    missing: { totalCount: number } | null;
}

/** What {@link MANAGED_LINKS_QUERY} answers. */
export interface ManagedLinksData {
    uiapi: { query: { ManagedLink__c: { edges: { node: ManagedLinkNode }[]; pageInfo: { hasNextPage: boolean } } } };
}

/** A page of managed links, with how many users each has and how many of them are without their link. */
export const MANAGED_LINKS_QUERY = gql`
    query ManagedLinks($where: ManagedLink__c_Filter, $first: Int, $orderBy: ManagedLink__c_OrderBy) {
        uiapi {
            query {
                ManagedLink__c(where: $where, first: $first, orderBy: $orderBy) {
                    pageInfo {
                        hasNextPage
                    }
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            NamePattern__c {
                                value
                            }
                            SlugPattern__c {
                                value
                            }
                            PublicGroupId__c {
                                value
                            }
                            ExpiresAt__c {
                                value
                            }
                            IsActive__c {
                                value
                            }
                            IsInLibrary__c {
                                value
                            }
                            MeetingType__r {
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
                            HostPool__r {
                                Id
                                Name {
                                    value
                                }
                            }
                            assigned: ManagedLinkUsers__r(first: 1, where: { RemovedAt__c: { eq: null } }) {
                                totalCount
                            }
                            missing: ManagedLinkUsers__r(
                                first: 1
                                where: { and: [{ RemovedAt__c: { eq: null } }, { BookingLink__c: { eq: null } }] }
                            ) {
                                totalCount
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Variables of {@link MANAGED_LINKS_QUERY}: those with every word of `term`, by name. */
export function managedLinksVariables(term: string, after: RowPosition | undefined): Record<string, unknown> {
    const filters = searchFilters(term, ['Name', 'SlugPattern__c', 'MeetingType__r.Title__c']);
    const where = allOf([...filters, ...(after ? [keysetFilter(BY_NAME, after)] : [])]);
    return { where, orderBy: keysetOrder(BY_NAME), first: PAGE_SIZE };
}

/** Variables of {@link MANAGED_LINKS_QUERY}: one managed link. */
export function managedLinkVariables(id: string): Record<string, unknown> {
    return { where: { Id: { eq: id } }, first: 1 };
}

/** Turns the answer to {@link MANAGED_LINKS_QUERY} into managed links as they stand at `now`. */
export function toManagedLinks(data: ManagedLinksData, now: Date): ManagedLinkSummary[] {
    return data.uiapi.query.ManagedLink__c.edges.map(({ node }) => toManagedLink(node, now));
}

function toManagedLink(node: ManagedLinkNode, now: Date): ManagedLinkSummary {
    const { MeetingType__r, HostPool__r } = node;
    const expiries = [node.ExpiresAt__c.value, MeetingType__r?.ExpiresAt__c.value];
    return {
        id: node.Id,
        name: node.Name.value ?? '',
        namePattern: node.NamePattern__c.value ?? '',
        slugPattern: node.SlugPattern__c.value ?? '',
        meetingType: MeetingType__r ? toMeetingType(MeetingType__r) : undefined,
        pool: HostPool__r ? { id: HostPool__r.Id, name: HostPool__r.Name.value ?? '' } : undefined,
        expiresAt: node.ExpiresAt__c.value ?? '',
        isInLibrary: node.IsInLibrary__c.value === true,
        isActive: node.IsActive__c.value === true,
        groupId: node.PublicGroupId__c.value ?? '',
        isExpired: expiries.some((expiry) => !!expiry && Date.parse(expiry) <= now.getTime()),
        userCount: node.assigned?.totalCount ?? 0,
        missingCount: node.missing?.totalCount ?? 0
    };
}
