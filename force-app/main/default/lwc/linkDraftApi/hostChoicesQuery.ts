import { gql } from 'lightning/graphql';
import { allOf, searchFilters } from 'c/searchFilter';
import type { DraftHost } from 'types/links';

interface Node {
    Id: string;
    Name: { value: string | null };
}

interface Connection {
    edges: { node: Node }[];
}

/** What {@link HOST_CHOICES_QUERY} answers. */
export interface HostChoicesData {
    uiapi: { query: { User: Connection; HostPool__c: Connection } };
}

/** People and pools whose name holds a term; a few, since a longer term finds fewer. */
export const HOST_CHOICES_QUERY = gql`
    query HostChoices($users: User_Filter, $pools: HostPool__c_Filter) {
        uiapi {
            query {
                User(where: $users, first: 10, orderBy: { Name: { order: ASC } }) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                        }
                    }
                }
                HostPool__c(where: $pools, first: 10, orderBy: { Name: { order: ASC } }) {
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

/** Variables of {@link HOST_CHOICES_QUERY}. */
export function hostChoicesVariables(term: string): Record<string, unknown> {
    const words = searchFilters(term, ['Name']);
    return {
        users: allOf([{ IsActive: { eq: true } }, ...words]),
        pools: allOf([{ IsActive__c: { eq: true } }, ...words])
    };
}

/** Pools first: there are few of them. */
export function toHostChoices({ uiapi: { query } }: HostChoicesData): DraftHost[] {
    const hosts = ({ edges }: Connection, role: DraftHost['role']): DraftHost[] =>
        edges.map(({ node }) => ({ role, id: node.Id, name: node.Name.value ?? '' }));
    return [...hosts(query.HostPool__c, 'Pool'), ...hosts(query.User, 'Required Host')];
}
