import { gql } from 'lightning/graphql';
import type { ExplainedHost } from 'types/explanations';

interface Field<T = string> {
    value: T | null;
}

interface HostNode {
    Id: string;
    Role__c: Field;
    User__r: { Name: Field; IsActive: Field<boolean> } | null;
    HostPool__r: { Id: string; Name: Field; IsActive__c: Field<boolean> } | null;
}

interface MemberNode {
    HostPool__c: Field;
    IsActive__c: Field<boolean>;
    User__r: { IsActive: Field<boolean> } | null;
}

/** What {@link HOSTS_QUERY} answers. */
export interface HostsData {
    uiapi: { query: { LinkHost__c: { edges: { node: HostNode }[] } } };
}

/** What {@link MEMBERS_QUERY} answers. */
export interface MembersData {
    uiapi: { query: { HostPoolMember__c: { edges: { node: MemberNode }[] } } };
}

const MAX_HOSTS = 100;
const MAX_MEMBERS = 200;

/** Who is met through a link. */
export const HOSTS_QUERY = gql`
    query LinkHosts($where: LinkHost__c_Filter, $first: Int) {
        uiapi {
            query {
                LinkHost__c(where: $where, first: $first, orderBy: { Position__c: { order: ASC } }) {
                    edges {
                        node {
                            Id
                            Role__c {
                                value
                            }
                            User__r {
                                Name {
                                    value
                                }
                                IsActive {
                                    value
                                }
                            }
                            HostPool__r {
                                Id
                                Name {
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
        }
    }
`;

/** Active members of pools. */
export const MEMBERS_QUERY = gql`
    query PoolMembers($where: HostPoolMember__c_Filter, $first: Int) {
        uiapi {
            query {
                HostPoolMember__c(where: $where, first: $first) {
                    edges {
                        node {
                            HostPool__c {
                                value
                            }
                            IsActive__c {
                                value
                            }
                            User__r {
                                IsActive {
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

/** Variables of {@link HOSTS_QUERY}. */
export function hostsVariables(bookingLinkId: string): Record<string, unknown> {
    return { where: { BookingLink__c: { eq: bookingLinkId } }, first: MAX_HOSTS };
}

/** Variables of {@link MEMBERS_QUERY}. */
export function membersVariables(poolIds: readonly string[]): Record<string, unknown> {
    return { where: { and: [{ HostPool__c: { in: poolIds } }, { IsActive__c: { eq: true } }] }, first: MAX_MEMBERS };
}

/** The pools among the hosts: whether they can be met depends on their members. */
export function poolIdsOf(data: HostsData): string[] {
    return nodesOf(data).flatMap(({ HostPool__r }) => HostPool__r?.Id ?? []);
}

/** Who is met; pools count as gone until their members are known, unless there is no pool. */
export function toExplainedHosts(data: HostsData, members: MembersData | undefined): ExplainedHost[] {
    const staffed = new Set(
        (members?.uiapi.query.HostPoolMember__c.edges ?? [])
            .filter(({ node }) => node.User__r?.IsActive.value === true)
            .map(({ node }) => node.HostPool__c.value)
    );
    return nodesOf(data).map(({ Id, Role__c, User__r, HostPool__r }) => {
        if (Role__c.value === 'Pool') {
            const isThere = HostPool__r?.IsActive__c.value === true && staffed.has(HostPool__r.Id);
            return { id: Id, name: HostPool__r?.Name.value ?? '', kind: 'pool', isThere };
        }
        const kind = Role__c.value === 'Required Host' ? 'required' : 'attendee';
        return { id: Id, name: User__r?.Name.value ?? '', kind, isThere: User__r?.IsActive.value === true };
    });
}

function nodesOf(data: HostsData): HostNode[] {
    return data.uiapi.query.LinkHost__c.edges.map(({ node }) => node);
}
