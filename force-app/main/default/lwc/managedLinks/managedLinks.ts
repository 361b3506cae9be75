import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { fillLabel } from 'c/labelUtils';
import type { RowPosition } from 'c/keysetPaging';
import { MANAGED_LINKS_QUERY, managedLinksVariables, toManagedLinks, type ManagedLinksData } from 'c/managedLinkApi';
import ManagedLinkWizard from 'c/managedLinkWizard';
import ViewLinksModal from 'c/viewLinksModal';
import type { ManagedLinkSummary } from 'types/managedLinks';
import { LABELS } from './labels';

type Action = 'edit' | 'finish' | 'activate' | 'deactivate';

interface Row {
    managed: ManagedLinkSummary;
    badges: { label: string; iconName: string }[];
    facts: string[];
    menuName: string;
    viewName: string;
    items: { value: Action; label: string }[];
}

/** *Managed Links*: what admins make for many people. */
export default class ManagedLinks extends LightningElement {
    labels = LABELS;
    query = MANAGED_LINKS_QUERY;
    errors: unknown = undefined;
    isLoading = true;
    hasNextPage = false;

    private term = '';
    private position: RowPosition | undefined = undefined;
    private earlier: ManagedLinkSummary[] = [];
    /** Undefined until Salesforce has answered. */
    private pageLinks: ManagedLinkSummary[] | undefined = undefined;
    private refreshPage: (() => Promise<void>) | undefined = undefined;
    private isRefreshDue = false;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredLinks({ data, errors, refresh }: GraphQLResult<ManagedLinksData>): void {
        this.refreshPage = refresh;
        this.errors = errors;
        if (errors) this.isLoading = false;
        if (!data) return;
        this.pageLinks = toManagedLinks(data, new Date());
        this.hasNextPage = data.uiapi.query.ManagedLink__c.pageInfo.hasNextPage;
        this.isLoading = false;
        if (this.isRefreshDue) void this.refreshWire();
    }

    get variables(): Record<string, unknown> {
        return managedLinksVariables(this.term, this.position);
    }

    get rows(): Row[] {
        return this.loaded.map(toRow);
    }

    get isEmpty(): boolean {
        return this.isAnsweredEmpty && this.term === '';
    }

    get isWithoutMatch(): boolean {
        return this.isAnsweredEmpty && this.term !== '';
    }

    get isSearchable(): boolean {
        return this.pageLinks !== undefined && !this.isEmpty;
    }

    handleSearch(event: CustomEvent<{ term: string }>): void {
        this.term = event.detail.term;
        this.startOver();
    }

    handleShowMoreClick(): void {
        const last = this.loaded.at(-1);
        if (this.isLoading || !last) return;
        this.isLoading = true;
        this.earlier = this.loaded;
        this.pageLinks = [];
        this.position = { id: last.id, value: last.name };
    }

    async handleNewClick(): Promise<void> {
        await ManagedLinkWizard.open({ label: LABELS.newTitle, size: 'medium' });
        await this.refresh();
    }

    async handleViewClick(event: Event): Promise<void> {
        const managed = this.managedOf(event);
        if (!managed) return;
        const label = fillLabel(LABELS.viewLinksOf, managed.name);
        await ViewLinksModal.open({ label, size: 'medium', managedLinkId: managed.id });
    }

    async handleActionSelect(event: CustomEvent<{ value: Action }>): Promise<void> {
        const managed = this.managedOf(event);
        if (!managed) return;
        const { value } = event.detail;
        const label = fillLabel(value === 'edit' ? LABELS.editOf : LABELS.workOf, managed.name);
        const purpose = value === 'edit' ? 'write' : value;
        await ManagedLinkWizard.open({ label, size: 'medium', managedLinkId: managed.id, purpose });
        await this.refresh();
    }

    async refresh(): Promise<void> {
        this.isLoading = true;
        this.errors = undefined;
        if (this.position === undefined) return this.refreshWire();
        this.isRefreshDue = true;
        this.startOver();
        return undefined;
    }

    private get loaded(): ManagedLinkSummary[] {
        return [...this.earlier, ...(this.pageLinks ?? [])];
    }

    private get isAnsweredEmpty(): boolean {
        return this.pageLinks !== undefined && !this.isLoading && this.errors === undefined && this.loaded.length === 0;
    }

    private managedOf(event: Event): ManagedLinkSummary | undefined {
        const { managed } = (event.currentTarget as HTMLElement).dataset;
        return this.loaded.find(({ id }) => id === managed);
    }

    private startOver(): void {
        this.isLoading = true;
        this.earlier = [];
        this.position = undefined;
    }

    private async refreshWire(): Promise<void> {
        this.isRefreshDue = false;
        try {
            await this.refreshPage?.();
        } catch (error) {
            this.errors = error;
        } finally {
            this.isLoading = false;
        }
    }
}

function toRow(managed: ManagedLinkSummary): Row {
    const { name, meetingType, pool, slugPattern, userCount, missingCount } = managed;
    const { isActive, isExpired, isInLibrary } = managed;
    return {
        managed,
        badges: [
            ...(isActive ? [] : [{ label: LABELS.inactive, iconName: 'utility:ban' }]),
            ...(isExpired ? [{ label: LABELS.expired, iconName: 'utility:clock' }] : []),
            ...(isInLibrary ? [{ label: LABELS.inLibrary, iconName: 'utility:groups' }] : []),
            ...(missingCount > 0
                ? [{ label: fillLabel(LABELS.missing, missingCount), iconName: 'utility:warning' }]
                : [])
        ],
        facts: [
            meetingType?.title ?? '',
            fillLabel(LABELS.people, userCount),
            fillLabel(LABELS.address, slugPattern),
            ...(pool ? [fillLabel(LABELS.pool, pool.name)] : [])
        ].filter((fact) => fact !== ''),
        menuName: fillLabel(LABELS.menu, name),
        viewName: fillLabel(LABELS.viewLinksOf, name),
        items: [
            { value: 'edit', label: LABELS.edit },
            ...(missingCount > 0 ? [{ value: 'finish', label: LABELS.finish } as const] : []),
            isActive ? { value: 'deactivate', label: LABELS.deactivate } : { value: 'activate', label: LABELS.activate }
        ]
    };
}
