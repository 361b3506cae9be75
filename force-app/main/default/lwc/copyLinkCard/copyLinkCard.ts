import { api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import userId from '@salesforce/user/Id';
import {
    UNUSED_LINKS_QUERY,
    bookableFilters,
    ownFilter,
    toUnusedLinks,
    unusedRecordLinksVariables,
    type UnusedLinksData
} from 'c/linkApi';
import LinkPages from 'c/linkPages';
import { meetingTypeSummary } from 'c/linkUtils';
import type { BookingLink, UnusedLink } from 'types/links';
import { LABELS } from './labels';

/** As many rows as fit without making the record page scroll; more can be searched. */
const SHORT_LIST_LENGTH = 6;

interface Row {
    link: BookingLink;
    summary: string;
}

/** The running user's bookable links on a record page; a single-use link made here belongs to the record. */
export default class CopyLinkCard extends NavigationMixin(LinkPages) {
    @api recordId = '';
    @api objectApiName = '';

    labels = LABELS;
    filters = [ownFilter(userId), ...bookableFilters(new Date())];
    pageSize = SHORT_LIST_LENGTH;

    /** What the record's person can still book with. Without an answer nobody is asked about them. */
    unusedLinks: UnusedLink[] = [];

    private refreshUnused: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$unusedQuery', variables: '$unusedVariables' })
    wiredUnusedLinks({ data, refresh }: GraphQLResult<UnusedLinksData>): void {
        this.refreshUnused = refresh;
        if (data) this.unusedLinks = toUnusedLinks(data);
    }

    get unusedQuery(): GraphQLDocument | undefined {
        return this.recordId && this.objectApiName ? UNUSED_LINKS_QUERY : undefined;
    }

    get unusedVariables(): Record<string, unknown> {
        return unusedRecordLinksVariables(this.recordId, this.objectApiName);
    }

    get rows(): Row[] {
        return this.links.map((link) => ({ link, summary: meetingTypeSummary(link) }));
    }

    get isSearchShown(): boolean {
        const isLong = this.hasNextPage || this.links.length > SHORT_LIST_LENGTH;
        return this.isSearchable && (isLong || this.term !== '');
    }

    /** A refresh that fails leaves what is known: at worst nobody is asked. */
    async handleLinksChanged(): Promise<void> {
        await this.refreshUnused?.().catch(() => undefined);
    }

    handleGoToMyLinksClick(): void {
        this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'MyLinks' } });
    }
}
