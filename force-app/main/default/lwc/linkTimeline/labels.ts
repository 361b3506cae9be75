import busy from '@salesforce/label/c.CopyLink_Busy';
import cannotReplace from '@salesforce/label/c.LinkTimeline_CannotReplace';
import copiedMessage from '@salesforce/label/c.CopyLink_SingleUseDoneMessage';
import copiedTitle from '@salesforce/label/c.CopyLink_SingleUseDoneTitle';
import emptyHeading from '@salesforce/label/c.LinkTimeline_EmptyHeading';
import emptyMessage from '@salesforce/label/c.LinkTimeline_EmptyMessage';
import loadError from '@salesforce/label/c.LinkTimeline_LoadError';
import made from '@salesforce/label/c.LinkTimeline_Made';
import nextStep from '@salesforce/label/c.CopyLink_CopyErrorNextStep';
import opened from '@salesforce/label/c.LinkTimeline_Opened';
import refresh from '@salesforce/label/c.Common_Refresh';
import replace from '@salesforce/label/c.LinkTimeline_Replace';
import replaceError from '@salesforce/label/c.LinkTimeline_ReplaceError';
import replaceNamed from '@salesforce/label/c.LinkTimeline_ReplaceNamed';
import replacedBy from '@salesforce/label/c.LinkTimeline_ReplacedBy';
import replaces from '@salesforce/label/c.LinkTimeline_Replaces';
import revoked from '@salesforce/label/c.LinkTimeline_Revoked';
import scanned from '@salesforce/label/c.LinkTimeline_Scanned';
import title from '@salesforce/label/c.LinkTimeline_Title';
import used from '@salesforce/label/c.LinkTimeline_Used';

export const LABELS = {
    busy,
    cannotReplace,
    copiedMessage,
    copiedTitle,
    emptyHeading,
    emptyMessage,
    loadError,
    made,
    nextStep,
    opened,
    refresh,
    replace,
    replaceError,
    replaceNamed,
    replacedBy,
    replaces,
    revoked,
    scanned,
    title,
    used
};
