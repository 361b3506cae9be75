import bookedAt from '@salesforce/label/c.MeetingLogs_BookedAt';
import cancel from '@salesforce/label/c.Common_Cancel';
import close from '@salesforce/label/c.Common_Close';
import company from '@salesforce/label/c.MeetingExport_Company';
import email from '@salesforce/label/c.MeetingExport_Email';
import ends from '@salesforce/label/c.MeetingExport_Ends';
import failed from '@salesforce/label/c.MeetingExport_Failed';
import hint from '@salesforce/label/c.MeetingExport_Hint';
import hosts from '@salesforce/label/c.MeetingLogs_Hosts';
import inZone from '@salesforce/label/c.MeetingExport_InZone';
import link from '@salesforce/label/c.MeetingLogs_Link';
import linkType from '@salesforce/label/c.MeetingLogs_LinkType';
import meetingType from '@salesforce/label/c.MeetingLogs_MeetingType';
import progress from '@salesforce/label/c.MeetingExport_Progress';
import prospect from '@salesforce/label/c.MeetingLogs_Prospect';
import ready from '@salesforce/label/c.MeetingExport_Ready';
import record from '@salesforce/label/c.MeetingLogs_Record';
import save from '@salesforce/label/c.MeetingExport_Save';
import starting from '@salesforce/label/c.MeetingExport_Starting';
import starts from '@salesforce/label/c.MeetingExport_Starts';
import status from '@salesforce/label/c.MeetingLogs_Status';
import sync from '@salesforce/label/c.MeetingLogs_Sync';

export const LABELS = {
    bookedAt,
    cancel,
    close,
    company,
    email,
    ends,
    failed,
    hint,
    hosts,
    inZone,
    link,
    linkType,
    meetingType,
    progress,
    prospect,
    ready,
    record,
    save,
    starting,
    starts,
    status,
    sync
};
