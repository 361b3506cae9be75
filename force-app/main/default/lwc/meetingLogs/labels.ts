import bookedAt from '@salesforce/label/c.MeetingLogs_BookedAt';
import emptyHeading from '@salesforce/label/c.MeetingLogs_EmptyHeading';
import emptyMessage from '@salesforce/label/c.MeetingLogs_EmptyMessage';
import emptyRecordMessage from '@salesforce/label/c.MeetingLogs_EmptyRecordMessage';
import hiddenHeading from '@salesforce/label/c.MeetingLogs_HiddenHeading';
import hiddenMessage from '@salesforce/label/c.MeetingLogs_HiddenMessage';
import hideSingleUse from '@salesforce/label/c.MeetingLogs_HideSingleUse';
import hosts from '@salesforce/label/c.MeetingLogs_Hosts';
import link from '@salesforce/label/c.MeetingLogs_Link';
import linkType from '@salesforce/label/c.MeetingLogs_LinkType';
import loadError from '@salesforce/label/c.MeetingLogs_LoadError';
import loadMore from '@salesforce/label/c.MeetingLogs_LoadMore';
import loading from '@salesforce/label/c.Common_Loading';
import meetingTime from '@salesforce/label/c.MeetingLogs_MeetingTime';
import meetingType from '@salesforce/label/c.MeetingLogs_MeetingType';
import prospect from '@salesforce/label/c.MeetingLogs_Prospect';
import record from '@salesforce/label/c.MeetingLogs_Record';
import refresh from '@salesforce/label/c.Common_Refresh';
import shownCount from '@salesforce/label/c.MeetingLogs_ShownCount';
import shownCountMore from '@salesforce/label/c.MeetingLogs_ShownCountMore';
import status from '@salesforce/label/c.MeetingLogs_Status';
import sync from '@salesforce/label/c.MeetingLogs_Sync';
import title from '@salesforce/label/c.MeetingLogs_Title';

export const LABELS = {
    bookedAt,
    emptyHeading,
    emptyMessage,
    emptyRecordMessage,
    hiddenHeading,
    hiddenMessage,
    hideSingleUse,
    hosts,
    link,
    linkType,
    loadError,
    loadMore,
    loading,
    meetingTime,
    meetingType,
    prospect,
    record,
    refresh,
    shownCount,
    shownCountMore,
    status,
    sync,
    title
};
