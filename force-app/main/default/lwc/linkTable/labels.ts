import actions from '@salesforce/label/c.LinkTable_Actions';
import copy from '@salesforce/label/c.LinkTable_Copy';
import hosts from '@salesforce/label/c.LinkTable_Hosts';
import link from '@salesforce/label/c.LinkTable_Link';
import meetingType from '@salesforce/label/c.LinkTable_MeetingType';
import notBookable from '@salesforce/label/c.LinkTable_NotBookable';
import owner from '@salesforce/label/c.LinkTable_Owner';
import select from '@salesforce/label/c.LinkTable_Select';
import selectNamed from '@salesforce/label/c.LinkTable_SelectNamed';
import state from '@salesforce/label/c.LinkTable_State';
import table from '@salesforce/label/c.LinkTable_Table';
import unused from '@salesforce/label/c.LinkTable_Unused';

export const LABELS = {
    actions,
    copy,
    hosts,
    link,
    meetingType,
    notBookable,
    owner,
    select,
    selectNamed,
    state,
    table,
    unused
};
