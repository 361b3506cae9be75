import { api } from 'lwc';
import userId from '@salesforce/user/Id';
import { fillLabel } from 'c/labelUtils';
import { libraryFilter, ownFilter } from 'c/linkApi';
import LinkPages from 'c/linkPages';
import type { CopyPlace } from 'types/links';
import { LABELS } from './labels';
import { readView, rememberView, type LinkView } from './viewPreference';

interface Words {
    emptyHeading: string;
    emptyMessage: string;
    search: string;
}

const OWN_WORDS: Words = {
    emptyHeading: LABELS.emptyHeading,
    emptyMessage: LABELS.emptyMessage,
    search: LABELS.search
};
const LIBRARY_WORDS: Words = {
    emptyHeading: LABELS.libraryEmptyHeading,
    emptyMessage: LABELS.libraryEmptyMessage,
    search: LABELS.librarySearch
};

/** Links to search and copy, as cards or as a list: the running user's own, or those that others share. */
export default class LinkCollection extends LinkPages {
    /** Shows what others share, to copy only, instead of the user's own links. */
    @api isLibrary = false;

    labels = LABELS;
    view: LinkView = readView(userId);

    connectedCallback(): void {
        this.filters = [this.isLibrary ? libraryFilter(userId) : ownFilter(userId)];
        this.isOwnerSearched = this.isLibrary;
    }

    /** Asks Salesforce again. */
    @api
    override async refresh(): Promise<void> {
        await super.refresh();
    }

    get place(): CopyPlace {
        return this.isLibrary ? 'Links Library' : 'My Links';
    }

    get words(): Words {
        return this.isLibrary ? LIBRARY_WORDS : OWN_WORDS;
    }

    get isTableShown(): boolean {
        return this.view === 'list' && this.hasLinks;
    }

    get areCardsShown(): boolean {
        return this.view === 'cards' && this.hasLinks;
    }

    get viewOptions(): { label: string; value: LinkView }[] {
        return [
            { label: LABELS.cards, value: 'cards' },
            { label: LABELS.list, value: 'list' }
        ];
    }

    /** Read out as the user types. */
    get matchCountText(): string {
        if (this.term === '' || this.isLoading) return '';
        return fillLabel(this.hasNextPage ? LABELS.matchCountMore : LABELS.matchCount, this.links.length);
    }

    handleViewChange(event: CustomEvent<{ value: LinkView }>): void {
        this.view = event.detail.value;
        rememberView(userId, this.view);
    }

    /** A single-use copy changes how many unused versions its link has. */
    async handleLinkCopied(event: CustomEvent<{ kind: string }>): Promise<void> {
        if (event.detail.kind === 'single-use') await this.refresh();
    }
}
