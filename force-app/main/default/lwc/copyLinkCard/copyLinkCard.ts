import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import userId from '@salesforce/user/Id';
import { fillLabel } from 'c/labelUtils';
import { MY_LINKS_QUERY, myLinksVariables, toBookingLinks, type MyLinksData } from 'c/linkApi';
import { matchesSearch, meetingTypeSummary } from 'c/linkUtils';
import type { BookingLink } from 'types/links';
import { LABELS } from './labels';

/** As many rows as fit without making the record page scroll; more can be searched. */
const SHORT_LIST_LENGTH = 6;

interface Row {
    link: BookingLink;
    summary: string;
}

/** The running user's bookable links on a record page; a single-use link made here belongs to the record. */
export default class CopyLinkCard extends NavigationMixin(LightningElement) {
    @api recordId = '';
    @api objectApiName = '';

    labels = LABELS;
    query = MY_LINKS_QUERY;
    variables = myLinksVariables(userId);
    /** Undefined until Salesforce has answered. */
    links: BookingLink[] | undefined = undefined;
    errors: unknown = undefined;
    searchTerm = '';
    isWholeListShown = false;

    private refreshLinks: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredLinks({ data, errors, refresh }: GraphQLResult<MyLinksData>): void {
        this.refreshLinks = refresh;
        this.errors = errors;
        if (data) {
            this.links = toBookingLinks(data, new Date()).filter(({ isActive, isExpired }) => isActive && !isExpired);
        }
    }

    get isLoading(): boolean {
        return this.links === undefined && this.errors === undefined;
    }

    get rows(): Row[] {
        const { matches, isWholeListShown } = this;
        return (isWholeListShown ? matches : matches.slice(0, SHORT_LIST_LENGTH)).map((link) => ({
            link,
            summary: meetingTypeSummary(link)
        }));
    }

    get isEmpty(): boolean {
        return this.links?.length === 0;
    }

    get isWithoutMatch(): boolean {
        return !this.isEmpty && this.links !== undefined && this.matches.length === 0;
    }

    get isSearchShown(): boolean {
        return (this.links?.length ?? 0) > SHORT_LIST_LENGTH;
    }

    get isShowAllShown(): boolean {
        return !this.isWholeListShown && this.matches.length > SHORT_LIST_LENGTH;
    }

    get showAllLabel(): string {
        return fillLabel(LABELS.showAll, this.matches.length);
    }

    handleSearchChange(event: CustomEvent<{ value: string }>): void {
        this.searchTerm = event.detail.value;
    }

    handleShowAllClick(): void {
        this.isWholeListShown = true;
    }

    handleGoToMyLinksClick(): void {
        this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'MyLinks' } });
    }

    async handleRetry(): Promise<void> {
        this.errors = undefined;
        try {
            await this.refreshLinks?.();
        } catch (error) {
            this.errors = error;
        }
    }

    private get matches(): BookingLink[] {
        return (this.links ?? []).filter((link) => matchesSearch(link, this.searchTerm));
    }
}
