import cancel from '@salesforce/label/c.Common_Cancel';
import managed from '@salesforce/label/c.NewLink_Managed';
import managedHint from '@salesforce/label/c.NewLink_ManagedHint';
import question from '@salesforce/label/c.NewLink_Question';
import standard from '@salesforce/label/c.NewLink_Standard';
import standardHint from '@salesforce/label/c.NewLink_StandardHint';

export const LABELS = { cancel, managed, managedHint, question, standard, standardHint };
