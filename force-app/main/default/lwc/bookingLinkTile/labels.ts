import expired from '@salesforce/label/c.BookingLink_Expired';
import hosts from '@salesforce/label/c.BookingLink_Hosts';
import inLibrary from '@salesforce/label/c.BookingLink_InLibrary';
import inactive from '@salesforce/label/c.BookingLink_Inactive';
import notBookable from '@salesforce/label/c.BookingLink_NotBookable';
import unused from '@salesforce/label/c.BookingLink_Unused';

export const LABELS = { expired, hosts, inLibrary, inactive, notBookable, unused };
