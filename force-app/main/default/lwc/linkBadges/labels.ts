import expired from '@salesforce/label/c.BookingLink_Expired';
import inLibrary from '@salesforce/label/c.BookingLink_InLibrary';
import inactive from '@salesforce/label/c.BookingLink_Inactive';
import managed from '@salesforce/label/c.BookingLink_Managed';

export const LABELS = { expired, inLibrary, inactive, managed };
