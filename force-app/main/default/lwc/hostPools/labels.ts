import edit from '@salesforce/label/c.HostPools_Edit';
import emptyHeading from '@salesforce/label/c.HostPools_EmptyHeading';
import emptyMessage from '@salesforce/label/c.HostPools_EmptyMessage';
import inactive from '@salesforce/label/c.HostPools_Inactive';
import loadError from '@salesforce/label/c.HostPools_LoadError';
import memberOff from '@salesforce/label/c.HostPools_MemberOff';
import newPool from '@salesforce/label/c.HostPools_New';
import noMembers from '@salesforce/label/c.HostPools_NoMembers';
import saved from '@salesforce/label/c.HostPools_Saved';
import showMore from '@salesforce/label/c.HostPools_ShowMore';
import title from '@salesforce/label/c.HostPools_Title';

export const LABELS = {
    edit,
    emptyHeading,
    emptyMessage,
    inactive,
    loadError,
    memberOff,
    newPool,
    noMembers,
    saved,
    showMore,
    title
};
