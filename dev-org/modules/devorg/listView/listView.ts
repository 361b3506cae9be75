import { LightningElement, api } from 'lwc';
import type { Column, SortDetail, SortDirection } from 'lightning/datatable';
import { errorText } from '../../platform/errorText';
import { loadObjectInfo } from '../../platform/objectInfo';
import { openNewForm } from '../../platform/recordActions';
import { goTo } from '../../platform/router';
import { findObject, settings } from '../../platform/settings';
import { literal } from '../../platform/soql';
import { loadRows, sortKey, tableColumns } from '../../platform/table';
import type { TableRow } from '../../platform/table';
import { setTitle } from '../../platform/title';
import type { ShellListView, ShellObject } from '../../shellSettings';

const MAX_ROWS = 2000;
const STEP = 50;

/** An object's list: choose a view, search, sort, open a record. */
export default class ListView extends LightningElement {
    @api objectApiName = '';
    /** Whether the address asks for a new record. */
    @api isNew = false;

    columns: Column[] = [];
    rows: TableRow[] | undefined = undefined;
    error = '';
    searchText = '';
    viewName = '';
    canCreate = false;
    sortedBy = '';
    sortedDirection: SortDirection = 'asc';
    shownCount = STEP;

    connectedCallback(): void {
        this.viewName = this.object?.listViews[0]?.name ?? '';
        setTitle(this.object?.pluralLabel ?? this.objectApiName);
        void this.load();
        if (this.isNew) void this.startNew();
    }

    get object(): ShellObject | undefined {
        return findObject(this.objectApiName);
    }

    get viewOptions(): { label: string; value: string }[] {
        return (this.object?.listViews ?? []).map(({ name, label }) => ({ label, value: name }));
    }

    get matches(): TableRow[] {
        const words = this.searchText.trim().toLowerCase();
        const found = (this.rows ?? []).filter((row) => !words || searchableText(row, this.columns).includes(words));
        if (!this.sortedBy) return found;
        const sign = this.sortedDirection === 'asc' ? 1 : -1;
        return found.sort((a, b) => sign * compare(sortKey(a, this.sortedBy), sortKey(b, this.sortedBy)));
    }

    get shownRows(): TableRow[] {
        return this.matches.slice(0, this.shownCount);
    }

    get hasMore(): boolean {
        return this.matches.length > this.shownCount;
    }

    get countText(): string {
        const count = this.matches.length;
        const more = this.rows?.length === MAX_ROWS ? '+' : '';
        return `${count}${more} ${count === 1 ? 'item' : 'items'}`;
    }

    get isLoading(): boolean {
        return !this.rows && !this.error;
    }

    get isEmpty(): boolean {
        return this.rows !== undefined && this.matches.length === 0;
    }

    handleViewChange(event: CustomEvent<{ value: string }>): Promise<void> {
        this.viewName = event.detail.value;
        return this.load();
    }

    handleSearchChange(event: CustomEvent<{ value: string }>): void {
        this.searchText = event.detail.value;
        this.shownCount = STEP;
    }

    handleSort(event: CustomEvent<SortDetail>): void {
        this.sortedBy = event.detail.fieldName;
        this.sortedDirection = event.detail.sortDirection;
    }

    handleMoreClick(): void {
        this.shownCount += STEP;
    }

    handleRefreshClick(): Promise<void> {
        return this.load();
    }

    async handleNewClick(): Promise<void> {
        if (this.object) await openNewForm(this.object);
    }

    private async startNew(): Promise<void> {
        const isSaved = this.object ? await openNewForm(this.object) : false;
        if (!isSaved) goTo(`/lightning/o/${this.objectApiName}/list`, true);
    }

    private async load(): Promise<void> {
        this.error = '';
        this.rows = undefined;
        const view = this.object?.listViews.find(({ name }) => name === this.viewName);
        if (!view) return;
        try {
            const info = await loadObjectInfo(this.objectApiName);
            this.canCreate = info.createable;
            const rows = await loadRows(info, view.columns, { where: conditionOf(view), limit: MAX_ROWS });
            this.columns = tableColumns(info, view.columns);
            this.rows = rows;
        } catch (error) {
            this.error = errorText(error);
        }
    }
}

function conditionOf({ isMine }: ShellListView): string {
    return isMine ? `OwnerId = ${literal(settings.userId)}` : '';
}

function searchableText(row: TableRow, columns: Column[]): string {
    return columns.map(({ fieldName = '' }) => sortKey(row, fieldName)).join('\n');
}

function compare(a: string | number, b: string | number): number {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a).localeCompare(String(b), settings.locale);
}
