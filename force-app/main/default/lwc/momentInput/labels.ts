import missing from '@salesforce/label/c.MomentInput_Missing';
import zone from '@salesforce/label/c.MomentInput_Zone';

export const LABELS = { missing, zone };
