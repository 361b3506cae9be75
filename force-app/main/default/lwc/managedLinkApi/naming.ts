import { MAX_SLUG_LENGTH, isSlug, suggestSlug } from 'c/linkDraftApi';
import type { ManagedLinkDraft, ManagedUser } from 'types/managedLinks';

/** As `BookingLink__c.Name` holds. */
const MAX_NAME_LENGTH = 80;
const PLACE = /\{(\w+)\}/g;

const PLACES: Record<string, (user: ManagedUser) => string> = {
    firstName: ({ firstName }) => firstName,
    lastName: ({ lastName }) => lastName,
    // What stands before the @ says who somebody is.
    username: ({ username }) => username.split('@')[0] ?? ''
};

/** Places in a pattern that stand for nothing we know: `{nickname}`. */
export function unknownPlaces(pattern: string): string[] {
    return [...pattern.matchAll(PLACE)].flatMap(([place, name = '']) => (Object.hasOwn(PLACES, name) ? [] : [place]));
}

/** The name of a user's link. */
export function linkName({ name, namePattern }: ManagedLinkDraft, user: ManagedUser): string {
    return fill(namePattern === '' ? name : namePattern, user)
        .trim()
        .slice(0, MAX_NAME_LENGTH);
}

/** The address of a user's link, if nobody has it; empty when the pattern leaves nothing of it. */
export function linkSlug({ slugPattern }: ManagedLinkDraft, user: ManagedUser): string {
    return suggestSlug(fill(slugPattern, user));
}

/** Another address for the same user, for the try with this number, from 2 on. */
export function otherSlug(slug: string, number: number): string {
    const ending = `-${number}`;
    return slug.slice(0, MAX_SLUG_LENGTH - ending.length).replace(/-$/, '') + ending;
}

/** The address of each user by their id: the first one that is neither `taken` nor another user's. */
export function linkSlugs(
    draft: ManagedLinkDraft,
    users: readonly ManagedUser[],
    taken: ReadonlySet<string>
): Map<string, string> {
    const used = new Set(taken);
    const slugs = new Map<string, string>();
    for (const user of users) {
        const slug = linkSlug(draft, user);
        let free = slug;
        for (let number = 2; used.has(free) && isSlug(slug); number += 1) free = otherSlug(slug, number);
        used.add(free);
        slugs.set(user.id, free);
    }
    return slugs;
}

function fill(pattern: string, user: ManagedUser): string {
    return pattern.replace(PLACE, (place, name: string) => PLACES[name]?.(user) ?? place);
}
