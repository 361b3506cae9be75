/** What the components ask of the booking service, by way of Salesforce. */

/** The values of `MeetingAction__c.Kind__c`. */
export type MeetingActionKind =
    'Reschedule' | 'Reassign' | 'Cancel' | 'No-Show' | 'Undo No-Show' | 'Complete' | 'Replace' | 'Retry Sync';

/** What is asked for, and what the kind needs to know. */
export interface MeetingActionRequest {
    meetingId: string;
    kind: MeetingActionKind;
    /** Reschedule: ISO 8601. */
    newStartsAt?: string;
    /** Reassign: id of a user. */
    newHostId?: string;
    reason?: string;
    /** Replace: the hash of the replacement's token. */
    replacementTokenHash?: string;
}

/** What came of it as far as is known. */
export interface MeetingActionResult {
    actionId: string;
    /** `waiting`: asked for, and it will be carried out, but nobody has answered yet. */
    state: 'done' | 'refused' | 'waiting';
    /** Why it was refused, in the service's words; empty otherwise. */
    error: string;
}
