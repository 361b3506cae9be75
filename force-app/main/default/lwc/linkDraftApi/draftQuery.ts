import { gql } from 'lightning/graphql';
import type { DraftHost, HostRole, LinkDraft } from 'types/links';
import { toMeetingType, type MeetingTypeNode } from './meetingTypesQuery';

interface Field<T> {
    value: T | null;
}

type Named = { Id: string; Name: Field<string> } | null;

interface HostNode {
    Id: string;
    Role__c: Field<HostRole>;
    User__r: Named;
    HostPool__r: Named;
}

/** A link as {@link DRAFT_QUERY} answers it. */
export interface DraftNode {
    Id: string;
    Name: Field<string>;
    Slug__c: Field<string>;
    Description__c: Field<string>;
    ExpiresAt__c: Field<string>;
    IsInLibrary__c: Field<boolean>;
    IsActive__c: Field<boolean>;
    MeetingType__r: MeetingTypeNode | null;
    LinkHosts__r: { edges: { node: HostNode }[] } | null;
}

/** What {@link DRAFT_QUERY} answers. */
export interface DraftData {
    uiapi: { query: { BookingLink__c: { edges: { node: DraftNode }[] } } };
}

/** One link with everything the wizard edits. */
export const DRAFT_QUERY = gql`
    query LinkDraft($where: BookingLink__c_Filter) {
        uiapi {
            query {
                BookingLink__c(where: $where, first: 1) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Slug__c {
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
                            }
                            LinkHosts__r(first: 100, orderBy: { Position__c: { order: ASC } }) {
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
`;

/** Variables of {@link DRAFT_QUERY}. */
export function draftVariables(linkId: string): Record<string, unknown> {
    return { where: { Id: { eq: linkId } } };
}

/** The link as a draft; undefined when it is gone or hidden. */
export function toDraft(data: DraftData): LinkDraft | undefined {
    const node = data.uiapi.query.BookingLink__c.edges[0]?.node;
    return node && toLinkDraft(node);
}

/** A link as a draft. */
export function toLinkDraft(node: DraftNode): LinkDraft & { id: string } {
    return {
        id: node.Id,
        meetingType: node.MeetingType__r ? toMeetingType(node.MeetingType__r) : undefined,
        hosts: (node.LinkHosts__r?.edges ?? []).flatMap((edge) => toHost(edge.node)),
        name: node.Name.value ?? '',
        slug: node.Slug__c.value ?? '',
        description: node.Description__c.value ?? '',
        expiresAt: node.ExpiresAt__c.value ?? '',
        isInLibrary: node.IsInLibrary__c.value === true,
        isActive: node.IsActive__c.value === true
    };
}

function toHost({ Id, Role__c, User__r, HostPool__r }: HostNode): DraftHost[] {
    const who = User__r ?? HostPool__r;
    // The user of a row may have been deleted since; such a row says nothing any more.
    if (!who || !Role__c.value) return [];
    return [{ role: Role__c.value, id: who.Id, name: who.Name.value ?? '', rowId: Id }];
}
