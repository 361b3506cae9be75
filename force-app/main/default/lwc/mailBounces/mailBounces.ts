import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { fillLabel } from 'c/labelUtils';
import type { MailBounce } from 'types/health';
import { toBounceRow, type BounceRow } from './bounceRow';
import { LABELS } from './labels';

/** Mails that the mail server refused: what, to whom, why, when, and the way to the meeting. Nothing when there are none. */
export default class MailBounces extends NavigationMixin(LightningElement) {
    /** How many there are, shown or not. */
    @api count = 0;
    /** What ages are counted from. */
    @api now = new Date();

    labels = LABELS;
    /** Addresses of the meetings' records, by id. */
    urls: Record<string, string> = {};

    private knownBounces: readonly MailBounce[] = [];

    /** The latest, newest first. */
    @api
    get bounces(): readonly MailBounce[] {
        return this.knownBounces;
    }
    set bounces(bounces: readonly MailBounce[]) {
        this.knownBounces = bounces;
        void this.findUrls(bounces);
    }

    get hasBounces(): boolean {
        return this.knownBounces.length > 0;
    }

    get rows(): BounceRow[] {
        const { now, urls } = this;
        return this.knownBounces.map((bounce, index) => toBounceRow(bounce, { index, now, urls }));
    }

    get hasMore(): boolean {
        return this.count > this.knownBounces.length;
    }

    get moreText(): string {
        return fillLabel(LABELS.more, this.knownBounces.length, this.count);
    }

    private async findUrls(bounces: readonly MailBounce[]): Promise<void> {
        const ids = new Set(bounces.flatMap(({ meetingId }) => meetingId ?? []));
        const found = [...ids].map(async (recordId): Promise<[string, string]> => {
            const attributes = { recordId, objectApiName: 'Meeting__c', actionName: 'view' };
            return [recordId, await this[NavigationMixin.GenerateUrl]({ type: 'standard__recordPage', attributes })];
        });
        this.urls = Object.fromEntries(await Promise.all(found));
    }
}
