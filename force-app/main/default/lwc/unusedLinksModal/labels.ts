import close from '@salesforce/label/c.Common_Close';
import emptyHeading from '@salesforce/label/c.UnusedLinks_EmptyHeading';
import emptyMessage from '@salesforce/label/c.UnusedLinks_EmptyMessage';
import failed from '@salesforce/label/c.UnusedLinks_Failed';
import hint from '@salesforce/label/c.UnusedLinks_Hint';
import keep from '@salesforce/label/c.UnusedLinks_Keep';
import loadError from '@salesforce/label/c.UnusedLinks_LoadError';
import opened from '@salesforce/label/c.UnusedLinks_Opened';
import progress from '@salesforce/label/c.UnusedLinks_Progress';
import question from '@salesforce/label/c.UnusedLinks_Question';
import revoke from '@salesforce/label/c.UnusedLinks_Revoke';
import revokeAll from '@salesforce/label/c.UnusedLinks_RevokeAll';
import revokeOne from '@salesforce/label/c.UnusedLinks_RevokeOne';

export const LABELS = {
    close,
    emptyHeading,
    emptyMessage,
    failed,
    hint,
    keep,
    loadError,
    opened,
    progress,
    question,
    revoke,
    revokeAll,
    revokeOne
};
