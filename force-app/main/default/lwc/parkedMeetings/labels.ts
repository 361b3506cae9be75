import emptyHeading from '@salesforce/label/c.ParkedMeetings_EmptyHeading';
import emptyMessage from '@salesforce/label/c.ParkedMeetings_EmptyMessage';
import loadError from '@salesforce/label/c.ParkedMeetings_LoadError';
import more from '@salesforce/label/c.ParkedMeetings_More';
import noCode from '@salesforce/label/c.ParkedMeetings_NoCode';
import refused from '@salesforce/label/c.ParkedMeetings_Refused';
import retried from '@salesforce/label/c.ParkedMeetings_Retried';
import retry from '@salesforce/label/c.ParkedMeetings_Retry';
import retryAll from '@salesforce/label/c.ParkedMeetings_RetryAll';
import retryOf from '@salesforce/label/c.ParkedMeetings_RetryOf';
import retryingCount from '@salesforce/label/c.ParkedMeetings_RetryingCount';
import title from '@salesforce/label/c.ParkedMeetings_Title';
import waiting from '@salesforce/label/c.ParkedMeetings_Waiting';

export const LABELS = {
    emptyHeading,
    emptyMessage,
    loadError,
    more,
    noCode,
    refused,
    retried,
    retry,
    retryAll,
    retryOf,
    retryingCount,
    title,
    waiting
};
