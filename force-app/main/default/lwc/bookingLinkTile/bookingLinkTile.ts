import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/labelUtils';
import { meetingTypeSummary } from 'c/linkUtils';
import type { CopyPlace, ListedLink } from 'types/links';
import { LABELS } from './labels';

/** One original link: what it books, its state and the ways to copy it. Passes `linkcopied` and `linkchanged` on. */
export default class BookingLinkTile extends LightningElement {
    @api link!: ListedLink;
    /** Where this tile stands, kept on each single-use link made here. */
    @api place!: CopyPlace;
    /** Offers to copy and nothing else, and names the owner. */
    @api isCopyOnly = false;

    labels = LABELS;

    get meetingTypeText(): string {
        return meetingTypeSummary(this.link);
    }

    get hasHosts(): boolean {
        return this.link.hostNames.length > 0;
    }

    get hostsText(): string {
        return fillLabel(LABELS.hosts, this.link.hostNames.join(', '));
    }

    get isBookable(): boolean {
        return this.link.isActive && !this.link.isExpired;
    }

    get hasUnused(): boolean {
        return this.link.unusedCount > 0;
    }

    get unusedText(): string {
        return fillLabel(LABELS.unused, this.link.unusedCount);
    }

    get isOwn(): boolean {
        return !this.isCopyOnly;
    }

    get ownerText(): string {
        return fillLabel(LABELS.owner, this.link.ownerName);
    }

    handleLinkCopied(event: CustomEvent<{ kind: string }>): void {
        this.dispatchEvent(new CustomEvent('linkcopied', { detail: { kind: event.detail.kind } }));
    }

    handleLinkChanged(): void {
        this.dispatchEvent(new CustomEvent('linkchanged'));
    }
}
