import hosts from '@salesforce/label/c.BookingLink_Hosts';
import notBookable from '@salesforce/label/c.BookingLink_NotBookable';
import owner from '@salesforce/label/c.BookingLink_Owner';
import unused from '@salesforce/label/c.BookingLink_Unused';

export const LABELS = { hosts, notBookable, owner, unused };
