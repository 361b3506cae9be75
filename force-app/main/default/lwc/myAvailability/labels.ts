import addHours from '@salesforce/label/c.Availability_AddHours';
import addHoursOn from '@salesforce/label/c.Availability_AddHoursOn';
import copy from '@salesforce/label/c.Availability_Copy';
import copyOf from '@salesforce/label/c.Availability_CopyOf';
import discard from '@salesforce/label/c.Availability_Discard';
import emptyHeading from '@salesforce/label/c.Availability_EmptyHeading';
import emptyMessage from '@salesforce/label/c.Availability_EmptyMessage';
import loadError from '@salesforce/label/c.Availability_LoadError';
import noHours from '@salesforce/label/c.Availability_NoHours';
import partlySaved from '@salesforce/label/c.Availability_PartlySaved';
import save from '@salesforce/label/c.Availability_Save';
import saveError from '@salesforce/label/c.Availability_SaveError';
import saved from '@salesforce/label/c.Availability_Saved';
import scheduleName from '@salesforce/label/c.Availability_ScheduleName';
import start from '@salesforce/label/c.Availability_Start';
import summary from '@salesforce/label/c.Availability_Summary';
import timeZone from '@salesforce/label/c.Availability_TimeZone';
import title from '@salesforce/label/c.Availability_Title';
import unsaved from '@salesforce/label/c.Availability_Unsaved';
import week from '@salesforce/label/c.Availability_Week';

export const LABELS = {
    addHours,
    addHoursOn,
    copy,
    copyOf,
    discard,
    emptyHeading,
    emptyMessage,
    loadError,
    noHours,
    partlySaved,
    save,
    saveError,
    saved,
    scheduleName,
    start,
    summary,
    timeZone,
    title,
    unsaved,
    week
};
