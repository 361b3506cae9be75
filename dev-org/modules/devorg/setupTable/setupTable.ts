import { LightningElement, api } from 'lwc';
import type { FieldView } from '../../platform/fieldView';
import type { SetupColumn } from '../../platform/setupTable';

const STEP = 50;

interface RowView {
    id: string;
    cells: FieldView[];
}

/** A table of Setup that begins with its first rows and shows more on demand. */
export default class SetupTable extends LightningElement {
    @api label = '';
    @api columns: SetupColumn[] = [];
    @api emptyText = 'Nothing to show.';

    shownCount = STEP;

    private all: Record<string, unknown>[] = [];

    /** Rows with an `id` each. */
    @api
    get rows(): Record<string, unknown>[] | undefined {
        return this.all;
    }
    set rows(rows: Record<string, unknown>[] | undefined) {
        this.all = rows ?? [];
        this.shownCount = STEP;
    }

    get shownRows(): RowView[] {
        return this.all
            .slice(0, this.shownCount)
            .map((row) => ({ id: String(row.id), cells: this.columns.map((column) => cellOf(row, column)) }));
    }

    get hasRows(): boolean {
        return this.all.length > 0;
    }

    get hasMore(): boolean {
        return this.all.length > this.shownCount;
    }

    handleMoreClick(): void {
        this.shownCount += STEP;
    }
}

function cellOf(row: Record<string, unknown>, { label, name, kind = 'text' }: SetupColumn): FieldView {
    const url = kind === 'link' ? String(row.url ?? '') : '';
    return { name, label, kind, value: row[name] ?? '', url };
}
