import description from '@salesforce/label/c.LinkWizard_Description';
import expiry from '@salesforce/label/c.LinkWizard_Expiry';
import expiryPast from '@salesforce/label/c.LinkWizard_ExpiryPast';
import library from '@salesforce/label/c.LinkWizard_Library';
import name from '@salesforce/label/c.LinkWizard_Name';
import slug from '@salesforce/label/c.LinkWizard_Slug';
import slugHelp from '@salesforce/label/c.LinkWizard_SlugHelp';
import slugTaken from '@salesforce/label/c.LinkWizard_SlugTaken';
import slugWrong from '@salesforce/label/c.LinkWizard_SlugWrong';

export const LABELS = { description, expiry, expiryPast, library, name, slug, slugHelp, slugTaken, slugWrong };
