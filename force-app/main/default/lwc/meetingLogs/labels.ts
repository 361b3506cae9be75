import clearFilters from '@salesforce/label/c.MeetingLogs_ClearFilters';
import emptyHeading from '@salesforce/label/c.MeetingLogs_EmptyHeading';
import emptyMessage from '@salesforce/label/c.MeetingLogs_EmptyMessage';
import emptyRecordMessage from '@salesforce/label/c.MeetingLogs_EmptyRecordMessage';
import exportCsv from '@salesforce/label/c.MeetingLogs_Export';
import hiddenHeading from '@salesforce/label/c.MeetingLogs_HiddenHeading';
import hiddenMessage from '@salesforce/label/c.MeetingLogs_HiddenMessage';
import hideFilters from '@salesforce/label/c.MeetingLogs_HideFilters';
import hideSingleUse from '@salesforce/label/c.MeetingLogs_HideSingleUse';
import noMatchHeading from '@salesforce/label/c.MeetingLogs_NoMatchHeading';
import noMatchHiddenMessage from '@salesforce/label/c.MeetingLogs_NoMatchHiddenMessage';
import noMatchMessage from '@salesforce/label/c.MeetingLogs_NoMatchMessage';
import refresh from '@salesforce/label/c.Common_Refresh';
import search from '@salesforce/label/c.MeetingLogs_Search';
import showFilters from '@salesforce/label/c.MeetingLogs_ShowFilters';
import title from '@salesforce/label/c.MeetingLogs_Title';

export const LABELS = {
    clearFilters,
    emptyHeading,
    emptyMessage,
    emptyRecordMessage,
    exportCsv,
    hiddenHeading,
    hiddenMessage,
    hideFilters,
    hideSingleUse,
    noMatchHeading,
    noMatchHiddenMessage,
    noMatchMessage,
    refresh,
    search,
    showFilters,
    title
};
