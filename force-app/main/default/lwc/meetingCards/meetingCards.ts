import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/labelUtils';
import type { MeetingRow } from 'types/meetings';
import { LABELS } from './labels';

interface Card {
    row: MeetingRow;
    menuName: string;
}

/**
 * Meetings as cards, where a table has no room. Fires `rowaction` with `{ action: { name }, row }`, as the datatable
 * does.
 */
export default class MeetingCards extends LightningElement {
    @api rows: MeetingRow[] = [];

    labels = LABELS;

    get cards(): Card[] {
        return this.rows.map((row) => ({ row, menuName: fillLabel(LABELS.menu, row.prospect ?? row.meetingTime) }));
    }

    handleSelect(event: CustomEvent<{ value: string }>): void {
        const { row: rowId } = (event.currentTarget as HTMLElement).dataset;
        const row = this.rows.find(({ id }) => id === rowId);
        const action = row?.actions.find(({ name }) => name === event.detail.value);
        if (action) this.dispatchEvent(new CustomEvent('rowaction', { detail: { action, row } }));
    }
}
