import converted from '@salesforce/label/c.CopyLinkCard_Converted';
import convertedHidden from '@salesforce/label/c.CopyLinkCard_ConvertedHidden';
import emptyHeading from '@salesforce/label/c.CopyLinkCard_EmptyHeading';
import emptyMessage from '@salesforce/label/c.CopyLinkCard_EmptyMessage';
import goToMyLinks from '@salesforce/label/c.CopyLinkCard_GoToMyLinks';
import loadError from '@salesforce/label/c.MyLinks_LoadError';
import noMatchHeading from '@salesforce/label/c.MyLinks_NoMatchHeading';
import noMatchMessage from '@salesforce/label/c.MyLinks_NoMatchMessage';
import openContact from '@salesforce/label/c.CopyLinkCard_OpenContact';
import search from '@salesforce/label/c.MyLinks_Search';
import showMore from '@salesforce/label/c.MyLinks_ShowMore';
import title from '@salesforce/label/c.CopyLinkCard_Title';

export const LABELS = {
    converted,
    convertedHidden,
    emptyHeading,
    emptyMessage,
    goToMyLinks,
    loadError,
    noMatchHeading,
    noMatchMessage,
    openContact,
    search,
    showMore,
    title
};
