import attendee from '@salesforce/label/c.LinkWizard_Attendee';
import description from '@salesforce/label/c.LinkWizard_Description';
import expiry from '@salesforce/label/c.LinkWizard_Expiry';
import hostAndRole from '@salesforce/label/c.LinkWizard_HostAndRole';
import hosts from '@salesforce/label/c.LinkTable_Hosts';
import library from '@salesforce/label/c.LinksLibrary_Title';
import name from '@salesforce/label/c.LinkWizard_Name';
import never from '@salesforce/label/c.LinkWizard_Never';
import no from '@salesforce/label/c.Common_No';
import pool from '@salesforce/label/c.LinkWizard_Pool';
import required from '@salesforce/label/c.LinkWizard_Required';
import slug from '@salesforce/label/c.LinkWizard_Slug';
import type from '@salesforce/label/c.LinkTable_MeetingType';
import yes from '@salesforce/label/c.Common_Yes';

export const LABELS = {
    attendee,
    description,
    expiry,
    hostAndRole,
    hosts,
    library,
    name,
    never,
    no,
    pool,
    required,
    slug,
    type,
    yes
};
