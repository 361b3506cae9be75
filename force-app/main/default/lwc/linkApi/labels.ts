import serviceUrlMissing from '@salesforce/label/c.LinkApi_ServiceUrlMissing';
import unsupportedRecord from '@salesforce/label/c.LinkApi_UnsupportedRecord';

export const LABELS = { serviceUrlMissing, unsupportedRecord };
