/** What the components hand to each other about meetings. */

/** A row of Meeting Logs, as Salesforce tells it; instants are ISO 8601, null what cannot be read or is empty. */
export interface Meeting {
    id: string;
    startsAt: string | null;
    endsAt: string | null;
    meetingTypeTitle: string | null;
    hostNames: string | null;
    prospectName: string | null;
    prospectLastName: string | null;
    /** What it landed on: an opportunity or case before a person, a person before an account. */
    record: { id: string; name: string; objectApiName: string } | undefined;
    linkName: string | null;
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
export type MeetingSortKey = 'startsAt' | 'meetingTypeTitle' | 'prospectLastName' | 'bookedAt';
