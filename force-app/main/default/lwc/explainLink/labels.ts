import elsewhere from '@salesforce/label/c.ExplainLink_Elsewhere';
import elsewhereNext from '@salesforce/label/c.ExplainLink_ElsewhereNext';
import explain from '@salesforce/label/c.ExplainLink_Explain';
import input from '@salesforce/label/c.ExplainLink_Input';
import inputHelp from '@salesforce/label/c.ExplainLink_InputHelp';
import loadError from '@salesforce/label/c.ExplainLink_LoadError';
import manage from '@salesforce/label/c.ExplainLink_Manage';
import manageNext from '@salesforce/label/c.ExplainLink_ManageNext';
import notFound from '@salesforce/label/c.ExplainLink_NotFound';
import notFoundNext from '@salesforce/label/c.ExplainLink_NotFoundNext';
import placeholder from '@salesforce/label/c.ExplainLink_Placeholder';
import privacy from '@salesforce/label/c.ExplainLink_Privacy';
import title from '@salesforce/label/c.ExplainLink_Title';
import typo from '@salesforce/label/c.ExplainLink_Typo';
import typoNext from '@salesforce/label/c.ExplainLink_TypoNext';
import unreadable from '@salesforce/label/c.ExplainLink_Unreadable';
import unreadableNext from '@salesforce/label/c.ExplainLink_UnreadableNext';

export const LABELS = {
    elsewhere,
    elsewhereNext,
    explain,
    input,
    inputHelp,
    loadError,
    manage,
    manageNext,
    notFound,
    notFoundNext,
    placeholder,
    privacy,
    title,
    typo,
    typoNext,
    unreadable,
    unreadableNext
};
