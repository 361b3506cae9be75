import add from '@salesforce/label/c.LinkWizard_Add';
import addNamed from '@salesforce/label/c.LinkWizard_AddNamed';
import attendee from '@salesforce/label/c.LinkWizard_Attendee';
import attendeeHint from '@salesforce/label/c.LinkWizard_AttendeeHint';
import hours from '@salesforce/label/c.LinkWizard_Hours';
import loadError from '@salesforce/label/c.LinkWizard_HostsLoadError';
import loading from '@salesforce/label/c.Common_Loading';
import missing from '@salesforce/label/c.LinkWizard_HostsMissing';
import noHours from '@salesforce/label/c.LinkWizard_NoHours';
import person from '@salesforce/label/c.LinkWizard_Person';
import pool from '@salesforce/label/c.LinkWizard_Pool';
import poolHint from '@salesforce/label/c.LinkWizard_PoolHint';
import removeNamed from '@salesforce/label/c.LinkWizard_RemoveNamed';
import required from '@salesforce/label/c.LinkWizard_Required';
import roleOf from '@salesforce/label/c.LinkWizard_RoleOf';
import search from '@salesforce/label/c.LinkWizard_HostsSearch';
import title from '@salesforce/label/c.LinkWizard_HostsTitle';

export const LABELS = {
    add,
    addNamed,
    attendee,
    attendeeHint,
    hours,
    loadError,
    loading,
    missing,
    noHours,
    person,
    pool,
    poolHint,
    removeNamed,
    required,
    roleOf,
    search,
    title
};
