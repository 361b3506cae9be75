import limits from '@salesforce/label/c.MeetingTypeEditor_Limits';
import loadError from '@salesforce/label/c.MeetingTypeEditor_LoadError';
import locked from '@salesforce/label/c.MeetingTypeEditor_Locked';
import partlySaved from '@salesforce/label/c.MeetingTypeEditor_PartlySaved';
import policies from '@salesforce/label/c.MeetingTypeEditor_Policies';
import questions from '@salesforce/label/c.MeetingTypeEditor_Questions';
import save from '@salesforce/label/c.MeetingTypeEditor_Save';
import saveError from '@salesforce/label/c.MeetingTypeEditor_SaveError';
import what from '@salesforce/label/c.MeetingTypeEditor_What';
import when from '@salesforce/label/c.MeetingTypeEditor_When';

export const LABELS = {
    limits,
    loadError,
    locked,
    partlySaved,
    policies,
    questions,
    save,
    saveError,
    what,
    when
};
