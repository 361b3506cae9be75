/** What the components hand to each other about links. */

/** Where a single-use link was copied: the values of `SingleUseLink__c.CopiedFrom__c`. */
export type CopyPlace =
    | 'My Links'
    | 'Links Library'
    | 'Wizard'
    | 'All Links'
    | 'View Links'
    | 'Chrome Extension'
    | 'Meeting Type Card'
    | 'Calendars'
    | 'Record Page'
    | 'API'
    | 'Campaign';

/** Objects whose records a single-use link can belong to. */
export type RecordObject = 'Lead' | 'Contact' | 'Account' | 'Opportunity' | 'Case';

/** The values of `MeetingType__c.SingleUsePolicy__c`. */
export type SingleUsePolicy = 'Allowed' | 'Default Action' | 'Required';

/** As much of an original link as copying needs. */
export interface CopyableLink {
    id: string;
    name: string;
    /** The reusable URL, `<service URL>/l/<slug>`; empty when the org has no service URL. */
    url: string;
    /** Absent: Allowed. */
    singleUsePolicy?: SingleUsePolicy;
}

/** A rep's original link, as the components show it. */
export interface BookingLink extends CopyableLink {
    slug: string;
    description: string;
    /** Empty when the meeting type is gone or hidden. */
    meetingTypeTitle: string;
    durationMinutes: number | undefined;
    /** Names of the hosts and pools, required hosts first. */
    hostNames: string[];
    /** False when the link or its meeting type is switched off. */
    isActive: boolean;
    /** True from the earlier expiry of the link and its meeting type on. */
    isExpired: boolean;
    isInLibrary: boolean;
    /** Single-use versions that are neither used nor revoked, as far as the running user may see them. */
    unusedCount: number;
}

/** A link on My Links or in the Links Library. */
export interface ListedLink extends BookingLink {
    /** The link's own switch, whatever its meeting type says. */
    isSwitchedOn: boolean;
    /** Made and kept by an admin through a managed link: its owner copies it and changes nothing. */
    isManaged: boolean;
    /** The link's own expiry, ISO 8601; empty: never. */
    expiresAt: string;
    /** ISO 8601. */
    createdAt: string;
    ownerId: string;
    /** Empty when the owner cannot be read. */
    ownerName: string;
    /** Id of the `LinkHost__c` row by which the owner is met; empty when the owner is not. */
    ownerHostId: string;
    /** The users who are met, in any role. */
    hostUserIds: string[];
    /** True when a pool is among the hosts. */
    hasPool: boolean;
    /** False until the settings name a web site that may show booking pages in a frame. */
    isEmbeddable: boolean;
}

/** A single-use link that is neither used nor revoked; instants are ISO 8601. */
export interface UnusedLink {
    id: string;
    /** Auto number: people have no other name for it, since its URL cannot be shown again. */
    number: string;
    madeAt: string;
    /** The place it was copied from, in the user's language. */
    copiedFrom: string;
    /** Whom it was made for: the record's name or the recipient's address; empty when nobody was named. */
    madeFor: string;
    /** Active, Expired or Inactive, as Salesforce computes it. */
    status: string;
    /** Whether a person has opened it, as far as can be told. */
    isOpened: boolean;
}

/** What could not be changed, and why. */
export interface ChangeFailure {
    name: string;
    /** Raw, as it was caught. */
    error: unknown;
}

/** The values of `LinkHost__c.Role__c`. */
export type HostRole = 'Required Host' | 'Pool' | 'Additional Attendee';

/** Who is met through a link being written. */
export interface DraftHost {
    role: HostRole;
    /** Id of a user, or of a host pool when the role is Pool. */
    id: string;
    name: string;
    /** Id of the `LinkHost__c` row, once it is saved. */
    rowId?: string;
}

/** A meeting type to choose. */
export interface MeetingTypeChoice {
    id: string;
    title: string;
    description: string;
    durationMinutes: number | undefined;
    singleUsePolicy: SingleUsePolicy;
}

/** A link being written in the wizard. */
export interface LinkDraft {
    /** Absent until the link is saved. */
    id?: string;
    meetingType: MeetingTypeChoice | undefined;
    hosts: DraftHost[];
    name: string;
    slug: string;
    description: string;
    /** ISO 8601; empty: never. */
    expiresAt: string;
    isInLibrary: boolean;
    isActive: boolean;
    /** Who is to own a new link; absent: who saves it. */
    ownerId?: string;
    /** The managed link that a new link is made for. */
    managedLinkId?: string;
}
