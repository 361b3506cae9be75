import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import userId from '@salesforce/user/Id';
import { fillLabel } from 'c/labelUtils';
import { MY_LINKS_QUERY, calendarVariables, toBookingLinks, type MyLinksData } from 'c/linkApi';
import { matchesSearch, meetingTypeSummary } from 'c/linkUtils';
import ShareLinkModal from 'c/shareLinkModal';
import type { ListedLink } from 'types/links';
import { LABELS } from './labels';

interface Row {
    link: ListedLink;
    summary: string;
    whose: string;
    menuName: string;
    isBookable: boolean;
}

/** Page *Calendars*: what prospects can book, whose calendar that opens, and a way to share it. */
export default class Calendars extends LightningElement {
    labels = LABELS;
    query = MY_LINKS_QUERY;
    variables = calendarVariables(userId);
    /** Undefined until Salesforce has answered. */
    links: ListedLink[] | undefined = undefined;
    errors: unknown = undefined;
    searchTerm = '';

    private refreshLinks: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredLinks({ data, errors, refresh }: GraphQLResult<MyLinksData>): void {
        this.refreshLinks = refresh;
        this.errors = errors;
        if (data) this.links = toBookingLinks(data, new Date());
    }

    get isLoading(): boolean {
        return this.links === undefined && this.errors === undefined;
    }

    get isEmpty(): boolean {
        return this.links?.length === 0;
    }

    get hasLinks(): boolean {
        return (this.links?.length ?? 0) > 0;
    }

    get isWithoutMatch(): boolean {
        return this.hasLinks && this.rows.length === 0;
    }

    get rows(): Row[] {
        return (this.links ?? [])
            .filter((link) => matchesSearch(link, this.searchTerm))
            .map((link) => ({
                link,
                summary: meetingTypeSummary(link),
                whose: fillLabel(kindOf(link), link.hostNames.join(', ')),
                menuName: fillLabel(LABELS.menu, link.name),
                isBookable: link.isActive && !link.isExpired
            }));
    }

    handleSearchChange(event: CustomEvent<{ value: string }>): void {
        this.searchTerm = event.detail.value;
    }

    async handleShareSelect(event: Event): Promise<void> {
        const { link: linkId } = (event.currentTarget as HTMLElement).dataset;
        const link = this.links?.find(({ id }) => id === linkId);
        if (link) await ShareLinkModal.open({ label: fillLabel(LABELS.shareOf, link.name), size: 'small', link });
    }

    async handleRetry(): Promise<void> {
        try {
            await this.refreshLinks?.();
        } catch (error) {
            this.errors = error;
        }
    }
}

function kindOf({ hasPool, hostNames }: ListedLink): string {
    if (hasPool) return LABELS.pool;
    if (hostNames.length > 1) return LABELS.group;
    return hostNames.length === 1 ? LABELS.personal : LABELS.nobody;
}
