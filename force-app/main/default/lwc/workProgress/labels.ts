import bar from '@salesforce/label/c.WorkProgress_Bar';
import cancel from '@salesforce/label/c.WorkProgress_Stop';
import failed from '@salesforce/label/c.WorkProgress_Failed';
import proceed from '@salesforce/label/c.WorkProgress_Continue';
import progress from '@salesforce/label/c.WorkProgress_Progress';
import retry from '@salesforce/label/c.WorkProgress_Retry';
import stopped from '@salesforce/label/c.WorkProgress_Stopped';

export const LABELS = { bar, cancel, failed, proceed, progress, retry, stopped };
