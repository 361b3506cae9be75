import { gql } from 'lightning/graphql';
import { toLinkDraft, type DraftNode } from 'c/linkDraftApi';
import { allOf, searchFilters } from 'c/searchFilter';
import type { ManagedRow, ManagedUser, ManagedUserLink } from 'types/managedLinks';

interface Field<T> {
    value: T | null;
}

/** A user as queries of managed links answer them. */
export interface ManagedUserNode {
    Id: string;
    Name: Field<string>;
    FirstName: Field<string>;
    LastName: Field<string>;
    Username: Field<string>;
}

type LinkNode = DraftNode & {
    Url__c: Field<string>;
    MeetingType__r: { IsActive__c: Field<boolean> } | null;
};

interface RowNode {
    Id: string;
    Error__c: Field<string>;
    RemovedAt__c: Field<string>;
    User__r: ManagedUserNode | null;
    BookingLink__r: LinkNode | null;
}

/** What {@link MANAGED_ROWS_QUERY} answers. */
export interface ManagedRowsData {
    uiapi: { query: { ManagedLinkUser__c: { edges: { node: RowNode }[]; pageInfo: { hasNextPage: boolean } } } };
}

/** A page of the users of a managed link with the links made for them, oldest first. */
export const MANAGED_ROWS_QUERY = gql`
    query ManagedLinkUsers($where: ManagedLinkUser__c_Filter, $first: Int) {
        uiapi {
            query {
                ManagedLinkUser__c(where: $where, first: $first, orderBy: { Id: { order: ASC } }) {
                    pageInfo {
                        hasNextPage
                    }
                    edges {
                        node {
                            Id
                            Error__c {
                                value
                            }
                            RemovedAt__c {
                                value
                            }
                            User__r {
                                Id
                                Name {
                                    value
                                }
                                FirstName {
                                    value
                                }
                                LastName {
                                    value
                                }
                                Username {
                                    value
                                }
                            }
                            BookingLink__r {
                                Id
                                Name {
                                    value
                                }
                                Slug__c {
                                    value
                                }
                                Url__c {
                                    value
                                }
                                Description__c {
                                    value
                                }
                                ExpiresAt__c {
                                    value
                                }
                                IsInLibrary__c {
                                    value
                                }
                                IsActive__c {
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
                                    IsActive__c {
                                        value
                                    }
                                }
                                LinkHosts__r(first: 20, orderBy: { Position__c: { order: ASC } }) {
                                    edges {
                                        node {
                                            Id
                                            Role__c {
                                                value
                                            }
                                            User__r {
                                                Id
                                                Name {
                                                    value
                                                }
                                            }
                                            HostPool__r {
                                                Id
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
                }
            }
        }
    }
`;

/** Which page of users. */
export interface ManagedRowsRequest {
    managedLinkId: string;
    /** Words that must stand in the user's name; empty: every user. */
    term: string;
    /** Id of the last row of the page before; empty for the first page. */
    afterId: string;
    first: number;
}

/** Variables of {@link MANAGED_ROWS_QUERY}. */
export function managedRowsVariables({
    managedLinkId,
    term,
    afterId,
    first
}: ManagedRowsRequest): Record<string, unknown> {
    const where = [
        { ManagedLink__c: { eq: managedLinkId } },
        ...searchFilters(term, ['User__r.Name']),
        ...(afterId === '' ? [] : [{ Id: { gt: afterId } }])
    ];
    return { where: allOf(where), first };
}

/** Turns the answer to {@link MANAGED_ROWS_QUERY} into rows as they stand at `now`. */
export function toManagedRows(data: ManagedRowsData, now: Date): ManagedRow[] {
    return data.uiapi.query.ManagedLinkUser__c.edges.flatMap(({ node }) => {
        const { Id, User__r, BookingLink__r, Error__c, RemovedAt__c } = node;
        // Users are never deleted; who may not be read cannot be helped from here.
        if (!User__r) return [];
        return [
            {
                id: Id,
                user: toManagedUser(User__r),
                isRemoved: RemovedAt__c.value !== null,
                error: Error__c.value ?? '',
                link: BookingLink__r ? toUserLink(BookingLink__r, now) : undefined
            }
        ];
    });
}

/** A user to make a link for. */
export function toManagedUser({ Id, Name, FirstName, LastName, Username }: ManagedUserNode): ManagedUser {
    return {
        id: Id,
        name: Name.value ?? '',
        firstName: FirstName.value ?? '',
        lastName: LastName.value ?? '',
        username: Username.value ?? ''
    };
}

function toUserLink(node: LinkNode, now: Date): ManagedUserLink {
    const draft = toLinkDraft(node);
    const expiries = [node.ExpiresAt__c.value, node.MeetingType__r?.ExpiresAt__c.value];
    const isExpired = expiries.some((expiry) => !!expiry && Date.parse(expiry) <= now.getTime());
    const isOn = draft.isActive && node.MeetingType__r?.IsActive__c.value === true;
    return { ...draft, url: node.Url__c.value ?? '', isExpired, isBookable: isOn && !isExpired };
}
