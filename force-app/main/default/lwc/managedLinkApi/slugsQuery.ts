import { gql } from 'lightning/graphql';

/** More than this no request asks for. */
export const MAX_SLUGS = 200;

/** What {@link SLUGS_QUERY} answers. */
export interface SlugsData {
    uiapi: { query: { BookingLink__c: { edges: { node: { Slug__c: { value: string | null } } }[] } } };
}

/** Which of some addresses are taken, as far as the running user may see; an admin sees all. */
export const SLUGS_QUERY = gql`
    query TakenSlugs($where: BookingLink__c_Filter, $first: Int) {
        uiapi {
            query {
                BookingLink__c(where: $where, first: $first) {
                    edges {
                        node {
                            Slug__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Variables of {@link SLUGS_QUERY} for up to {@link MAX_SLUGS} addresses. */
export function slugsVariables(slugs: readonly string[]): Record<string, unknown> {
    return { where: { Slug__c: { in: slugs.slice(0, MAX_SLUGS) } }, first: MAX_SLUGS };
}

/** The addresses that are taken. */
export function toTakenSlugs(data: SlugsData): Set<string> {
    return new Set(data.uiapi.query.BookingLink__c.edges.map(({ node }) => node.Slug__c.value ?? ''));
}
