import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import type { RowPosition } from 'c/keysetPaging';
import {
    BY_NAME,
    MAX_ROWS,
    MY_LINKS_QUERY,
    linksVariables,
    positionOf,
    toLinksPage,
    type LinkSort,
    type MyLinksData
} from 'c/linkApi';
import type { ListedLink } from 'types/links';

/** Fits the widest grid of cards without a gap. */
const PAGE_SIZE = 24;

/**
 * What every list of original links is built on: it asks for them page by page, and for those that hold words of a
 * search. A component that extends it says which links, and shows them.
 */
export default class LinkPages extends LightningElement {
    query = MY_LINKS_QUERY;
    errors: unknown = undefined;
    isLoading = true;
    hasNextPage = false;
    /** What is searched for; empty: nothing. */
    term = '';
    sort: LinkSort = BY_NAME;
    /** Which links, all of it. */
    filters: Record<string, unknown>[] = [];
    isOwnerSearched = false;
    pageSize = PAGE_SIZE;
    /** Links of the pages before the current one. */
    private earlierLinks: ListedLink[] = [];
    /** Links of the page that the wire holds now; undefined until Salesforce has answered. */
    private pageLinks: ListedLink[] | undefined = undefined;
    private position: RowPosition | undefined = undefined;
    private first: number | undefined = undefined;
    private refreshPage: (() => Promise<void>) | undefined = undefined;
    private isRefreshDue = false;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredLinks({ data, errors, refresh }: GraphQLResult<MyLinksData>): void {
        this.refreshPage = refresh;
        if (errors) this.fail(errors);
        if (!data) return;
        const { links, hasNextPage } = toLinksPage(data, new Date());
        this.pageLinks = links;
        this.hasNextPage = hasNextPage;
        this.errors = undefined;
        this.isLoading = false;
        // The platform may have answered from its cache.
        if (this.isRefreshDue) void this.refreshWire();
    }

    get variables(): Record<string, unknown> {
        const { filters, term, isOwnerSearched, sort, position, first = this.pageSize } = this;
        return linksVariables({ filters, term, isOwnerSearched, sort, after: position, first });
    }

    /** Every link loaded so far. */
    get links(): ListedLink[] {
        return [...this.earlierLinks, ...(this.pageLinks ?? [])];
    }

    get hasLinks(): boolean {
        return this.links.length > 0;
    }

    /** There is none at all. */
    get isEmpty(): boolean {
        return this.isAnsweredEmpty && this.term === '' && !this.isNarrowed;
    }

    /** There is none that is searched for. */
    get isWithoutMatch(): boolean {
        return this.isAnsweredEmpty && (this.term !== '' || this.isNarrowed);
    }

    /** Whether searching makes sense: there is something, or there would be without the search. */
    get isSearchable(): boolean {
        return this.pageLinks !== undefined && !this.isEmpty;
    }

    /** Whether filters that a person chose leave links out; a component with filters says so. */
    get isNarrowed(): boolean {
        return false;
    }

    handleSearch(event: CustomEvent<{ term: string }>): void {
        this.term = event.detail.term;
        this.startOver();
    }

    handleShowMoreClick(): void {
        const last = this.links.at(-1);
        if (this.isLoading || !last) return;
        this.isLoading = true;
        this.earlierLinks = this.links;
        this.pageLinks = [];
        this.first = undefined;
        this.position = positionOf(last, this.sort);
    }

    /** Shows what is in Salesforce now, with as many rows as are shown, up to what one request may ask for. */
    async refresh(): Promise<void> {
        const first = Math.min(Math.max(this.links.length, this.pageSize), MAX_ROWS);
        this.isLoading = true;
        this.errors = undefined;
        if (this.position === undefined && (this.first ?? this.pageSize) === first) return this.refreshWire();
        this.isRefreshDue = true;
        // What is shown stays until the answer is there.
        this.pageLinks = this.links;
        this.startOver();
        this.first = first;
        return undefined;
    }

    /** Asks for the first page: after a change of filters or sort. */
    protected startOver(): void {
        this.isLoading = true;
        this.errors = undefined;
        this.earlierLinks = [];
        this.position = undefined;
        this.first = undefined;
    }

    private get isAnsweredEmpty(): boolean {
        return this.pageLinks !== undefined && !this.isLoading && this.errors === undefined && !this.hasLinks;
    }

    private fail(errors: unknown): void {
        this.errors = errors;
        this.isLoading = false;
    }

    private async refreshWire(): Promise<void> {
        this.isRefreshDue = false;
        try {
            await this.refreshPage?.();
            // An unchanged answer may not reach the wire again.
            this.isLoading = false;
        } catch (error) {
            this.fail(error);
        }
    }
}
