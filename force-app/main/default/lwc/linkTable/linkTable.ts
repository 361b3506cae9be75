import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/labelUtils';
import { meetingTypeSummary } from 'c/linkUtils';
import type { CopyPlace, ListedLink } from 'types/links';
import { LABELS } from './labels';

interface Row {
    link: ListedLink;
    meetingType: string;
    hosts: string;
    isBookable: boolean;
    stateClass: string;
    isSelected: boolean;
    selectName: string;
}

/** Links as rows. Passes on `linkcopied` and `linkchanged`; fires `selectionchanged` with `{ selectedIds }`. */
export default class LinkTable extends LightningElement {
    @api links: ListedLink[] = [];
    /** Where this table stands, kept on each single-use link made here. */
    @api place!: CopyPlace;
    /** Offers to copy and nothing else, and names the owners. */
    @api isCopyOnly = false;
    /** Names the owners, as where others' links are. */
    @api hasOwner = false;
    /** Each row can be selected. */
    @api isSelectable = false;
    @api selectedIds: string[] = [];

    labels = LABELS;

    get rows(): Row[] {
        const selected = new Set(this.selectedIds);
        return this.links.map((link) => ({
            link,
            meetingType: meetingTypeSummary(link),
            hosts: link.hostNames.join(', '),
            isBookable: link.isActive && !link.isExpired,
            stateClass: isPlain(link) ? 'row-cell row-cell_empty' : 'row-cell',
            isSelected: selected.has(link.id),
            selectName: fillLabel(LABELS.selectNamed, link.name)
        }));
    }

    get isOwnerShown(): boolean {
        return this.hasOwner || this.isCopyOnly;
    }

    get isOwn(): boolean {
        return !this.isCopyOnly;
    }

    handleSelectChange(event: Event): void {
        const { checked, dataset } = event.currentTarget as HTMLInputElement;
        const others = this.selectedIds.filter((id) => id !== dataset.link);
        const selectedIds = checked && dataset.link ? [...others, dataset.link] : others;
        this.dispatchEvent(new CustomEvent('selectionchanged', { detail: { selectedIds } }));
    }

    handleLinkCopied(event: CustomEvent<{ kind: string }>): void {
        this.dispatchEvent(new CustomEvent('linkcopied', { detail: { kind: event.detail.kind } }));
    }

    handleLinkChanged(): void {
        this.dispatchEvent(new CustomEvent('linkchanged'));
    }
}

/** Whether there is nothing special about a link, so that it has no badge. */
function isPlain({ isActive, isExpired, isInLibrary, isManaged }: ListedLink): boolean {
    return isActive && !isExpired && !isInLibrary && !isManaged;
}
