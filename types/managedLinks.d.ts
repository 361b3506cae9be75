/** What the components hand to each other about managed links. */
import type { LinkDraft, MeetingTypeChoice } from './links';

/** A user that a managed link makes a link for. */
export interface ManagedUser {
    id: string;
    name: string;
    firstName: string;
    lastName: string;
    username: string;
}

/** A managed link being written: what every user's link has in common. */
export interface ManagedLinkDraft {
    /** Absent until it is saved. */
    id?: string;
    name: string;
    /** The name of each link; places as in `slugPattern`. */
    namePattern: string;
    /** The address of each link; `{firstName}`, `{lastName}` and `{username}` are places for the user's. */
    slugPattern: string;
    meetingType: MeetingTypeChoice | undefined;
    /** One free member joins each user. */
    pool: { id: string; name: string } | undefined;
    /** ISO 8601; empty: never. */
    expiresAt: string;
    isInLibrary: boolean;
    isActive: boolean;
    /** Id of the public group its users were last taken from; empty when they were chosen one by one. */
    groupId: string;
}

/** A managed link with what a list shows of it. */
export interface ManagedLinkSummary extends ManagedLinkDraft {
    id: string;
    /** True from the earlier expiry of the managed link and its meeting type on. */
    isExpired: boolean;
    userCount: number;
    /** Users who are still without their link. */
    missingCount: number;
}

/** One user of a managed link, with the link that was made for them. */
export interface ManagedRow {
    /** Id of the `ManagedLinkUser__c`. */
    id: string;
    user: ManagedUser;
    /** Taken off the managed link: their link stays, switched off. */
    isRemoved: boolean;
    /** Why there is no link; empty when all is well. */
    error: string;
    /** The link as Salesforce has it; undefined until it is made. */
    link: ManagedUserLink | undefined;
}

/** A link that was made for a user: to write, and to copy. */
export interface ManagedUserLink extends LinkDraft {
    id: string;
    url: string;
    isExpired: boolean;
    /** False when the link or its meeting type is switched off. */
    isBookable: boolean;
}
