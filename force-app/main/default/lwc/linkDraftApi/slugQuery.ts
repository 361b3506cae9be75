import { gql } from 'lightning/graphql';

/** What {@link SLUG_QUERY} answers. */
export interface SlugData {
    uiapi: { query: { BookingLink__c: { edges: { node: { Id: string } }[] } } };
}

/** The link that has a slug, as far as the running user may see it; the unique field has the last word on saving. */
export const SLUG_QUERY = gql`
    query SlugOwner($where: BookingLink__c_Filter) {
        uiapi {
            query {
                BookingLink__c(where: $where, first: 1) {
                    edges {
                        node {
                            Id
                        }
                    }
                }
            }
        }
    }
`;

/** Variables of {@link SLUG_QUERY}. */
export function slugVariables(slug: string): Record<string, unknown> {
    return { where: { Slug__c: { eq: slug } } };
}

/** Id of the link that has the slug, if any. */
export function toSlugOwner(data: SlugData): string | undefined {
    return data.uiapi.query.BookingLink__c.edges[0]?.node.Id;
}
