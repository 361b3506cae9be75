import copyOf from '@salesforce/label/c.LinkWizard_CopyOf';
import details from '@salesforce/label/c.LinkWizard_StepDetails';
import gone from '@salesforce/label/c.LinkWizard_Gone';
import hosts from '@salesforce/label/c.LinkWizard_StepHosts';
import leftOver from '@salesforce/label/c.LinkWizard_LeftOver';
import loadError from '@salesforce/label/c.LinkWizard_LoadError';
import loading from '@salesforce/label/c.Common_Loading';
import next from '@salesforce/label/c.LinkWizard_Next';
import notSaved from '@salesforce/label/c.LinkWizard_NotSaved';
import review from '@salesforce/label/c.LinkWizard_StepReview';
import save from '@salesforce/label/c.LinkWizard_Save';
import type from '@salesforce/label/c.LinkWizard_StepType';

export const LABELS = {
    copyOf,
    details,
    gone,
    hosts,
    leftOver,
    loadError,
    loading,
    next,
    notSaved,
    review,
    save,
    type
};
