import { gql } from 'lightning/graphql';
import type { ExplainedLink, ExplainedRecord, LinkInput } from 'types/explanations';
import { originOf } from './originOf';

interface Field<T = string> {
    value: T | null;
    displayValue?: string | null;
}

interface Named {
    Id: string;
    Name: Field;
}

interface OriginalNode extends Named {
    Url__c: Field;
    IsActive__c: Field<boolean>;
    ExpiresAt__c: Field;
    MeetingType__r: {
        Title__c: Field;
        IsActive__c: Field<boolean>;
        ExpiresAt__c: Field;
        SingleUsePolicy__c: Field;
    } | null;
}

interface SingleUseNode extends Named {
    CreatedDate: Field;
    CreatedBy: { Name: Field | null } | null;
    RecipientEmail__c: Field;
    ExpiresAt__c: Field;
    RevokedAt__c: Field;
    UsedAt__c: Field;
    ClaimedByUid__c: Field;
    FirstOpenedAt__c: Field;
    FirstScannedAt__c: Field;
    BookingLink__r: OriginalNode | null;
    Replaces__r: Named | null;
    ReplacedBy__r: Children<Named> | null;
    Meetings__r: Children<Named> | null;
    Lead__r: Named | null;
    Contact__r: Named | null;
    Account__r: Named | null;
    Opportunity__r: Named | null;
    Case__r: { Subject: Field } | null;
}

interface Children<T> {
    edges: { node: T }[];
}

/** What {@link EXPLAIN_QUERY} answers. */
export interface ExplainData {
    uiapi: {
        query: {
            SingleUseLink__c: Children<SingleUseNode>;
            BookingLink__c: Children<OriginalNode>;
            anyLink: Children<{ Url__c: Field }>;
        };
    };
}

