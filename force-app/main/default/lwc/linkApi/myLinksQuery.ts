import { gql } from 'lightning/graphql';
import type { ListedLink, SingleUsePolicy } from 'types/links';

/** More links than any rep makes; UI API returns ten unless told otherwise. */
const MAX_LINKS = 1000;

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
    User__r: { Name: Field<string> } | null;
    HostPool__r: { Name: Field<string> } | null;
}

interface BookingLinkNode {
    Id: string;
    Name: Field<string>;
    Slug__c: Field<string>;
    Url__c: Field<string>;
    Description__c: Field<string>;
    IsActive__c: Field<boolean>;
    IsInLibrary__c: Field<boolean>;
    ExpiresAt__c: Field<string>;
    LinkType__c: Field<string>;
    Owner: { Name?: Field<string> } | null;
    MeetingType__r: MeetingTypeNode | null;
    LinkHosts__r: { edges: { node: LinkHostNode }[] } | null;
    SingleUseLinks__r: { totalCount: number } | null;
}

/** What {@link MY_LINKS_QUERY} answers. */
export interface MyLinksData {
    uiapi: { query: { BookingLink__c: { edges: { node: BookingLinkNode }[] } } };
}

/** Original links, active and not, by name. */
export const MY_LINKS_QUERY = gql`
    query MyBookingLinks($where: BookingLink__c_Filter, $first: Int) {
        uiapi {
            query {
                BookingLink__c(where: $where, first: $first, orderBy: { Name: { order: ASC } }) {
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
                            LinkType__c {
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

/** Variables of {@link MY_LINKS_QUERY}: the links that `ownerId` owns. */
export function myLinksVariables(ownerId: string): Record<string, unknown> {
    return { where: { OwnerId: { eq: ownerId } }, first: MAX_LINKS };
}

/** Variables of {@link MY_LINKS_QUERY}: one link. */
export function linkVariables(linkId: string): Record<string, unknown> {
    return { where: { Id: { eq: linkId } }, first: 1 };
}

/** Variables of {@link MY_LINKS_QUERY}: the links that others than `userId` have shared. */
export function libraryVariables(userId: string): Record<string, unknown> {
    return { where: { and: [{ IsInLibrary__c: { eq: true } }, { OwnerId: { ne: userId } }] }, first: MAX_LINKS };
}

/** Variables of {@link MY_LINKS_QUERY}: what `userId` can share: own links, and those that others have shared. */
export function calendarVariables(userId: string): Record<string, unknown> {
    return { where: { or: [{ OwnerId: { eq: userId } }, { IsInLibrary__c: { eq: true } }] }, first: MAX_LINKS };
}

/** Turns the answer to {@link MY_LINKS_QUERY} into links as they stand at `now`. */
export function toBookingLinks(data: MyLinksData, now: Date): ListedLink[] {
    return data.uiapi.query.BookingLink__c.edges.map(({ node }) => toBookingLink(node, now));
}

function toBookingLink(node: BookingLinkNode, now: Date): ListedLink {
    const meetingType = node.MeetingType__r;
    return {
        id: node.Id,
        name: node.Name.value ?? '',
        slug: node.Slug__c.value ?? '',
        url: node.Url__c.value ?? '',
        description: node.Description__c.value ?? '',
        meetingTypeTitle: meetingType?.Title__c.value ?? '',
        durationMinutes: meetingType?.DurationMinutes__c.value ?? undefined,
        singleUsePolicy: meetingType?.SingleUsePolicy__c.value ?? 'Allowed',
        hostNames: (node.LinkHosts__r?.edges ?? []).flatMap((edge) => hostName(edge.node)),
        isActive: node.IsActive__c.value === true && meetingType?.IsActive__c.value === true,
        isExpired: [node.ExpiresAt__c.value, meetingType?.ExpiresAt__c.value].some((at) => isPast(at, now)),
        isInLibrary: node.IsInLibrary__c.value === true,
        unusedCount: node.SingleUseLinks__r?.totalCount ?? 0,
        isSwitchedOn: node.IsActive__c.value === true,
        isManaged: node.LinkType__c.value === 'Managed',
        ownerName: node.Owner?.Name?.value ?? '',
        hasPool: (node.LinkHosts__r?.edges ?? []).some((edge) => edge.node.HostPool__r !== null)
    };
}

function hostName({ User__r, HostPool__r }: LinkHostNode): string[] {
    const name = User__r?.Name.value ?? HostPool__r?.Name.value;
    return name ? [name] : [];
}

function isPast(instant: string | null | undefined, now: Date): boolean {
    return typeof instant === 'string' && Date.parse(instant) <= now.getTime();
}
