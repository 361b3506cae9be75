import { LightningElement } from 'lwc';
import { settings } from '../../platform/settings';

/** The bar on top of every page: which org this is, and who you are in it. */
export default class GlobalHeader extends LightningElement {
    orgName = settings.orgName;
}
