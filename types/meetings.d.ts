/** What the components hand to each other about meetings. */

/** A row of Meeting Logs, as Salesforce tells it; instants are ISO 8601, null what cannot be read or is empty. */
export interface Meeting {
    id: string;
    /** Rises with each change. */
    revision: number;
    startsAt: string | null;
    endsAt: string | null;
    meetingTypeTitle: string | null;
    hostId: string | null;
    hostNames: string | null;
    prospectName: string | null;
    prospectLastName: string | null;
    prospectEmail: string | null;
    prospectCompany: string | null;
    /** What it landed on: an opportunity or case before a person, a person before an account. */
    record: { id: string; name: string; objectApiName: string } | undefined;
    linkName: string | null;
    /** The reusable URL of the link it was booked through. */
    linkUrl: string | null;
    linkType: Choice;
    status: Choice;
    bookedAt: string | null;
    syncStatus: string | null;
    syncError: string | null;
}

/** A picklist's value and how it reads in the user's language. */
export interface Choice {
    value: string;
    label: string;
}

/** The columns Meeting Logs can be sorted by. */
export type MeetingSortKey = 'startsAt' | 'meetingTypeTitle' | 'hostNames' | 'prospectLastName' | 'bookedAt';

/** What Meeting Logs is narrowed to; empty text: not narrowed. */
export interface MeetingFilters {
    /** Words that name, address or company of the prospect, meeting type or hosts hold, all of them. */
    search: string;
    /** A value of `Meeting__c.Status__c`. */
    status: string;
    /** A value of `Meeting__c.LinkType__c`. */
    linkType: string;
    /** Part of a host's name. */
    host: string;
    /** First and last day of the meeting, such as `2026-11-23`, in the user's zone. */
    from: string;
    to: string;
}

/** Which meetings, in which order. */
export interface MeetingsRequest {
    sortedBy: MeetingSortKey;
    sortDirection: 'asc' | 'desc';
    hidesSingleUse: boolean;
    filters?: MeetingFilters | undefined;
    /** Only meetings of this record; needs `objectApiName`. */
    recordId?: string | undefined;
    objectApiName?: string | undefined;
}

/** What can be done with a meeting from its row. */
export type MeetingRowAction =
    'open-meeting' | 'open-record' | 'reschedule' | 'reassign' | 'cancel' | 'no-show' | 'undo-no-show' | 'replace';

/** A meeting as Meeting Logs shows it: text in the user's language. */
export interface MeetingRow {
    id: string;
    meetingTime: string;
    meetingType: string | null;
    hosts: string | null;
    prospect: string | null;
    recordUrl: string | undefined;
    recordName: string | undefined;
    link: string | null;
    linkType: string;
    linkTypeIcon: string | undefined;
    status: string;
    statusIcon: string | undefined;
    bookedAt: string;
    sync: string | null;
    syncIcon: string;
    syncNote: string | null;
    actions: { name: MeetingRowAction; label: string }[];
}
