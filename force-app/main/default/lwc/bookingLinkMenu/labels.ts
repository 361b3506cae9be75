import activate from '@salesforce/label/c.BookingLinkMenu_Activate';
import activated from '@salesforce/label/c.BookingLinkMenu_Activated';
import clone from '@salesforce/label/c.BookingLinkMenu_Clone';
import cloneOf from '@salesforce/label/c.BookingLinkMenu_CloneOf';
import deactivate from '@salesforce/label/c.BookingLinkMenu_Deactivate';
import deactivated from '@salesforce/label/c.BookingLinkMenu_Deactivated';
import edit from '@salesforce/label/c.BookingLinkMenu_Edit';
import editOf from '@salesforce/label/c.BookingLinkMenu_EditOf';
import error from '@salesforce/label/c.BookingLinkMenu_Error';
import menu from '@salesforce/label/c.BookingLinkMenu_Menu';
import share from '@salesforce/label/c.BookingLinkMenu_Share';
import shared from '@salesforce/label/c.BookingLinkMenu_Shared';
import unshare from '@salesforce/label/c.BookingLinkMenu_Unshare';
import unshared from '@salesforce/label/c.BookingLinkMenu_Unshared';
import unused from '@salesforce/label/c.BookingLinkMenu_Unused';
import unusedOf from '@salesforce/label/c.BookingLinkMenu_UnusedOf';

export const LABELS = {
    activate,
    activated,
    clone,
    cloneOf,
    deactivate,
    deactivated,
    edit,
    editOf,
    error,
    menu,
    share,
    shared,
    unshare,
    unshared,
    unused,
    unusedOf
};
