import done from '@salesforce/label/c.ManagedLinkWork_Done';
import heading from '@salesforce/label/c.ManagedLinkWork_Heading';
import joining from '@salesforce/label/c.ManagedLinkWork_Joining';
import keep from '@salesforce/label/c.ManagedLinkWork_Keep';
import takeBack from '@salesforce/label/c.ManagedLinkWork_TakeBack';
import takenBack from '@salesforce/label/c.ManagedLinkWork_TakenBack';
import takingBack from '@salesforce/label/c.ManagedLinkWork_TakingBack';

export const LABELS = { done, heading, joining, keep, takeBack, takenBack, takingBack };
