/** What is booked, as the components edit it. */

/** The values of `MeetingQuestion__c.Kind__c`. */
export type QuestionKind = 'Text' | 'Long Text' | 'Choice' | 'Checkbox' | 'Phone';

/** A question that prospects are asked. */
export interface QuestionDraft {
    /** Tells questions apart before Salesforce has given an id. */
    key: string;
    /** Id in Salesforce; undefined until it is saved. */
    id?: string | undefined;
    label: string;
    kind: QuestionKind;
    isRequired: boolean;
    /** One a line; Choice alone. */
    choices: string;
    helpText: string;
    /** API name of a field of the bound record whose value is filled in. */
    prefillField: string;
}

/** A meeting type in a list. */
export interface ListedMeetingType {
    id: string;
    name: string;
    title: string;
    durationMinutes: number | undefined;
    location: string;
    singleUsePolicy: string;
    ownerName: string;
    isMine: boolean;
    isActive: boolean;
    isLocked: boolean;
    isAdminManaged: boolean;
    questionCount: number;
}
