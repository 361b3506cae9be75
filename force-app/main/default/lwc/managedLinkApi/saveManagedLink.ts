import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import MANAGED_LINK from '@salesforce/schema/ManagedLink__c';
import MANAGED_LINK_USER from '@salesforce/schema/ManagedLinkUser__c';
import { setLinkActive } from 'c/linkApi';
import { SaveError, saveDraft, slugErrorIn } from 'c/linkDraftApi';
import { reduceErrors } from 'c/ldsUtils';
import type { LinkDraft } from 'types/links';
import type { ManagedLinkDraft, ManagedRow, ManagedUser } from 'types/managedLinks';
import { linkName, linkSlug, otherSlug } from './naming';

/** As `ManagedLinkUser__c.Error__c` holds. */
const MAX_ERROR_LENGTH = 255;
/** So many people of one name in one company are somebody's mistake. */
const MAX_SLUG_TRIES = 20;

/** A managed link that is saved. */
export type SavedManagedLink = ManagedLinkDraft & { id: string };

/** Saves what the links have in common; the links themselves follow by {@link followManagedLink}. @throws FetchError */
export async function saveManagedLink(draft: ManagedLinkDraft): Promise<SavedManagedLink> {
    const fields = {
        Name: draft.name,
        NamePattern__c: draft.namePattern,
        SlugPattern__c: draft.slugPattern,
        MeetingType__c: draft.meetingType?.id,
        HostPool__c: draft.pool?.id ?? null,
        ExpiresAt__c: draft.expiresAt === '' ? null : draft.expiresAt,
        IsInLibrary__c: draft.isInLibrary,
        IsActive__c: draft.isActive,
        PublicGroupId__c: draft.groupId
    };
    if (draft.id !== undefined) {
        await updateRecord({ fields: { Id: draft.id, ...fields } });
        return { ...draft, id: draft.id };
    }
    const { id } = await createRecord({ apiName: MANAGED_LINK.objectApiName, fields });
    return { ...draft, id };
}

/** Puts a user on a managed link. @throws FetchError */
export async function addUser({ id: managedLinkId }: SavedManagedLink, user: ManagedUser): Promise<ManagedRow> {
    const fields = { ManagedLink__c: managedLinkId, User__c: user.id };
    const { id } = await createRecord({ apiName: MANAGED_LINK_USER.objectApiName, fields });
    return { id, user, isRemoved: false, error: '', link: undefined };
}

/** Takes a user off a managed link or puts them back; their link follows. @throws FetchError */
export async function setUserRemoved(row: ManagedRow, isRemoved: boolean, now: Date): Promise<ManagedRow> {
    await updateRecord({ fields: { Id: row.id, RemovedAt__c: isRemoved ? now.toISOString() : null } });
    return { ...row, isRemoved };
}

/**
 * Brings a user's link to what the managed link says: makes it, changes it, switches it on or off, or does nothing
 * where it is right already. Nothing half-made remains, and the user's row says why when it fails.
 * @returns the id of the link; undefined when there is none and none is wanted
 * @throws the platform's error
 */
export async function followManagedLink(managed: SavedManagedLink, row: ManagedRow): Promise<string | undefined> {
    const { link } = row;
    if (row.isRemoved) {
        if (link?.isActive) await setLinkActive(link.id, false);
        return link?.id;
    }
    try {
        if (link === undefined) return await makeLink(managed, row);
        if (!isSame(wantedLink(managed, row), link)) await saveDraft(wantedLink(managed, row), link);
    } catch (error) {
        const cause = error instanceof SaveError ? error.cause : error;
        await note(row, reduceErrors(cause).join(' '));
        throw cause;
    }
    if (row.error !== '') await note(row, '');
    return link.id;
}

/** Removes a user from a managed link together with their link, if nobody has used it yet. @throws FetchError */
export async function takeBackUser(rowId: string, linkId: string | undefined): Promise<void> {
    await deleteRecord(rowId);
    if (linkId !== undefined) await deleteRecord(linkId);
}

/** Removes a managed link that has no users any more. @throws FetchError */
export async function takeBackManagedLink({ id }: SavedManagedLink): Promise<void> {
    await deleteRecord(id);
}

async function makeLink(managed: SavedManagedLink, row: ManagedRow): Promise<string> {
    const id = await saveUnderFreeSlug(wantedLink(managed, row));
    try {
        await updateRecord({ fields: { Id: row.id, BookingLink__c: id, Error__c: null } });
    } catch (error) {
        await deleteRecord(id);
        throw error;
    }
    return id;
}

/** Whoever was faster may have the address by now, and sharing may hide their link: the unique field decides. */
async function saveUnderFreeSlug(draft: LinkDraft): Promise<string> {
    for (let number = 1; ; number += 1) {
        const slug = number === 1 ? draft.slug : otherSlug(draft.slug, number);
        try {
            // eslint-disable-next-line no-await-in-loop -- The next address is tried only when this one is taken.
            return await saveDraft({ ...draft, slug });
        } catch (error) {
            const isTaken = error instanceof SaveError && slugErrorIn(error.cause) !== '';
            if (!isTaken || error.leftOver || number === MAX_SLUG_TRIES) throw error;
        }
    }
}

function wantedLink(managed: SavedManagedLink, { user, link }: ManagedRow): LinkDraft {
    const { meetingType, pool, expiresAt, isInLibrary, isActive } = managed;
    return {
        ...(link && { id: link.id }),
        meetingType,
        hosts: [
            { role: 'Required Host', id: user.id, name: user.name },
            ...(pool ? [{ role: 'Pool' as const, ...pool }] : [])
        ],
        name: linkName(managed, user),
        // An address that prospects hold stays.
        slug: link?.slug ?? linkSlug(managed, user),
        description: link?.description ?? '',
        expiresAt,
        isInLibrary,
        isActive,
        ownerId: user.id,
        managedLinkId: managed.id
    };
}

function isSame(wanted: LinkDraft, link: LinkDraft): boolean {
    const keys = ({ hosts }: LinkDraft): string =>
        hosts
            .map(({ role, id }) => `${role} ${id}`)
            .sort()
            .join();
    return (
        wanted.meetingType?.id === link.meetingType?.id &&
        wanted.name === link.name &&
        momentOf(wanted) === momentOf(link) &&
        wanted.isInLibrary === link.isInLibrary &&
        wanted.isActive === link.isActive &&
        keys(wanted) === keys(link)
    );
}

/** The same moment may be written in several ways. */
function momentOf({ expiresAt }: LinkDraft): number | undefined {
    return expiresAt === '' ? undefined : Date.parse(expiresAt);
}

async function note({ id }: ManagedRow, error: string): Promise<void> {
    try {
        await updateRecord({ fields: { Id: id, Error__c: error === '' ? null : error.slice(0, MAX_ERROR_LENGTH) } });
    } catch {
        // The reason is thrown as well; what could not be noted is still shown.
    }
}
