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
        return `${this.object?.pluralLabel ?? this.objectApiName} (${this.rows.length})`;
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
            this.rows = await loadRows(info, fields.slice(0, 5), { where, limit: MAX_ROWS });
        } catch (error) {
            this.error = errorText(error);
        }
    }
}
