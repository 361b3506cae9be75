import library from '@salesforce/label/c.LinksLibrary_Title';
import me from '@salesforce/label/c.MyLinks_Me';
import newLink from '@salesforce/label/c.MyLinks_NewLink';
import newManaged from '@salesforce/label/c.ManagedLinks_New';
import refresh from '@salesforce/label/c.Common_Refresh';
import title from '@salesforce/label/c.MyLinks_Title';

export const LABELS = { library, me, newLink, newManaged, refresh, title };
