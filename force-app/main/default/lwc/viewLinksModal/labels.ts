import close from '@salesforce/label/c.Common_Close';
import emptyHeading from '@salesforce/label/c.ViewLinks_EmptyHeading';
import emptyMessage from '@salesforce/label/c.ViewLinks_EmptyMessage';
import expired from '@salesforce/label/c.ViewLinks_Expired';
import failed from '@salesforce/label/c.ViewLinks_Failed';
import loadError from '@salesforce/label/c.MyLinks_LoadError';
import missing from '@salesforce/label/c.ViewLinks_Missing';
import noMatchHeading from '@salesforce/label/c.ViewLinks_NoMatchHeading';
import noMatchMessage from '@salesforce/label/c.ViewLinks_NoMatchMessage';
import off from '@salesforce/label/c.ViewLinks_Off';
import removed from '@salesforce/label/c.ViewLinks_Removed';
import search from '@salesforce/label/c.ViewLinks_Search';
import showMore from '@salesforce/label/c.MyLinks_ShowMore';

export const LABELS = {
    close,
    emptyHeading,
    emptyMessage,
    expired,
    failed,
    loadError,
    missing,
    noMatchHeading,
    noMatchMessage,
    off,
    removed,
    search,
    showMore
};
