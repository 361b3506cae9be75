import { gql } from 'lightning/graphql';
import type { UnusedLink } from 'types/links';

/** More unused versions than anybody goes through one by one; the rest appear as these are revoked. */
const MAX_UNUSED = 200;

interface Field {
    value: string | null;
    displayValue?: string | null;
}

type Named = { Name: Field } | null;

interface SingleUseLinkNode {
    Id: string;
    Name: Field;
    CreatedDate: Field;
    CopiedFrom__c: Field;
    RecipientEmail__c: Field;
    Status__c: Field;
    FirstOpenedAt__c: Field;
    Lead__r: Named;
    Contact__r: Named;
    Account__r: Named;
    Opportunity__r: Named;
    Case__r: { Subject: Field } | null;
}

/** What {@link UNUSED_LINKS_QUERY} answers. */
export interface UnusedLinksData {
    uiapi: { query: { SingleUseLink__c: { edges: { node: SingleUseLinkNode }[]; totalCount: number } } };
}

/** Single-use versions of a link that are neither used nor revoked, newest first. */
export const UNUSED_LINKS_QUERY = gql`
    query UnusedLinks($where: SingleUseLink__c_Filter, $first: Int) {
        uiapi {
            query {
                SingleUseLink__c(where: $where, first: $first, orderBy: { CreatedDate: { order: DESC } }) {
                    totalCount
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            CreatedDate {
                                value
                            }
                            CopiedFrom__c {
                                value
                                displayValue
                            }
                            RecipientEmail__c {
                                value
                            }
                            Status__c {
                                value
                            }
                            FirstOpenedAt__c {
                                value
                            }
                            Lead__r {
                                Name {
                                    value
                                }
                            }
                            Contact__r {
                                Name {
                                    value
                                }
                            }
                            Account__r {
                                Name {
                                    value
                                }
                            }
                            Opportunity__r {
                                Name {
                                    value
                                }
                            }
                            Case__r {
                                Subject {
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

/** Variables of {@link UNUSED_LINKS_QUERY} for the versions of one original. */
export function unusedLinksVariables(linkId: string): Record<string, unknown> {
    const where = {
        and: [{ BookingLink__c: { eq: linkId } }, { UsedAt__c: { eq: null } }, { RevokedAt__c: { eq: null } }]
    };
    return { where, first: MAX_UNUSED };
}

/** Variables of {@link UNUSED_LINKS_QUERY} for what the person of a record has and can still book with. */
export function unusedRecordLinksVariables(recordId: string, objectApiName: string): Record<string, unknown> {
    const where = { and: [{ [`${objectApiName}__c`]: { eq: recordId } }, { Status__c: { eq: 'Active' } }] };
    return { where, first: MAX_UNUSED };
}

/** Turns the answer to {@link UNUSED_LINKS_QUERY} into links. */
export function toUnusedLinks(data: UnusedLinksData): UnusedLink[] {
    return data.uiapi.query.SingleUseLink__c.edges.map(({ node }) => ({
        id: node.Id,
        number: node.Name.value ?? '',
        madeAt: node.CreatedDate.value ?? '',
        copiedFrom: node.CopiedFrom__c.displayValue ?? node.CopiedFrom__c.value ?? '',
        madeFor: nameOfWhom(node),
        status: node.Status__c.value ?? '',
        isOpened: node.FirstOpenedAt__c.value !== null
    }));
}

function nameOfWhom(node: SingleUseLinkNode): string {
    const records = [node.Lead__r, node.Contact__r, node.Opportunity__r, node.Account__r];
    const name = records.find((record) => record !== null)?.Name.value ?? node.Case__r?.Subject.value;
    return name ?? node.RecipientEmail__c.value ?? '';
}
