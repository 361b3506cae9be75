import allLinkTypes from '@salesforce/label/c.MeetingFilters_AllLinkTypes';
import allStatuses from '@salesforce/label/c.MeetingFilters_AllStatuses';
import clear from '@salesforce/label/c.MeetingFilters_Clear';
import from from '@salesforce/label/c.MeetingFilters_From';
import group from '@salesforce/label/c.MeetingFilters_Group';
import host from '@salesforce/label/c.MeetingFilters_Host';
import linkType from '@salesforce/label/c.MeetingLogs_LinkType';
import status from '@salesforce/label/c.MeetingLogs_Status';
import to from '@salesforce/label/c.MeetingFilters_To';

export const LABELS = {
    allLinkTypes,
    allStatuses,
    clear,
    from,
    group,
    host,
    linkType,
    status,
    to
};
