import cancel from '@salesforce/label/c.MeetingTypeEditor_Cancel';
import close from '@salesforce/label/c.MeetingTypeEditor_Close';
import leave from '@salesforce/label/c.MeetingTypeEditor_Leave';
import leaveQuestion from '@salesforce/label/c.MeetingTypeEditor_LeaveQuestion';
import limits from '@salesforce/label/c.MeetingTypeEditor_Limits';
import loadError from '@salesforce/label/c.MeetingTypeEditor_LoadError';
import locked from '@salesforce/label/c.MeetingTypeEditor_Locked';
import partlySaved from '@salesforce/label/c.MeetingTypeEditor_PartlySaved';
import policies from '@salesforce/label/c.MeetingTypeEditor_Policies';
import questions from '@salesforce/label/c.MeetingTypeEditor_Questions';
import save from '@salesforce/label/c.MeetingTypeEditor_Save';
import saveError from '@salesforce/label/c.MeetingTypeEditor_SaveError';
import stay from '@salesforce/label/c.MeetingTypeEditor_Stay';
import what from '@salesforce/label/c.MeetingTypeEditor_What';
import when from '@salesforce/label/c.MeetingTypeEditor_When';

export const LABELS = {
    cancel,
    close,
    leave,
    leaveQuestion,
    limits,
    loadError,
    locked,
    partlySaved,
    policies,
    questions,
    save,
    saveError,
    stay,
    what,
    when
};
