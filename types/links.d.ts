/** What the copy components hand to each other about links. */

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

/** As much of an original link as copying needs. */
export interface CopyableLink {
    id: string;
    name: string;
    /** The reusable URL, `<service origin>/l/<slug>`. */
    url: string;
}

/** A rep's original link, as the components show it. */
export interface BookingLink extends CopyableLink {
    slug: string;
    meetingTypeTitle: string;
    /** Absent when the meeting type cannot be read. */
    durationMinutes?: number;
    isActive: boolean;
    isExpired: boolean;
    isInLibrary: boolean;
}
