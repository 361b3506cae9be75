import { gql } from 'lightning/graphql';
import { allOf, searchFilters } from 'c/searchFilter';
import type { ManagedUser } from 'types/managedLinks';
import { toManagedUser, type ManagedUserNode } from './managedRowsQuery';

/** A longer term finds fewer. */
const FEW = 10;
/** More than this no request asks for. */
const MAX_MEMBERS = 200;

interface Named {
    Id: string;
    Name: { value: string | null };
}

interface Connection<N> {
    edges: { node: N }[];
}

/** Something with a name to choose. */
export interface Choice {
    id: string;
    name: string;
}

/** What {@link CANDIDATES_QUERY} answers. */
export interface CandidatesData {
    uiapi: { query: { User: Connection<ManagedUserNode>; Group: Connection<Named> } };
}

/** People and public groups whose names hold words. */
export const CANDIDATES_QUERY = gql`
    query ManagedLinkCandidates($users: User_Filter, $groups: Group_Filter, $first: Int) {
        uiapi {
            query {
                User(where: $users, first: $first, orderBy: { Name: { order: ASC } }) {
                    edges {
                        node {
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
                    }
                }
                Group(where: $groups, first: $first, orderBy: { Name: { order: ASC } }) {
                    edges {
                        node {
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
`;

/** Variables of {@link CANDIDATES_QUERY}. */
export function candidatesVariables(term: string): Record<string, unknown> {
    const words = searchFilters(term, ['Name']);
    return {
        users: allOf([{ IsActive: { eq: true } }, ...words]),
        groups: allOf([{ Type: { eq: 'Regular' } }, ...words]),
        first: FEW
    };
}

/** Turns the answer to {@link CANDIDATES_QUERY} into people and groups. */
export function toCandidates({ uiapi: { query } }: CandidatesData): { users: ManagedUser[]; groups: Choice[] } {
    return {
        users: query.User.edges.map(({ node }) => toManagedUser(node)),
        groups: query.Group.edges.map(({ node }) => toChoice(node))
    };
}

type MemberNode = { Id: string; UserOrGroup: (ManagedUserNode & { IsActive?: { value: boolean | null } }) | null };

/** What {@link MEMBERS_QUERY} answers. */
export interface MembersData {
    uiapi: { query: { GroupMember: Connection<MemberNode> & { pageInfo: { hasNextPage: boolean } } } };
}

/** A page of the members of public groups: people, and groups in groups. */
export const MEMBERS_QUERY = gql`
    query PublicGroupMembers($where: GroupMember_Filter, $first: Int) {
        uiapi {
            query {
                GroupMember(where: $where, first: $first, orderBy: { Id: { order: ASC } }) {
                    pageInfo {
                        hasNextPage
                    }
                    edges {
                        node {
                            Id
                            UserOrGroup {
                                ... on User {
                                    Id
                                    IsActive {
                                        value
                                    }
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
                                ... on Group {
                                    Id
                                }
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Variables of {@link MEMBERS_QUERY}; `afterId` is the last row of the page before, empty for the first page. */
export function membersVariables(groupId: string, afterId: string): Record<string, unknown> {
    const page = afterId === '' ? [] : [{ Id: { gt: afterId } }];
    return { where: allOf([{ GroupId: { eq: groupId } }, ...page]), first: MAX_MEMBERS };
}

/** A page of members. */
export interface MembersPage {
    /** People who can sign in. */
    users: ManagedUser[];
    /** Groups inside, whose members belong too. */
    groupIds: string[];
    /** Id of the last row; empty on the last page. */
    nextAfterId: string;
}

/** Turns the answer to {@link MEMBERS_QUERY} into members. */
export function toMembers(data: MembersData): MembersPage {
    const { edges, pageInfo } = data.uiapi.query.GroupMember;
    const members = edges.flatMap(({ node }) => node.UserOrGroup ?? []);
    return {
        users: members.filter(({ IsActive }) => IsActive?.value === true).map((member) => toManagedUser(member)),
        groupIds: members.filter(({ IsActive }) => IsActive === undefined).map(({ Id }) => Id),
        nextAfterId: pageInfo.hasNextPage ? (edges.at(-1)?.node.Id ?? '') : ''
    };
}

/** What {@link POOLS_QUERY} answers. */
export interface PoolsData {
    uiapi: { query: { HostPool__c: Connection<Named> } };
}

/** Pools that are switched on, by name. */
export const POOLS_QUERY = gql`
    query ActivePools {
        uiapi {
            query {
                HostPool__c(where: { IsActive__c: { eq: true } }, first: 200, orderBy: { Name: { order: ASC } }) {
                    edges {
                        node {
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
`;

/** Turns the answer to {@link POOLS_QUERY} into pools. */
export function toPools(data: PoolsData): Choice[] {
    return data.uiapi.query.HostPool__c.edges.map(({ node }) => toChoice(node));
}

function toChoice({ Id, Name }: Named): Choice {
    return { id: Id, name: Name.value ?? '' };
}
