import { api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { fillLabel } from 'c/labelUtils';
import { MANAGED_ROWS_QUERY, managedRowsVariables, toManagedRows, type ManagedRowsData } from 'c/managedLinkApi';
import type { CopyableLink } from 'types/links';
import type { ManagedRow } from 'types/managedLinks';
import { LABELS } from './labels';

const PAGE_SIZE = 50;

interface Row {
    id: string;
    name: string;
    address: string;
    /** Why there is nothing to copy; empty when there is. */
    reason: string;
    link: CopyableLink | undefined;
}

/** *View Links*: each person of a managed link with their link, to copy both ways. */
export default class ViewLinksModal extends LightningModal {
    @api managedLinkId = '';

    labels = LABELS;
    query = MANAGED_ROWS_QUERY;
    errors: unknown = undefined;
    isLoading = true;
    hasNextPage = false;

    private term = '';
    private afterId = '';
    private earlierRows: ManagedRow[] = [];
    /** Undefined until Salesforce has answered. */
    private pageRows: ManagedRow[] | undefined = undefined;
    private refreshPage: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredRows({ data, errors, refresh }: GraphQLResult<ManagedRowsData>): void {
        this.refreshPage = refresh;
        this.errors = errors;
        if (errors) this.isLoading = false;
        if (!data) return;
        this.pageRows = toManagedRows(data, new Date());
        this.hasNextPage = data.uiapi.query.ManagedLinkUser__c.pageInfo.hasNextPage;
        this.isLoading = false;
    }

    get variables(): Record<string, unknown> {
        const { managedLinkId, term, afterId } = this;
        return managedRowsVariables({ managedLinkId, term, afterId, first: PAGE_SIZE });
    }

    get rows(): Row[] {
        return this.loadedRows.map((row) => {
            const reason = reasonOf(row);
            const singleUsePolicy = row.link?.meetingType?.singleUsePolicy ?? 'Allowed';
            return {
                id: row.id,
                name: row.user.name,
                address: row.link?.url ?? '',
                reason,
                link: row.link && reason === '' ? { ...row.link, singleUsePolicy } : undefined
            };
        });
    }

    get isEmpty(): boolean {
        return this.isAnsweredEmpty && this.term === '';
    }

    get isWithoutMatch(): boolean {
        return this.isAnsweredEmpty && this.term !== '';
    }

    get isSearchable(): boolean {
        return this.pageRows !== undefined && !this.isEmpty;
    }

    handleSearch(event: CustomEvent<{ term: string }>): void {
        this.term = event.detail.term;
        this.isLoading = true;
        this.earlierRows = [];
        this.afterId = '';
    }

    handleShowMoreClick(): void {
        const last = this.loadedRows.at(-1);
        if (this.isLoading || !last) return;
        this.isLoading = true;
        this.earlierRows = this.loadedRows;
        this.pageRows = [];
        this.afterId = last.id;
    }

    async handleRetry(): Promise<void> {
        try {
            await this.refreshPage?.();
        } catch (error) {
            this.errors = error;
        }
    }

    handleCloseClick(): void {
        this.close();
    }

    private get loadedRows(): ManagedRow[] {
        return [...this.earlierRows, ...(this.pageRows ?? [])];
    }

    private get isAnsweredEmpty(): boolean {
        return this.pageRows !== undefined && !this.isLoading && this.loadedRows.length === 0;
    }
}

function reasonOf({ isRemoved, link, error }: ManagedRow): string {
    if (isRemoved) return LABELS.removed;
    if (!link) return error === '' ? LABELS.missing : fillLabel(LABELS.failed, error);
    if (link.isExpired) return LABELS.expired;
    return link.isBookable ? '' : LABELS.off;
}
