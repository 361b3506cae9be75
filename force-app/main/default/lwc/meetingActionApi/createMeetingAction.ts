import { createRecord } from 'lightning/uiRecordApi';
import MEETING_ACTION from '@salesforce/schema/MeetingAction__c';
import KIND from '@salesforce/schema/MeetingAction__c.Kind__c';
import MEETING from '@salesforce/schema/MeetingAction__c.Meeting__c';
import NEW_HOST from '@salesforce/schema/MeetingAction__c.NewHost__c';
import NEW_STARTS_AT from '@salesforce/schema/MeetingAction__c.NewStartsAt__c';
import REASON from '@salesforce/schema/MeetingAction__c.Reason__c';
import REPLACEMENT_TOKEN_HASH from '@salesforce/schema/MeetingAction__c.ReplacementTokenHash__c';
import type { MeetingActionRequest } from 'types/meetingActions';

/**
 * Writes down what the user asks for; Salesforce decides whether they may. Returns the record's id.
 * @throws FetchError when Salesforce refuses the record
 */
export async function createMeetingAction(request: MeetingActionRequest): Promise<string> {
    const { id } = await createRecord({ apiName: MEETING_ACTION.objectApiName, fields: fieldsOf(request) });
    return id;
}

function fieldsOf(request: MeetingActionRequest): Record<string, string> {
    const { meetingId, kind, newStartsAt, newHostId, reason, replacementTokenHash } = request;
    return {
        [MEETING.fieldApiName]: meetingId,
        [KIND.fieldApiName]: kind,
        ...(newStartsAt && { [NEW_STARTS_AT.fieldApiName]: newStartsAt }),
        ...(newHostId && { [NEW_HOST.fieldApiName]: newHostId }),
        ...(reason && { [REASON.fieldApiName]: reason }),
        ...(replacementTokenHash && { [REPLACEMENT_TOKEN_HASH.fieldApiName]: replacementTokenHash })
    };
}
