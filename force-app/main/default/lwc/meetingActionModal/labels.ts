import busy from '@salesforce/label/c.MeetingAction_Busy';
import cancelDone from '@salesforce/label/c.MeetingAction_CancelDone';
import cancelText from '@salesforce/label/c.MeetingAction_CancelText';
import close from '@salesforce/label/c.Common_Close';
import failed from '@salesforce/label/c.MeetingAction_Failed';
import failedNextStep from '@salesforce/label/c.MeetingAction_FailedNextStep';
import noLink from '@salesforce/label/c.MeetingAction_NoLink';
import noShowDone from '@salesforce/label/c.MeetingAction_NoShowDone';
import noShowText from '@salesforce/label/c.MeetingAction_NoShowText';
import outOfSight from '@salesforce/label/c.MeetingAction_OutOfSight';
import reason from '@salesforce/label/c.MeetingAction_Reason';
import reassignDone from '@salesforce/label/c.MeetingAction_ReassignDone';
import reassignText from '@salesforce/label/c.MeetingAction_ReassignText';
import refused from '@salesforce/label/c.MeetingAction_Refused';
import replaceDone from '@salesforce/label/c.MeetingAction_ReplaceDone';
import replaceText from '@salesforce/label/c.MeetingAction_ReplaceText';
import rescheduleDone from '@salesforce/label/c.MeetingAction_RescheduleDone';
import rescheduleText from '@salesforce/label/c.MeetingAction_RescheduleText';
import undoNoShowDone from '@salesforce/label/c.MeetingAction_UndoNoShowDone';
import undoNoShowText from '@salesforce/label/c.MeetingAction_UndoNoShowText';
import waitingMessage from '@salesforce/label/c.MeetingAction_WaitingMessage';
import waitingTitle from '@salesforce/label/c.MeetingAction_WaitingTitle';

export const LABELS = {
    busy,
    cancelDone,
    cancelText,
    close,
    failed,
    failedNextStep,
    noLink,
    noShowDone,
    noShowText,
    outOfSight,
    reason,
    reassignDone,
    reassignText,
    refused,
    replaceDone,
    replaceText,
    rescheduleDone,
    rescheduleText,
    undoNoShowDone,
    undoNoShowText,
    waitingMessage,
    waitingTitle
};