export const EXPLAIN_QUERY = gql`
    query ExplainLink($singleUse: SingleUseLink__c_Filter, $original: BookingLink__c_Filter) {
        uiapi {
            query {
                SingleUseLink__c(where: $singleUse, first: 1) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            CreatedDate {
                                value
                            }
                            CreatedBy {
                                Name {
                                    value
                                }
                            }
                            RecipientEmail__c {
                                value
                            }
                            ExpiresAt__c {
                                value
                            }
                            RevokedAt__c {
                                value
                            }
                            UsedAt__c {
                                value
                            }
                            ClaimedByUid__c {
                                value
                            }
                            FirstOpenedAt__c {
                                value
                            }
                            FirstScannedAt__c {
                                value
                            }
                            Replaces__r {
                                Id
                                Name {
                                    value
                                }
                            }
                            ReplacedBy__r(first: 1, orderBy: { CreatedDate: { order: DESC } }) {
                                edges {
                                    node {
                                        Id
                                        Name {
                                            value
                                        }
                                    }
                                }
                            }
                            Meetings__r(first: 1, orderBy: { BookedAt__c: { order: DESC } }) {
                                edges {
                                    node {
                                        Id
                                        Name {
                                            value
                                        }
                                    }
                                }
                            }
                            Lead__r {
                                Id
                                Name {
                                    value
                                }
                            }
                            Contact__r {
                                Id
                                Name {
                                    value
                                }
                            }
                            Account__r {
                                Id
                                Name {
                                    value
                                }
                            }
                            Opportunity__r {
                                Id
                                Name {
                                    value
                                }
                            }
                            Case__r {
                                Subject {
                                    value
                                }
                            }
                            BookingLink__r {
                                Id
                                Name {
                                    value
                                }
                                Url__c {
                                    value
                                }
                                IsActive__c {
                                    value
                                }
                                ExpiresAt__c {
                                    value
                                }
                                MeetingType__r {
                                    Title__c {
                                        value
                                    }
                                    IsActive__c {
                                        value
                                    }
                                    ExpiresAt__c {
                                        value
                                    }
                                    SingleUsePolicy__c {
                                        value
                                    }
                                }
                            }
                        }
                    }
                }
                BookingLink__c(where: $original, first: 1) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Url__c {
                                value
                            }
                            IsActive__c {
                                value
                            }
                            ExpiresAt__c {
                                value
                            }
                            MeetingType__r {
                                Title__c {
                                    value
                                }
                                IsActive__c {
                                    value
                                }
                                ExpiresAt__c {
                                    value
                                }
                                SingleUsePolicy__c {
                                    value
                                }
                            }
                        }
                    }
                }
                anyLink: BookingLink__c(first: 1) {
                    edges {
                        node {
                            Url__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Nothing fits this filter. */
const NONE = { Id: { eq: null } };

/** Variables of {@link EXPLAIN_QUERY}; undefined for what cannot be a link, so that nothing is asked. */
export function explainVariables(input: LinkInput): Record<string, unknown> | undefined {
    switch (input.kind) {
        case 'token':
            return { singleUse: { TokenHash__c: { eq: input.tokenHash } }, original: NONE };
        case 'number':
            return { singleUse: { Name: { eq: input.name } }, original: NONE };
        case 'id':
            return { singleUse: { Id: { eq: input.id } }, original: { Id: { eq: input.id } } };
        case 'slug':
            return { singleUse: NONE, original: { Slug__c: { eq: input.slug } } };
        default:
            return undefined;
    }
}

/** The link that was found; undefined when there is none that the running user may see. */
export function toExplainedLink(data: ExplainData): ExplainedLink | undefined {
    const { SingleUseLink__c, BookingLink__c } = data.uiapi.query;
    const singleUse = SingleUseLink__c.edges[0]?.node;
    if (singleUse) return { singleUse: toSingleUse(singleUse), original: toOriginal(singleUse.BookingLink__r) };
    const original = toOriginal(BookingLink__c.edges[0]?.node ?? null);
    return original && { singleUse: undefined, original };
}

/** Where the service of this org is, as far as the running user sees any link. */
export function serviceOriginOf(data: ExplainData): string | undefined {
    return originOf(data.uiapi.query.anyLink.edges[0]?.node.Url__c.value ?? '');
}

function toSingleUse(node: SingleUseNode): NonNullable<ExplainedLink['singleUse']> {
    const meeting = node.Meetings__r?.edges[0]?.node;
    const replacedBy = node.ReplacedBy__r?.edges[0]?.node;
    return {
        record: toRecord('SingleUseLink__c', node),
        madeAt: node.CreatedDate.value,
        madeBy: node.CreatedBy?.Name?.value ?? '',
        madeFor: madeForOf(node),
        expiresAt: node.ExpiresAt__c.value,
        revokedAt: node.RevokedAt__c.value,
        usedAt: node.UsedAt__c.value,
        claimedByUid: node.ClaimedByUid__c.value,
        openedAt: node.FirstOpenedAt__c.value,
        scannedAt: node.FirstScannedAt__c.value,
        meeting: meeting && toRecord('Meeting__c', meeting),
        replaces: node.Replaces__r ? toRecord('SingleUseLink__c', node.Replaces__r) : undefined,
        replacedBy: replacedBy && toRecord('SingleUseLink__c', replacedBy)
    };
}

function madeForOf(node: SingleUseNode): string {
    const records = [node.Lead__r, node.Contact__r, node.Opportunity__r, node.Account__r];
    const name = records.find((record) => record !== null)?.Name.value ?? node.Case__r?.Subject.value;
    return name ?? node.RecipientEmail__c.value ?? '';
}

function toOriginal(node: OriginalNode | null): ExplainedLink['original'] {
    if (!node) return undefined;
    const type = node.MeetingType__r;
    return {
        record: toRecord('BookingLink__c', node),
        url: node.Url__c.value ?? '',
        isActive: node.IsActive__c.value === true,
        expiresAt: node.ExpiresAt__c.value,
        meetingType: type
            ? {
                  title: type.Title__c.value ?? '',
                  isActive: type.IsActive__c.value === true,
                  expiresAt: type.ExpiresAt__c.value,
                  requiresSingleUse: type.SingleUsePolicy__c.value === 'Required'
              }
            : undefined
    };
}

function toRecord(objectApiName: string, { Id, Name }: Named): ExplainedRecord {
    return { id: Id, name: Name.value ?? Id, objectApiName };
}
