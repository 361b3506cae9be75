import { fillLabel } from 'c/labelUtils';
import { BY_NAME, stateFilters, type LinkSort, type LinkState } from 'c/linkApi';
import BulkLinksModal from 'c/bulkLinksModal';
import LinkPages from 'c/linkPages';
import type { ListedLink } from 'types/links';
import { LABELS } from './labels';

type Kind = 'any' | 'standard' | 'managed';
type BulkAction = BulkLinksModal['action'];

interface Option<T extends string> {
    label: string;
    value: T;
}

/** A list that one reads rather than looks at. */
const PAGE_SIZE = 50;

const SORTS: Record<string, LinkSort> = {
    name: BY_NAME,
    slug: { by: 'slug', direction: 'asc' },
    newest: { by: 'createdAt', direction: 'desc' },
    expiry: { by: 'expiresAt', direction: 'asc' }
};

/** *All Links*: everybody's original links, to find, to copy and to change many at once. */
export default class AllLinks extends LinkPages {
    labels = LABELS;
    isOwnerSearched = true;
    pageSize = PAGE_SIZE;
    state: LinkState | 'any' = 'any';
    kind: Kind = 'any';
    sortName = 'name';
    selectedIds: string[] = [];

    stateOptions: Option<LinkState | 'any'>[] = [
        { label: LABELS.anyState, value: 'any' },
        { label: LABELS.active, value: 'Active' },
        { label: LABELS.inactive, value: 'Inactive' },
        { label: LABELS.expired, value: 'Expired' }
    ];
    kindOptions: Option<Kind>[] = [
        { label: LABELS.anyKind, value: 'any' },
        { label: LABELS.standard, value: 'standard' },
        { label: LABELS.managed, value: 'managed' }
    ];
    sortOptions: Option<string>[] = [
        { label: LABELS.byName, value: 'name' },
        { label: LABELS.bySlug, value: 'slug' },
        { label: LABELS.byNewest, value: 'newest' },
        { label: LABELS.byExpiry, value: 'expiry' }
    ];
    actions: Option<BulkAction>[] = [
        { label: LABELS.deactivate, value: 'deactivate' },
        { label: LABELS.activate, value: 'activate' },
        { label: LABELS.revoke, value: 'revoke' },
        { label: LABELS.owner, value: 'owner' }
    ];

    override get isNarrowed(): boolean {
        return this.filters.length > 0;
    }

    get shownText(): string {
        if (this.isLoading) return '';
        return fillLabel(this.hasNextPage ? LABELS.shownMore : LABELS.shown, this.links.length);
    }

    get hasSelection(): boolean {
        return this.selectedIds.length > 0;
    }

    get selectedText(): string {
        return fillLabel(LABELS.selected, this.selectedIds.length);
    }

    handleStateChange(event: CustomEvent<{ value: LinkState | 'any' }>): void {
        this.state = event.detail.value;
        this.narrow();
    }

    handleKindChange(event: CustomEvent<{ value: Kind }>): void {
        this.kind = event.detail.value;
        this.narrow();
    }

    handleSortChange(event: CustomEvent<{ value: string }>): void {
        this.sortName = event.detail.value;
        this.sort = SORTS[this.sortName] ?? BY_NAME;
        this.startOver();
    }

    handleSelectionChanged(event: CustomEvent<{ selectedIds: string[] }>): void {
        this.selectedIds = event.detail.selectedIds;
    }

    handleSelectAllClick(): void {
        this.selectedIds = this.links.map(({ id }) => id);
    }

    handleClearClick(): void {
        this.selectedIds = [];
    }

    async handleBulkClick(event: Event): Promise<void> {
        const action = (event.currentTarget as HTMLElement).dataset.action as BulkAction;
        const { label } = this.actions.find(({ value }) => value === action) ?? { label: '' };
        await BulkLinksModal.open({ label, size: 'small', action, links: this.selectedLinks });
        this.selectedIds = [];
        await this.refresh();
    }

    private get selectedLinks(): ListedLink[] {
        const selected = new Set(this.selectedIds);
        return this.links.filter(({ id }) => selected.has(id));
    }

    protected override startOver(): void {
        // What is not shown any more must not be changed either.
        this.selectedIds = [];
        super.startOver();
    }

    private narrow(): void {
        const isManaged = { ManagedLink__c: this.kind === 'managed' ? { ne: null } : { eq: null } };
        this.filters = [
            ...(this.state === 'any' ? [] : stateFilters(this.state, new Date())),
            ...(this.kind === 'any' ? [] : [isManaged])
        ];
        this.startOver();
    }
}
