import expiry from '@salesforce/label/c.LinkWizard_Expiry';
import library from '@salesforce/label/c.LinksLibrary_Title';
import name from '@salesforce/label/c.LinkWizard_Name';
import namePattern from '@salesforce/label/c.ManagedLinkNaming_NamePattern';
import never from '@salesforce/label/c.LinkWizard_Never';
import no from '@salesforce/label/c.Common_No';
import pool from '@salesforce/label/c.LinkWizard_Pool';
import slugPattern from '@salesforce/label/c.ManagedLinkNaming_SlugPattern';
import type from '@salesforce/label/c.LinkTable_MeetingType';
import users from '@salesforce/label/c.ManagedLinkReview_Users';
import usersMore from '@salesforce/label/c.ManagedLinkReview_UsersMore';
import usersValue from '@salesforce/label/c.ManagedLinkReview_UsersValue';
import yes from '@salesforce/label/c.Common_Yes';

export const LABELS = {
    expiry,
    library,
    name,
    namePattern,
    never,
    no,
    pool,
    slugPattern,
    type,
    users,
    usersMore,
    usersValue,
    yes
};
