import heading from '@salesforce/label/c.LinkWizard_DoneHeading';
import hint from '@salesforce/label/c.LinkWizard_DoneHint';
import loadError from '@salesforce/label/c.LinkWizard_DoneLoadError';
import loading from '@salesforce/label/c.Common_Loading';
import notBookable from '@salesforce/label/c.BookingLink_NotBookable';

export const LABELS = { heading, hint, loadError, loading, notBookable };
