import busy from '@salesforce/label/c.CopyLink_Busy';
import copy from '@salesforce/label/c.CopyLink_Copy';
import copyError from '@salesforce/label/c.CopyLink_CopyError';
import copyErrorNextStep from '@salesforce/label/c.CopyLink_CopyErrorNextStep';
import copySingleUse from '@salesforce/label/c.CopyLink_CopySingleUse';
import copySingleUseAction from '@salesforce/label/c.CopyLink_CopySingleUseAction';
import doneMessage from '@salesforce/label/c.CopyLink_DoneMessage';
import doneTitle from '@salesforce/label/c.CopyLink_DoneTitle';
import menu from '@salesforce/label/c.CopyLink_Menu';
import named from '@salesforce/label/c.CopyLink_Named';
import revokeError from '@salesforce/label/c.CopyLink_RevokeError';
import singleUseDoneMessage from '@salesforce/label/c.CopyLink_SingleUseDoneMessage';
import singleUseDoneTitle from '@salesforce/label/c.CopyLink_SingleUseDoneTitle';
import unusedTitle from '@salesforce/label/c.CopyLink_UnusedTitle';

export const LABELS = {
    busy,
    copy,
    copyError,
    copyErrorNextStep,
    copySingleUse,
    copySingleUseAction,
    doneMessage,
    doneTitle,
    menu,
    named,
    revokeError,
    singleUseDoneMessage,
    singleUseDoneTitle,
    unusedTitle
};
