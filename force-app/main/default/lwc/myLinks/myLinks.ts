import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import userId from '@salesforce/user/Id';
import { fillLabel } from 'c/labelUtils';
import { MY_LINKS_QUERY, myLinksVariables, toBookingLinks, type MyLinksData } from 'c/linkApi';
import { matchesSearch } from 'c/linkUtils';
import type { BookingLink } from 'types/links';
import { LABELS } from './labels';

/** Tiles shown at first and added by each *Show more*. */
const TILES_PER_STEP = 24;

/** Page *My Links*: the links the running user owns, in every state. */
export default class MyLinks extends LightningElement {
    labels = LABELS;
    query = MY_LINKS_QUERY;
    variables = myLinksVariables(userId);
    /** Undefined until Salesforce has answered. */
    links: BookingLink[] | undefined = undefined;
    errors: unknown = undefined;
    isRefreshing = false;
    searchTerm = '';
    tileCount = TILES_PER_STEP;

    private refreshLinks: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredLinks({ data, errors, refresh }: GraphQLResult<MyLinksData>): void {
        this.refreshLinks = refresh;
        this.errors = errors;
        if (data) this.links = toBookingLinks(data, new Date());
    }

    get isLoading(): boolean {
        return this.isRefreshing || (this.links === undefined && this.errors === undefined);
    }

    get matches(): BookingLink[] {
        return (this.links ?? []).filter((link) => matchesSearch(link, this.searchTerm));
    }

    get shownLinks(): BookingLink[] {
        return this.matches.slice(0, this.tileCount);
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

    get isMoreShown(): boolean {
        return this.matches.length > this.tileCount;
    }

    /** Read out as the user types. */
    get matchCountText(): string {
        return this.searchTerm === '' ? '' : fillLabel(LABELS.matchCount, this.matches.length);
    }

    handleSearchChange(event: CustomEvent<{ value: string }>): void {
        this.searchTerm = event.detail.value;
        this.tileCount = TILES_PER_STEP;
    }

    handleShowMoreClick(): void {
        this.tileCount += TILES_PER_STEP;
    }

    /** A single-use copy changes how many unused versions its link has. */
    async handleLinkCopied(event: CustomEvent<{ kind: string }>): Promise<void> {
        if (event.detail.kind === 'single-use') await this.refresh();
    }

    async handleRefresh(): Promise<void> {
        this.isRefreshing = true;
        await this.refresh();
        this.isRefreshing = false;
    }

    private async refresh(): Promise<void> {
        try {
            await this.refreshLinks?.();
        } catch (error) {
            this.errors = error;
        }
    }
}
