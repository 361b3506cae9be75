import { gql } from 'lightning/graphql';
import { allOf } from 'c/searchFilter';

/** More than this no request asks for. */
const MAX_ROWS = 200;

/** A single-use link that can be revoked, by the number that people know it by. */
export interface RevocableLink {
    id: string;
    number: string;
}

/** What {@link REVOCABLE_LINKS_QUERY} answers. */
export interface RevocableLinksData {
    uiapi: {
        query: {
            SingleUseLink__c: {
                totalCount: number;
                pageInfo: { hasNextPage: boolean };
                edges: { node: { Id: string; Name: { value: string | null } } }[];
            };
        };
    };
}

/** A page of the unused single-use versions of many links, and how many follow it, itself included. */
export const REVOCABLE_LINKS_QUERY = gql`
    query RevocableLinks($where: SingleUseLink__c_Filter, $first: Int) {
        uiapi {
            query {
                SingleUseLink__c(where: $where, first: $first, orderBy: { Id: { order: ASC } }) {
                    totalCount
                    pageInfo {
                        hasNextPage
                    }
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

/** Variables of {@link REVOCABLE_LINKS_QUERY}; `afterId` is the last row of the page before, empty for the first. */
export function revocableLinksVariables(linkIds: readonly string[], afterId: string): Record<string, unknown> {
    const unused = [
        { BookingLink__c: { in: linkIds } },
        { UsedAt__c: { eq: null } },
        { RevokedAt__c: { eq: null } },
        ...(afterId === '' ? [] : [{ Id: { gt: afterId } }])
    ];
    return { where: allOf(unused), first: MAX_ROWS };
}

/** Turns the answer to {@link REVOCABLE_LINKS_QUERY} into links, with how many there are from this page on. */
export function toRevocableLinks(data: RevocableLinksData): {
    links: RevocableLink[];
    count: number;
    hasNextPage: boolean;
} {
    const { edges, totalCount, pageInfo } = data.uiapi.query.SingleUseLink__c;
    const links = edges.map(({ node }) => ({ id: node.Id, number: node.Name.value ?? '' }));
    return { links, count: totalCount, hasNextPage: pageInfo.hasNextPage };
}
