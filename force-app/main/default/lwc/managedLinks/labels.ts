import activate from '@salesforce/label/c.BookingLinkMenu_Activate';
import address from '@salesforce/label/c.ManagedLinks_Address';
import deactivate from '@salesforce/label/c.BookingLinkMenu_Deactivate';
import edit from '@salesforce/label/c.BookingLinkMenu_Edit';
import editOf from '@salesforce/label/c.BookingLinkMenu_EditOf';
import emptyHeading from '@salesforce/label/c.ManagedLinks_EmptyHeading';
import emptyMessage from '@salesforce/label/c.ManagedLinks_EmptyMessage';
import expired from '@salesforce/label/c.BookingLink_Expired';
import finish from '@salesforce/label/c.ManagedLinks_Finish';
import inLibrary from '@salesforce/label/c.BookingLink_InLibrary';
import inactive from '@salesforce/label/c.BookingLink_Inactive';
import loadError from '@salesforce/label/c.ManagedLinks_LoadError';
import menu from '@salesforce/label/c.BookingLinkMenu_Menu';
import missing from '@salesforce/label/c.ManagedLinks_Missing';
import newManaged from '@salesforce/label/c.ManagedLinks_New';
import newTitle from '@salesforce/label/c.ManagedLinks_NewTitle';
import noMatchHeading from '@salesforce/label/c.ManagedLinks_NoMatchHeading';
import noMatchMessage from '@salesforce/label/c.MyLinks_NoMatchMessage';
import people from '@salesforce/label/c.ManagedLinks_People';
import pool from '@salesforce/label/c.ManagedLinks_Pool';
import refresh from '@salesforce/label/c.Common_Refresh';
import search from '@salesforce/label/c.ManagedLinks_Search';
import showMore from '@salesforce/label/c.MyLinks_ShowMore';
import viewLinks from '@salesforce/label/c.ManagedLinks_ViewLinks';
import viewLinksOf from '@salesforce/label/c.ManagedLinks_ViewLinksOf';
import workOf from '@salesforce/label/c.ManagedLinks_WorkOf';

export const LABELS = {
    activate,
    address,
    deactivate,
    edit,
    editOf,
    emptyHeading,
    emptyMessage,
    expired,
    finish,
    inLibrary,
    inactive,
    loadError,
    menu,
    missing,
    newManaged,
    newTitle,
    noMatchHeading,
    noMatchMessage,
    people,
    pool,
    refresh,
    search,
    showMore,
    viewLinks,
    viewLinksOf,
    workOf
};
