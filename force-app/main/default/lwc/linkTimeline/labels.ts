import emptyHeading from '@salesforce/label/c.LinkTimeline_EmptyHeading';
import emptyMessage from '@salesforce/label/c.LinkTimeline_EmptyMessage';
import loadError from '@salesforce/label/c.LinkTimeline_LoadError';
import made from '@salesforce/label/c.LinkTimeline_Made';
import opened from '@salesforce/label/c.LinkTimeline_Opened';
import refresh from '@salesforce/label/c.Common_Refresh';
import replaces from '@salesforce/label/c.LinkTimeline_Replaces';
import revoked from '@salesforce/label/c.LinkTimeline_Revoked';
import title from '@salesforce/label/c.LinkTimeline_Title';
import used from '@salesforce/label/c.LinkTimeline_Used';

export const LABELS = {
    emptyHeading,
    emptyMessage,
    loadError,
    made,
    opened,
    refresh,
    replaces,
    revoked,
    title,
    used
};
