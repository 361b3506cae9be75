import changed from '@salesforce/label/c.ManagedLinkNaming_Changed';
import checking from '@salesforce/label/c.ManagedLinkNaming_Checking';
import expiry from '@salesforce/label/c.LinkWizard_Expiry';
import expiryPast from '@salesforce/label/c.LinkWizard_ExpiryPast';
import kept from '@salesforce/label/c.ManagedLinkNaming_Kept';
import library from '@salesforce/label/c.LinkWizard_Library';
import more from '@salesforce/label/c.ManagedLinkNaming_More';
import name from '@salesforce/label/c.ManagedLinkNaming_Name';
import namePattern from '@salesforce/label/c.ManagedLinkNaming_NamePattern';
import patternHelp from '@salesforce/label/c.ManagedLinkNaming_PatternHelp';
import preview from '@salesforce/label/c.ManagedLinkNaming_Preview';
import slugPattern from '@salesforce/label/c.ManagedLinkNaming_SlugPattern';
import slugWrong from '@salesforce/label/c.ManagedLinkNaming_SlugWrong';
import unknownPlace from '@salesforce/label/c.ManagedLinkNaming_UnknownPlace';

export const LABELS = {
    changed,
    checking,
    expiry,
    expiryPast,
    kept,
    library,
    more,
    name,
    namePattern,
    patternHelp,
    preview,
    slugPattern,
    slugWrong,
    unknownPlace
};
