import copyYourself from '@salesforce/label/c.CopyLink_CopyYourself';
import copyYourselfHint from '@salesforce/label/c.CopyLink_CopyYourselfHint';

export const LABELS = {
    copyYourself,
    copyYourselfHint
};
