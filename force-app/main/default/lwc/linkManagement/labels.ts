import all from '@salesforce/label/c.LinkManagement_AllLinks';
import loadError from '@salesforce/label/c.LinkManagement_LoadError';
import loading from '@salesforce/label/c.Common_Loading';
import managed from '@salesforce/label/c.ManagedLinks_Title';
import noAccessHeading from '@salesforce/label/c.LinkManagement_NoAccessHeading';
import noAccessMessage from '@salesforce/label/c.LinkManagement_NoAccessMessage';
import title from '@salesforce/label/c.LinkManagement_Title';

export const LABELS = { all, loadError, loading, managed, noAccessHeading, noAccessMessage, title };
