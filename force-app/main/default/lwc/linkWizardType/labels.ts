import emptyHeading from '@salesforce/label/c.LinkWizard_NoTypesHeading';
import emptyMessage from '@salesforce/label/c.LinkWizard_NoTypesMessage';
import label from '@salesforce/label/c.LinkWizard_TypeLabel';
import loadError from '@salesforce/label/c.LinkWizard_TypesLoadError';
import missing from '@salesforce/label/c.LinkWizard_TypeMissing';

export const LABELS = { emptyHeading, emptyMessage, label, loadError, missing };
