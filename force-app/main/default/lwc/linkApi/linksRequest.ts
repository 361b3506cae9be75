import type { SortDirection } from 'lightning/datatable';
import { keysetFilter, keysetOrder, type KeysetSort, type RowPosition } from 'c/keysetPaging';
import { allOf, searchFilters } from 'c/searchFilter';
import type { ListedLink } from 'types/links';

type Clause = Record<string, unknown>;

/** More than this no request asks for. */
export const MAX_ROWS = 200;

/** What links can be sorted by. */
export type LinkSortKey = 'name' | 'slug' | 'createdAt' | 'expiresAt';

export interface LinkSort {
    by: LinkSortKey;
    direction: SortDirection;
}

/** What links can be narrowed down to; Expired by the link's own expiry or its meeting type's. */
export type LinkState = 'Active' | 'Inactive' | 'Expired';

/** A page of links. */
export interface LinksRequest {
    /** All must hold. */
    filters: Clause[];
    /** Words that must stand in the link's name, address, description or meeting type; empty: any link. */
    term: string;
    /** Whether the words may stand in the owner's name as well. */
    isOwnerSearched: boolean;
    sort: LinkSort;
    /** Where the page before ended; undefined for the first page. */
    after: RowPosition | undefined;
    /** How many rows at most, up to {@link MAX_ROWS}. */
    first: number;
}

/** How links are sorted until somebody says otherwise. */
export const BY_NAME: LinkSort = { by: 'name', direction: 'asc' };

const SORTS: Record<LinkSortKey, Omit<KeysetSort, 'direction'>> = {
    name: { field: 'Name', isDateTime: false, isNullable: false },
    slug: { field: 'Slug__c', isDateTime: false, isNullable: false },
    createdAt: { field: 'CreatedDate', isDateTime: true, isNullable: false },
    expiresAt: { field: 'ExpiresAt__c', isDateTime: true, isNullable: true }
};
const SEARCHED = ['Name', 'Slug__c', 'Description__c', 'MeetingType__r.Title__c'];

/** Variables of `MY_LINKS_QUERY` for one page. */
export function linksVariables(request: LinksRequest): Record<string, unknown> {
    const { filters, term, isOwnerSearched, after, first } = request;
    const sort: KeysetSort = { ...SORTS[request.sort.by], direction: request.sort.direction };
    const paths = isOwnerSearched ? [...SEARCHED, 'Owner.User.Name'] : SEARCHED;
    const where = [...filters, ...searchFilters(term, paths), ...(after ? [keysetFilter(sort, after)] : [])];
    return { where: allOf(where), orderBy: keysetOrder(sort), first: Math.min(first, MAX_ROWS) };
}

/** Where a page ended whose last row is `link`. */
export function positionOf(link: ListedLink, { by }: LinkSort): RowPosition {
    return { id: link.id, value: link[by] === '' ? null : link[by] };
}

/** Variables of `MY_LINKS_QUERY`: one link. */
export function linkVariables(linkId: string): Record<string, unknown> {
    return { where: { Id: { eq: linkId } }, first: 1 };
}

/** The links that `ownerId` owns. */
export function ownFilter(ownerId: string): Clause {
    return { OwnerId: { eq: ownerId } };
}

/** The links that others than `userId` have shared. */
export function libraryFilter(userId: string): Clause {
    return { and: [{ IsInLibrary__c: { eq: true } }, { OwnerId: { ne: userId } }] };
}

/** What `userId` can share: own links, and those that others have shared. */
export function calendarFilter(userId: string): Clause {
    return { or: [ownFilter(userId), { IsInLibrary__c: { eq: true } }] };
}

/** Links that can be booked at `now`, as far as the link and its meeting type say. */
export function bookableFilters(now: Date): Clause[] {
    const isOn = { IsActive__c: { eq: true } };
    return [isOn, { MeetingType__r: isOn }, notExpired(now), { MeetingType__r: notExpired(now) }];
}

/** Links in a state at `now`. */
export function stateFilters(state: LinkState, now: Date): Clause[] {
    if (state === 'Active') return bookableFilters(now);
    if (state === 'Expired') return [{ or: [expired(now), { MeetingType__r: expired(now) }] }];
    const isOff = { IsActive__c: { eq: false } };
    return [{ or: [isOff, { MeetingType__r: isOff }] }];
}

function notExpired(now: Date): Clause {
    return { or: [{ ExpiresAt__c: { eq: null } }, { ExpiresAt__c: { gt: { value: now.toISOString() } } }] };
}

function expired(now: Date): Clause {
    return { ExpiresAt__c: { lte: { value: now.toISOString() } } };
}
