import cancel from '@salesforce/label/c.UnusedLinkDialog_Cancel';
import hint from '@salesforce/label/c.UnusedLinkDialog_Hint';
import keep from '@salesforce/label/c.UnusedLinkDialog_Keep';
import one from '@salesforce/label/c.UnusedLinkDialog_One';
import opened from '@salesforce/label/c.UnusedLinkDialog_Opened';
import replace from '@salesforce/label/c.UnusedLinkDialog_Replace';
import several from '@salesforce/label/c.UnusedLinkDialog_Several';

export const LABELS = {
    cancel,
    hint,
    keep,
    one,
    opened,
    replace,
    several
};
