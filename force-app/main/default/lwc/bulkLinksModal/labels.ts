import activate from '@salesforce/label/c.BookingLinkMenu_Activate';
import askActivate from '@salesforce/label/c.BulkLinks_AskActivate';
import askDeactivate from '@salesforce/label/c.BulkLinks_AskDeactivate';
import askOwner from '@salesforce/label/c.BulkLinks_AskOwner';
import askRevoke from '@salesforce/label/c.BulkLinks_AskRevoke';
import cancel from '@salesforce/label/c.Common_Cancel';
import choose from '@salesforce/label/c.BulkLinks_OwnerChoose';
import close from '@salesforce/label/c.Common_Close';
import deactivate from '@salesforce/label/c.BookingLinkMenu_Deactivate';
import doing from '@salesforce/label/c.BulkLinks_Doing';
import done from '@salesforce/label/c.BulkLinks_Done';
import host from '@salesforce/label/c.BulkLinks_OwnerHost';
import loadError from '@salesforce/label/c.BulkLinks_LoadError';
import loading from '@salesforce/label/c.Common_Loading';
import managedOwner from '@salesforce/label/c.BulkLinks_ManagedOwner';
import managedSwitch from '@salesforce/label/c.BulkLinks_ManagedSwitch';
import nothing from '@salesforce/label/c.BulkLinks_Nothing';
import owner from '@salesforce/label/c.AllLinks_ChangeOwner';
import ownerMissing from '@salesforce/label/c.BulkLinks_OwnerMissing';
import revoke from '@salesforce/label/c.AllLinks_Revoke';
import search from '@salesforce/label/c.BulkLinks_OwnerSearch';

export const LABELS = {
    activate,
    askActivate,
    askDeactivate,
    askOwner,
    askRevoke,
    cancel,
    choose,
    close,
    deactivate,
    doing,
    done,
    host,
    loadError,
    loading,
    managedOwner,
    managedSwitch,
    nothing,
    owner,
    ownerMissing,
    revoke,
    search
};
