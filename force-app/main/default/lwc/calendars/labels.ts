import emptyHeading from '@salesforce/label/c.Calendars_EmptyHeading';
import emptyMessage from '@salesforce/label/c.Calendars_EmptyMessage';
import group from '@salesforce/label/c.Calendars_Group';
import helpAnother from '@salesforce/label/c.Calendars_HelpAnother';
import helpBroken from '@salesforce/label/c.Calendars_HelpBroken';
import helpShared from '@salesforce/label/c.Calendars_HelpShared';
import helpTitle from '@salesforce/label/c.Calendars_HelpTitle';
import loadError from '@salesforce/label/c.Calendars_LoadError';
import menu from '@salesforce/label/c.Calendars_Menu';
import noMatchHeading from '@salesforce/label/c.Calendars_NoMatchHeading';
import noMatchMessage from '@salesforce/label/c.MyLinks_NoMatchMessage';
import nobody from '@salesforce/label/c.Calendars_Nobody';
import personal from '@salesforce/label/c.Calendars_Personal';
import pool from '@salesforce/label/c.Calendars_Pool';
import search from '@salesforce/label/c.Calendars_Search';
import share from '@salesforce/label/c.Calendars_Share';
import shareOf from '@salesforce/label/c.Calendars_ShareOf';
import showMore from '@salesforce/label/c.MyLinks_ShowMore';
import title from '@salesforce/label/c.Calendars_Title';

export const LABELS = {
    emptyHeading,
    emptyMessage,
    group,
    helpAnother,
    helpBroken,
    helpShared,
    helpTitle,
    loadError,
    menu,
    noMatchHeading,
    noMatchMessage,
    nobody,
    personal,
    pool,
    search,
    share,
    shareOf,
    showMore,
    title
};
