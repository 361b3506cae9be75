import activate from '@salesforce/label/c.MeetingTypes_Activate';
import activated from '@salesforce/label/c.MeetingTypes_Activated';
import adminManaged from '@salesforce/label/c.MeetingTypes_AdminManaged';
import changeError from '@salesforce/label/c.MeetingTypes_ChangeError';
import deactivate from '@salesforce/label/c.MeetingTypes_Deactivate';
import deactivated from '@salesforce/label/c.MeetingTypes_Deactivated';
import edit from '@salesforce/label/c.MeetingTypes_Edit';
import emptyHeading from '@salesforce/label/c.MeetingTypes_EmptyHeading';
import emptyMessage from '@salesforce/label/c.MeetingTypes_EmptyMessage';
import inactive from '@salesforce/label/c.MeetingTypes_Inactive';
import loadError from '@salesforce/label/c.MeetingTypes_LoadError';
import lock from '@salesforce/label/c.MeetingTypes_Lock';
import locked from '@salesforce/label/c.MeetingTypes_Locked';
import lockedNow from '@salesforce/label/c.MeetingTypes_LockedNow';
import menu from '@salesforce/label/c.MeetingTypes_Menu';
import newType from '@salesforce/label/c.MeetingTypes_New';
import ownedBy from '@salesforce/label/c.MeetingTypes_OwnedBy';
import personal from '@salesforce/label/c.MeetingTypes_Personal';
import questions from '@salesforce/label/c.MeetingTypes_Questions';
import saved from '@salesforce/label/c.MeetingTypes_Saved';
import showMore from '@salesforce/label/c.MeetingTypes_ShowMore';
import singleUse from '@salesforce/label/c.MeetingTypes_SingleUse';
import title from '@salesforce/label/c.MeetingTypes_Title';
import unlock from '@salesforce/label/c.MeetingTypes_Unlock';
import unlockedNow from '@salesforce/label/c.MeetingTypes_UnlockedNow';
import view from '@salesforce/label/c.MeetingTypes_View';

export const LABELS = {
    activate,
    activated,
    adminManaged,
    changeError,
    deactivate,
    deactivated,
    edit,
    emptyHeading,
    emptyMessage,
    inactive,
    loadError,
    lock,
    locked,
    lockedNow,
    menu,
    newType,
    ownedBy,
    personal,
    questions,
    saved,
    showMore,
    singleUse,
    title,
    unlock,
    unlockedNow,
    view
};
