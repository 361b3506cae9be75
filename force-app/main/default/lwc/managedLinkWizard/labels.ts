import gone from '@salesforce/label/c.ManagedLinkWizard_Gone';
import loadError from '@salesforce/label/c.ManagedLinkWizard_LoadError';
import loading from '@salesforce/label/c.Common_Loading';
import naming from '@salesforce/label/c.ManagedLinkWizard_StepNaming';
import next from '@salesforce/label/c.LinkWizard_Next';
import review from '@salesforce/label/c.LinkWizard_StepReview';
import save from '@salesforce/label/c.ManagedLinkWizard_Save';
import saveError from '@salesforce/label/c.ManagedLinkWizard_SaveError';
import type from '@salesforce/label/c.LinkWizard_StepType';
import users from '@salesforce/label/c.ManagedLinkWizard_StepUsers';

export const LABELS = { gone, loadError, loading, naming, next, review, save, saveError, type, users };
