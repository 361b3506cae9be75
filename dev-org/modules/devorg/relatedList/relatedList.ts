import { LightningElement, api } from 'lwc';
import type { Column } from 'lightning/datatable';
import { errorText } from '../../platform/errorText';
import { loadObjectInfo } from '../../platform/objectInfo';
import { onRecordChange } from '../../platform/recordChanges';
import { findObject } from '../../platform/settings';
import { literal } from '../../platform/soql';
import { loadRows, tableColumns } from '../../platform/table';
import type { TableRow } from '../../platform/table';
import type { ShellObject } from '../../shellSettings';

/** As in an org, a record shows a few of each list, and more on demand. */
const FIRST_ROWS = 10;
const MAX_ROWS = 200;

/** The records of one object that point to a record through one field. */
export default class RelatedList extends LightningElement {
    /** The object of the listed records. */
    @api objectApiName = '';
    /** Their reference field. */
    @api fieldName = '';
    @api recordId = '';

    columns: Column[] = [];
    rows: TableRow[] = [];
    error = '';
    hasMore = false;
    /** How many rows are asked for: one more than is shown tells whether there are more. */
    private limit = FIRST_ROWS + 1;

    private stopWatching: () => void = () => undefined;

    connectedCallback(): void {
        this.stopWatching = onRecordChange(this.recordId, () => {
            void this.load();
        });
        void this.load();
    }

    disconnectedCallback(): void {
        this.stopWatching();
    }

    get object(): ShellObject | undefined {
        return findObject(this.objectApiName);
    }

    get heading(): string {
        return `${this.object?.pluralLabel ?? this.objectApiName} (${this.rows.length}${this.hasMore ? '+' : ''})`;
    }

    get viewAllLabel(): string {
        return `View All ${this.object?.pluralLabel ?? this.objectApiName}`;
    }

    get canViewAll(): boolean {
        return this.hasMore && this.limit < MAX_ROWS;
    }

    handleViewAllClick(): void {
        this.limit = MAX_ROWS;
        void this.load();
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    private async load(): Promise<void> {
        try {
            const info = await loadObjectInfo(this.objectApiName);
            const fields = (this.object?.listViews[0]?.columns ?? []).filter((name) => name !== this.fieldName);
            this.columns = tableColumns(info, fields.slice(0, 5)).map((column) => ({ ...column, sortable: false }));
            const where = `${this.fieldName} = ${literal(this.recordId)}`;
            const rows = await loadRows(info, fields.slice(0, 5), { where, limit: this.limit });
            this.hasMore = rows.length === this.limit;
            this.rows = this.hasMore && this.limit < MAX_ROWS ? rows.slice(0, FIRST_ROWS) : rows;
        } catch (error) {
            this.error = errorText(error);
        }
    }
}
