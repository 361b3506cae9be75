import share from '@salesforce/label/c.PoolMemberTurns_Share';
import turns from '@salesforce/label/c.PoolMemberTurns_Turns';

export const LABELS = { share, turns };
