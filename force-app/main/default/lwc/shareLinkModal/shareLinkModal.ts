import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { ListedLink } from 'types/links';
import { LABELS } from './labels';

/** The ways to share a calendar: its reusable link, a link for one booking, and lines for a web site. */
export default class ShareLinkModal extends LightningModal {
    @api link!: ListedLink;

    labels = LABELS;

    get isReusable(): boolean {
        return this.link.singleUsePolicy !== 'Required';
    }

    handleCloseClick(): void {
        this.close();
    }
}
