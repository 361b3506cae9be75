import { gql } from 'lightning/graphql';
import type { ListedLink, SingleUsePolicy } from 'types/links';

interface Field<T> {
    value: T | null;
}

interface MeetingTypeNode {
    Title__c: Field<string>;
    DurationMinutes__c: Field<number>;
    IsActive__c: Field<boolean>;
    ExpiresAt__c: Field<string>;
    SingleUsePolicy__c: Field<SingleUsePolicy>;
}

interface LinkHostNode {
    Id: string;
    User__c: Field<string>;
    User__r: { Name: Field<string> } | null;
    HostPool__r: { Name: Field<string> } | null;
}

interface BookingLinkNode {
    Id: string;
    Name: Field<string>;
    Slug__c: Field<string>;
    Url__c: Field<string>;
    IsEmbeddable__c: Field<boolean>;
    Description__c: Field<string>;
    IsActive__c: Field<boolean>;
    IsInLibrary__c: Field<boolean>;
    ExpiresAt__c: Field<string>;
    CreatedDate: Field<string>;
    LinkType__c: Field<string>;
    OwnerId: Field<string>;
    Owner: { Name?: Field<string> } | null;
    MeetingType__r: MeetingTypeNode | null;
    LinkHosts__r: { edges: { node: LinkHostNode }[] } | null;
    SingleUseLinks__r: { totalCount: number } | null;
}

/** A page of links. */
export interface LinksPage {
    links: ListedLink[];
    hasNextPage: boolean;
}

/** What {@link MY_LINKS_QUERY} answers. */
export interface MyLinksData {
    uiapi: {
        query: { BookingLink__c: { edges: { node: BookingLinkNode }[]; pageInfo: { hasNextPage: boolean } } };
    };
}

/** A page of original links, active and not. */
export const MY_LINKS_QUERY = gql`
    query MyBookingLinks($where: BookingLink__c_Filter, $first: Int, $orderBy: BookingLink__c_OrderBy) {
        uiapi {
            query {
                BookingLink__c(where: $where, first: $first, orderBy: $orderBy) {
                    pageInfo {
                        hasNextPage
                    }
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Slug__c {
                                value
                            }
                            Url__c {
                                value
                            }
                            IsEmbeddable__c {
                                value
                            }
                            Description__c {
                                value
                            }
                            IsActive__c {
                                value
                            }
                            IsInLibrary__c {
                                value
                            }
                            ExpiresAt__c {
                                value
                            }
                            CreatedDate {
                                value
                            }
                            LinkType__c {
                                value
                            }
                            OwnerId {
                                value
                            }
                            Owner {
                                ... on User {
                                    Name {
                                        value
                                    }
                                }
                            }
                            MeetingType__r {
                                Title__c {
                                    value
                                }
                                DurationMinutes__c {
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
                            LinkHosts__r(first: 20, orderBy: { Position__c: { order: ASC } }) {
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
                                        HostPool__r {
                                            Name {
                                                value
                                            }
                                        }
                                    }
                                }
                            }
                            SingleUseLinks__r(
                                first: 1
                                where: { and: [{ UsedAt__c: { eq: null } }, { RevokedAt__c: { eq: null } }] }
                            ) {
                                totalCount
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Turns the answer to {@link MY_LINKS_QUERY} into links as they stand at `now`. */
export function toBookingLinks(data: MyLinksData, now: Date): ListedLink[] {
    return data.uiapi.query.BookingLink__c.edges.map(({ node }) => toBookingLink(node, now));
}

/** Turns the answer to {@link MY_LINKS_QUERY} into a page of links as they stand at `now`. */
export function toLinksPage(data: MyLinksData, now: Date): LinksPage {
    return { links: toBookingLinks(data, now), hasNextPage: data.uiapi.query.BookingLink__c.pageInfo.hasNextPage };
}

function toBookingLink(node: BookingLinkNode, now: Date): ListedLink {
    const meetingType = node.MeetingType__r;
    const hosts = (node.LinkHosts__r?.edges ?? []).map((edge) => edge.node);
    return {
        id: node.Id,
        name: node.Name.value ?? '',
        slug: node.Slug__c.value ?? '',
        url: node.Url__c.value ?? '',
        description: node.Description__c.value ?? '',
        meetingTypeTitle: meetingType?.Title__c.value ?? '',
        durationMinutes: meetingType?.DurationMinutes__c.value ?? undefined,
        singleUsePolicy: meetingType?.SingleUsePolicy__c.value ?? 'Allowed',
        hostNames: hosts.flatMap(hostName),
        isActive: node.IsActive__c.value === true && meetingType?.IsActive__c.value === true,
        isExpired: [node.ExpiresAt__c.value, meetingType?.ExpiresAt__c.value].some((at) => isPast(at, now)),
        isInLibrary: node.IsInLibrary__c.value === true,
        unusedCount: node.SingleUseLinks__r?.totalCount ?? 0,
        expiresAt: node.ExpiresAt__c.value ?? '',
        createdAt: node.CreatedDate.value ?? '',
        isSwitchedOn: node.IsActive__c.value === true,
        isManaged: node.LinkType__c.value === 'Managed',
        ownerId: node.OwnerId.value ?? '',
        ownerName: node.Owner?.Name?.value ?? '',
        ownerHostId: hosts.find(({ User__c }) => User__c.value === node.OwnerId.value)?.Id ?? '',
        hostUserIds: hosts.flatMap(({ User__c }) => User__c.value ?? []),
        hasPool: hosts.some(({ HostPool__r }) => HostPool__r !== null),
        isEmbeddable: node.IsEmbeddable__c.value === true
    };
}

function hostName({ User__r, HostPool__r }: LinkHostNode): string[] {
    const name = User__r?.Name.value ?? HostPool__r?.Name.value;
    return name ? [name] : [];
}

function isPast(instant: string | null | undefined, now: Date): boolean {
    return typeof instant === 'string' && Date.parse(instant) <= now.getTime();
}
