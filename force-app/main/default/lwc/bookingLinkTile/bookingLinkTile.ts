import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/labelUtils';
import { meetingTypeSummary } from 'c/linkUtils';
import type { BookingLink, CopyPlace } from 'types/links';
import { LABELS } from './labels';

interface Badge {
    label: string;
    iconName: string;
}

/** One original link: what it books, its state and the ways to copy it. Passes `linkcopied` on. */
export default class BookingLinkTile extends LightningElement {
    @api link!: BookingLink;
    /** Where this tile stands, kept on each single-use link made here. */
    @api place!: CopyPlace;

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

    get badges(): Badge[] {
        const { isActive, isExpired, isInLibrary } = this.link;
        return [
            ...(isActive ? [] : [{ label: LABELS.inactive, iconName: 'utility:ban' }]),
            ...(isExpired ? [{ label: LABELS.expired, iconName: 'utility:clock' }] : []),
            ...(isInLibrary ? [{ label: LABELS.inLibrary, iconName: 'utility:groups' }] : [])
        ];
    }

    handleLinkCopied(event: CustomEvent<{ kind: string }>): void {
        this.dispatchEvent(new CustomEvent('linkcopied', { detail: { kind: event.detail.kind } }));
    }
}
