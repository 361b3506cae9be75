import { gql } from 'lightning/graphql';
import type { HostPool, PoolMember } from 'types/hostPools';

interface Field<T> {
    value: T | null;
}

interface MemberNode {
    Id: string;
    User__c: Field<string>;
    User__r: { Name: Field<string> } | null;
    Weight__c: Field<number>;
    IsActive__c: Field<boolean>;
}

interface PoolNode {
    Id: string;
    Name: Field<string>;
    Description__c: Field<string>;
    IsActive__c: Field<boolean>;
    HostPoolMembers__r: { edges: { node: MemberNode }[] } | null;
}

/** What {@link POOLS_QUERY} answers. */
export interface PoolsData {
    uiapi: {
        query: {
            HostPool__c: { edges: { node: PoolNode }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
        };
    };
}

/** Pools by name with their members, page by page. */
export const POOLS_QUERY = gql`
    query HostPools($first: Int, $after: String) {
        uiapi {
            query {
                HostPool__c(first: $first, after: $after, orderBy: { Name: { order: ASC } }) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Description__c {
                                value
                            }
                            IsActive__c {
                                value
                            }
                            HostPoolMembers__r(first: 200, orderBy: { CreatedDate: { order: ASC } }) {
                                edges {
                                    node {
                                        Id
                                        User__c {
                                            value
                                        }
                                        User__r {
                                            Name {
                                                value
                                            }
                                        }
                                        Weight__c {
                                            value
                                        }
                                        IsActive__c {
                                            value
                                        }
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

/** Variables of {@link POOLS_QUERY}; `after` is where the page before ended. */
export function poolsVariables(first: number, after: string | null): Record<string, unknown> {
    return { first, after };
}

/** The pools of a page. */
export function toPools(data: PoolsData): HostPool[] {
    return data.uiapi.query.HostPool__c.edges.map(({ node }) => ({
        id: node.Id,
        name: node.Name.value ?? '',
        description: node.Description__c.value ?? '',
        isActive: node.IsActive__c.value === true,
        members: (node.HostPoolMembers__r?.edges ?? []).map((edge) => toMember(edge.node))
    }));
}

function toMember(node: MemberNode): PoolMember {
    return {
        id: node.Id,
        userId: node.User__c.value ?? '',
        name: node.User__r?.Name.value ?? '',
        weight: node.Weight__c.value ?? 1,
        isActive: node.IsActive__c.value === true
    };
}
