import loading from '@salesforce/label/c.Common_Loading';

export const LABELS = { loading };
