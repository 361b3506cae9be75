import earlier from '@salesforce/label/c.MeetingTime_Earlier';
import freeTimes from '@salesforce/label/c.MeetingTime_FreeTimes';
import later from '@salesforce/label/c.MeetingTime_Later';
import newTime from '@salesforce/label/c.MeetingTime_NewTime';
import none from '@salesforce/label/c.MeetingTime_None';
import timeOfDay from '@salesforce/label/c.MeetingTime_TimeOfDay';
import unknown from '@salesforce/label/c.MeetingTime_Unknown';
import week from '@salesforce/label/c.MeetingTime_Week';

export const LABELS = {
    earlier,
    freeTimes,
    later,
    newTime,
    none,
    timeOfDay,
    unknown,
    week
};
