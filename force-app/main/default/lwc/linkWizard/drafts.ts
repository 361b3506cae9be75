import type { LinkDraft } from 'types/links';

/** As `BookingLink__c.Name` and `Slug__c` hold. */
const MAX_NAME_LENGTH = 80;
const MAX_SLUG_LENGTH = 60;
const COPY_ENDING = '-copy';

/** A draft of a new link that is met by its maker. */
export function newDraft(user: { id: string; name: string } | undefined): LinkDraft {
    return {
        meetingType: undefined,
        hosts: user ? [{ role: 'Required Host', ...user }] : [],
        name: '',
        slug: '',
        description: '',
        expiresAt: '',
        isInLibrary: false,
        isActive: true
    };
}

/** A draft of a link like another, under this name and an address of its own. Not shared until somebody says so. */
export function copyOf({ meetingType, hosts, slug, description, expiresAt }: LinkDraft, name: string): LinkDraft {
    return {
        meetingType,
        description,
        expiresAt,
        hosts: hosts.map(({ role, id, name: hostName }) => ({ role, id, name: hostName })),
        name: name.slice(0, MAX_NAME_LENGTH),
        slug: slug.slice(0, MAX_SLUG_LENGTH - COPY_ENDING.length).replace(/-$/, '') + COPY_ENDING,
        isInLibrary: false,
        isActive: true
    };
}
