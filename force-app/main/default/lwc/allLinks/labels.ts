import activate from '@salesforce/label/c.BookingLinkMenu_Activate';
import active from '@salesforce/label/c.AllLinks_Active';
import anyKind from '@salesforce/label/c.AllLinks_AnyKind';
import anyState from '@salesforce/label/c.AllLinks_AnyState';
import bulk from '@salesforce/label/c.AllLinks_Bulk';
import byExpiry from '@salesforce/label/c.AllLinks_ByExpiry';
import byName from '@salesforce/label/c.AllLinks_ByName';
import byNewest from '@salesforce/label/c.AllLinks_ByNewest';
import bySlug from '@salesforce/label/c.AllLinks_BySlug';
import clear from '@salesforce/label/c.AllLinks_Clear';
import deactivate from '@salesforce/label/c.BookingLinkMenu_Deactivate';
import emptyHeading from '@salesforce/label/c.AllLinks_EmptyHeading';
import emptyMessage from '@salesforce/label/c.AllLinks_EmptyMessage';
import expired from '@salesforce/label/c.BookingLink_Expired';
import inactive from '@salesforce/label/c.BookingLink_Inactive';
import kind from '@salesforce/label/c.AllLinks_Kind';
import loadError from '@salesforce/label/c.MyLinks_LoadError';
import managed from '@salesforce/label/c.NewLink_Managed';
import noMatchHeading from '@salesforce/label/c.MyLinks_NoMatchHeading';
import noMatchMessage from '@salesforce/label/c.AllLinks_NoMatchMessage';
import owner from '@salesforce/label/c.AllLinks_ChangeOwner';
import revoke from '@salesforce/label/c.AllLinks_Revoke';
import search from '@salesforce/label/c.AllLinks_Search';
import selectAll from '@salesforce/label/c.AllLinks_SelectAll';
import selected from '@salesforce/label/c.AllLinks_Selected';
import showMore from '@salesforce/label/c.MyLinks_ShowMore';
import shown from '@salesforce/label/c.AllLinks_Shown';
import shownMore from '@salesforce/label/c.AllLinks_ShownMore';
import sort from '@salesforce/label/c.AllLinks_Sort';
import standard from '@salesforce/label/c.NewLink_Standard';
import state from '@salesforce/label/c.AllLinks_State';

export const LABELS = {
    activate,
    active,
    anyKind,
    anyState,
    bulk,
    byExpiry,
    byName,
    byNewest,
    bySlug,
    clear,
    deactivate,
    emptyHeading,
    emptyMessage,
    expired,
    inactive,
    kind,
    loadError,
    managed,
    noMatchHeading,
    noMatchMessage,
    owner,
    revoke,
    search,
    selectAll,
    selected,
    showMore,
    shown,
    shownMore,
    sort,
    standard,
    state
};
