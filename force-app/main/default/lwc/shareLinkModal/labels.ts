import close from '@salesforce/label/c.Common_Close';
import copy from '@salesforce/label/c.ShareLink_Copy';
import groupWarning from '@salesforce/label/c.ShareLink_GroupWarning';
import scheduling from '@salesforce/label/c.ShareLink_Scheduling';
import schedulingHint from '@salesforce/label/c.ShareLink_SchedulingHint';
import singleUse from '@salesforce/label/c.ShareLink_SingleUse';
import singleUseHint from '@salesforce/label/c.ShareLink_SingleUseHint';

export const LABELS = { close, copy, groupWarning, scheduling, schedulingHint, singleUse, singleUseHint };
