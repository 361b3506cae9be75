import cards from '@salesforce/label/c.LinkCollection_Cards';
import emptyHeading from '@salesforce/label/c.MyLinks_EmptyHeading';
import emptyMessage from '@salesforce/label/c.MyLinks_EmptyMessage';
import libraryEmptyHeading from '@salesforce/label/c.LinksLibrary_EmptyHeading';
import libraryEmptyMessage from '@salesforce/label/c.LinksLibrary_EmptyMessage';
import librarySearch from '@salesforce/label/c.LinksLibrary_Search';
import list from '@salesforce/label/c.LinkCollection_List';
import loadError from '@salesforce/label/c.MyLinks_LoadError';
import matchCount from '@salesforce/label/c.MyLinks_MatchCount';
import matchCountMore from '@salesforce/label/c.MyLinks_MatchCountMore';
import noMatchHeading from '@salesforce/label/c.MyLinks_NoMatchHeading';
import noMatchMessage from '@salesforce/label/c.MyLinks_NoMatchMessage';
import search from '@salesforce/label/c.MyLinks_Search';
import showMore from '@salesforce/label/c.MyLinks_ShowMore';
import view from '@salesforce/label/c.LinkCollection_View';

export const LABELS = {
    cards,
    emptyHeading,
    emptyMessage,
    libraryEmptyHeading,
    libraryEmptyMessage,
    librarySearch,
    list,
    loadError,
    matchCount,
    matchCountMore,
    noMatchHeading,
    noMatchMessage,
    search,
    showMore,
    view
};
