import loadError from '@salesforce/label/c.RecordFields_LoadError';

export const LABELS = { loadError };
