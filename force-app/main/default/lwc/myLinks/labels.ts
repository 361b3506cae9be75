import emptyHeading from '@salesforce/label/c.MyLinks_EmptyHeading';
import emptyMessage from '@salesforce/label/c.MyLinks_EmptyMessage';
import loadError from '@salesforce/label/c.MyLinks_LoadError';
import loading from '@salesforce/label/c.Common_Loading';
import matchCount from '@salesforce/label/c.MyLinks_MatchCount';
import noMatchHeading from '@salesforce/label/c.MyLinks_NoMatchHeading';
import noMatchMessage from '@salesforce/label/c.MyLinks_NoMatchMessage';
import refresh from '@salesforce/label/c.Common_Refresh';
import search from '@salesforce/label/c.MyLinks_Search';
import showMore from '@salesforce/label/c.MyLinks_ShowMore';
import title from '@salesforce/label/c.MyLinks_Title';

export const LABELS = {
    emptyHeading,
    emptyMessage,
    loadError,
    loading,
    matchCount,
    noMatchHeading,
    noMatchMessage,
    refresh,
    search,
    showMore,
    title
};
