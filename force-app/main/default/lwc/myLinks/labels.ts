import library from '@salesforce/label/c.LinksLibrary_Title';
import refresh from '@salesforce/label/c.Common_Refresh';
import title from '@salesforce/label/c.MyLinks_Title';

export const LABELS = { library, refresh, title };
