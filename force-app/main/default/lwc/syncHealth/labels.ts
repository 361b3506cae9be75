import emptyHeading from '@salesforce/label/c.SyncHealth_EmptyHeading';
import emptyMessage from '@salesforce/label/c.SyncHealth_EmptyMessage';
import loadError from '@salesforce/label/c.SyncHealth_LoadError';
import refresh from '@salesforce/label/c.Common_Refresh';
import title from '@salesforce/label/c.SyncHealth_Title';

export const LABELS = {
    emptyHeading,
    emptyMessage,
    loadError,
    refresh,
    title
};
