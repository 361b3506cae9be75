import back from '@salesforce/label/c.LinkWizard_Back';
import cancel from '@salesforce/label/c.Common_Cancel';
import close from '@salesforce/label/c.Common_Close';
import leave from '@salesforce/label/c.LinkWizard_Leave';
import leaveQuestion from '@salesforce/label/c.LinkWizard_LeaveQuestion';
import stay from '@salesforce/label/c.LinkWizard_Stay';

export const LABELS = { back, cancel, close, leave, leaveQuestion, stay };
