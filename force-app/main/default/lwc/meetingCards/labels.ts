import bookedAt from '@salesforce/label/c.MeetingRow_BookedAtIs';
import link from '@salesforce/label/c.MeetingRow_LinkIs';
import menu from '@salesforce/label/c.MeetingRow_Menu';
import record from '@salesforce/label/c.MeetingRow_RecordIs';

export const LABELS = {
    bookedAt,
    link,
    menu,
    record
};
