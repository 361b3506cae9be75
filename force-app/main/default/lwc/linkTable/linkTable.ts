import { LightningElement, api } from 'lwc';
import { meetingTypeSummary } from 'c/linkUtils';
import type { CopyPlace, ListedLink } from 'types/links';
import { LABELS } from './labels';

interface Row {
    link: ListedLink;
    meetingType: string;
    hosts: string;
    isBookable: boolean;
}

/** Links as rows. Passes on `linkcopied` and `linkchanged`. */
export default class LinkTable extends LightningElement {
    @api links: ListedLink[] = [];
    /** Where this table stands, kept on each single-use link made here. */
    @api place!: CopyPlace;
    /** Offers to copy and nothing else, and names the owners. */
    @api isCopyOnly = false;

    labels = LABELS;

    get rows(): Row[] {
        return this.links.map((link) => ({
            link,
            meetingType: meetingTypeSummary(link),
            hosts: link.hostNames.join(', '),
            isBookable: link.isActive && !link.isExpired
        }));
    }

    get isOwn(): boolean {
        return !this.isCopyOnly;
    }

    handleLinkCopied(event: CustomEvent<{ kind: string }>): void {
        this.dispatchEvent(new CustomEvent('linkcopied', { detail: { kind: event.detail.kind } }));
    }

    handleLinkChanged(): void {
        this.dispatchEvent(new CustomEvent('linkchanged'));
    }
}
