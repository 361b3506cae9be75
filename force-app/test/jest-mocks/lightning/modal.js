import { LightningElement, api } from 'lwc';

/** Stands in for the platform's modal, which sfdx-lwc-jest has no stub for. */
export default class LightningModal extends LightningElement {
    static open = jest.fn().mockResolvedValue(undefined);

    @api size;
    @api label;
    @api description;
    @api disableClose;

    @api close = jest.fn();
}
