import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import userId from '@salesforce/user/Id';
import { fillLabel } from 'c/labelUtils';
import { MY_LINKS_QUERY, libraryVariables, myLinksVariables, toBookingLinks, type MyLinksData } from 'c/linkApi';
import { matchesSearch } from 'c/linkUtils';
import type { CopyPlace, ListedLink } from 'types/links';
import { LABELS } from './labels';
import { readView, rememberView, type LinkView } from './viewPreference';

/** Links shown at first and added by each *Show more*. */
const LINKS_PER_STEP = 24;

/** Links to search and copy, as cards or as a list: the running user's own, or those that others share. */
export default class LinkCollection extends LightningElement {
    /** Shows what others share, to copy only, instead of the user's own links. */
    @api isLibrary = false;

    labels = LABELS;
    query = MY_LINKS_QUERY;
    /** Undefined until Salesforce has answered. */
    links: ListedLink[] | undefined = undefined;
    errors: unknown = undefined;
    isRefreshing = false;
    searchTerm = '';
    shownCount = LINKS_PER_STEP;
    view: LinkView = readView(userId);

    private refreshLinks: (() => Promise<void>) | undefined = undefined;

    /** Asks Salesforce again. */
    @api
    async refresh(): Promise<void> {
        this.isRefreshing = true;
        await this.refreshQuietly();
        this.isRefreshing = false;
    }

    get variables(): Record<string, unknown> {
        return this.isLibrary ? libraryVariables(userId) : myLinksVariables(userId);
    }

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredLinks({ data, errors, refresh }: GraphQLResult<MyLinksData>): void {
        this.refreshLinks = refresh;
        this.errors = errors;
        if (data) this.links = toBookingLinks(data, new Date());
    }

    get place(): CopyPlace {
        return this.isLibrary ? 'Links Library' : 'My Links';
    }

    get words(): { emptyHeading: string; emptyMessage: string; search: string } {
        const { emptyHeading, emptyMessage, search } = LABELS;
        return this.isLibrary
            ? {
                  emptyHeading: LABELS.libraryEmptyHeading,
                  emptyMessage: LABELS.libraryEmptyMessage,
                  search: LABELS.librarySearch
              }
            : { emptyHeading, emptyMessage, search };
    }

    get isLoading(): boolean {
        return this.isRefreshing || (this.links === undefined && this.errors === undefined);
    }

    get matches(): ListedLink[] {
        return (this.links ?? []).filter((link) => matchesSearch(link, this.searchTerm));
    }

    get shownLinks(): ListedLink[] {
        return this.matches.slice(0, this.shownCount);
    }

    get hasLinks(): boolean {
        return (this.links?.length ?? 0) > 0;
    }

    get isEmpty(): boolean {
        return this.links?.length === 0;
    }

    get isWithoutMatch(): boolean {
        return this.hasLinks && this.matches.length === 0;
    }

    get isTableShown(): boolean {
        return this.view === 'list' && this.matches.length > 0;
    }

    get areCardsShown(): boolean {
        return this.view === 'cards' && this.matches.length > 0;
    }

    get isMoreShown(): boolean {
        return this.matches.length > this.shownCount;
    }

    get viewOptions(): { label: string; value: LinkView }[] {
        return [
            { label: LABELS.cards, value: 'cards' },
            { label: LABELS.list, value: 'list' }
        ];
    }

    /** Read out as the user types. */
    get matchCountText(): string {
        return this.searchTerm === '' ? '' : fillLabel(LABELS.matchCount, this.matches.length);
    }

    handleSearchChange(event: CustomEvent<{ value: string }>): void {
        this.searchTerm = event.detail.value;
        this.shownCount = LINKS_PER_STEP;
    }

    handleViewChange(event: CustomEvent<{ value: LinkView }>): void {
        this.view = event.detail.value;
        rememberView(userId, this.view);
    }

    handleShowMoreClick(): void {
        this.shownCount += LINKS_PER_STEP;
    }

    /** A single-use copy changes how many unused versions its link has. */
    async handleLinkCopied(event: CustomEvent<{ kind: string }>): Promise<void> {
        if (event.detail.kind === 'single-use') await this.refreshQuietly();
    }

    async refreshQuietly(): Promise<void> {
        try {
            await this.refreshLinks?.();
        } catch (error) {
            this.errors = error;
        }
    }
}
