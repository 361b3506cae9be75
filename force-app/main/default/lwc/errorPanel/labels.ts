import hideDetails from '@salesforce/label/c.ErrorPanel_HideDetails';
import message from '@salesforce/label/c.ErrorPanel_Message';
import nextStep from '@salesforce/label/c.ErrorPanel_NextStep';
import retry from '@salesforce/label/c.ErrorPanel_Retry';
import showDetails from '@salesforce/label/c.ErrorPanel_ShowDetails';

export const LABELS = { hideDetails, message, nextStep, retry, showDetails };
