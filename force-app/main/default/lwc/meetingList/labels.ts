import bookedAt from '@salesforce/label/c.MeetingLogs_BookedAt';
import cancel from '@salesforce/label/c.MeetingRow_Cancel';
import hosts from '@salesforce/label/c.MeetingLogs_Hosts';
import link from '@salesforce/label/c.MeetingLogs_Link';
import linkType from '@salesforce/label/c.MeetingLogs_LinkType';
import loadError from '@salesforce/label/c.MeetingLogs_LoadError';
import loadMore from '@salesforce/label/c.MeetingLogs_LoadMore';
import meetingTime from '@salesforce/label/c.MeetingLogs_MeetingTime';
import meetingType from '@salesforce/label/c.MeetingLogs_MeetingType';
import noShow from '@salesforce/label/c.MeetingRow_NoShow';
import openMeeting from '@salesforce/label/c.MeetingRow_OpenMeeting';
import openRecord from '@salesforce/label/c.MeetingRow_OpenRecord';
import prospect from '@salesforce/label/c.MeetingLogs_Prospect';
import reassign from '@salesforce/label/c.MeetingRow_Reassign';
import record from '@salesforce/label/c.MeetingLogs_Record';
import replace from '@salesforce/label/c.MeetingRow_Replace';
import reschedule from '@salesforce/label/c.MeetingRow_Reschedule';
import shownCount from '@salesforce/label/c.MeetingLogs_ShownCount';
import shownCountMore from '@salesforce/label/c.MeetingLogs_ShownCountMore';
import status from '@salesforce/label/c.MeetingLogs_Status';
import sync from '@salesforce/label/c.MeetingLogs_Sync';
import undoNoShow from '@salesforce/label/c.MeetingRow_UndoNoShow';

export const LABELS = {
    bookedAt,
    cancel,
    hosts,
    link,
    linkType,
    loadError,
    loadMore,
    meetingTime,
    meetingType,
    noShow,
    openMeeting,
    openRecord,
    prospect,
    reassign,
    record,
    replace,
    reschedule,
    shownCount,
    shownCountMore,
    status,
    sync,
    undoNoShow
};
