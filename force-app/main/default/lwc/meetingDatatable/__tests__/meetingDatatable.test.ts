import { LightningElement, api } from 'lwc';
import MeetingDatatable from 'c/meetingDatatable';
import badge from '../badge.html';
import { mountComponent } from '../../../../../test/mount';

/** Shows one cell as the datatable does. */
class BadgeCell extends LightningElement {
    @api value = 'Error';
    typeAttributes = { iconName: 'utility:error', note: 'INSUFFICIENT_ACCESS' };

    override render(): never {
        return badge as never;
    }
}

describe('c-meeting-datatable', () => {
    afterEach(() => document.body.replaceChildren());

    it('adds a column type for badges in the standard cell layout', () => {
        expect(MeetingDatatable.customTypes.badge).toMatchObject({
            standardCellLayout: true,
            typeAttributes: ['iconName', 'note']
        });
    });

    it('shows text and icon, so that colour is never the only cue', async () => {
        const cell = mountComponent('c-badge-cell', BadgeCell);
        const shown = cell.shadowRoot!.querySelector('lightning-badge');
        expect(shown).toMatchObject({ label: 'Error', iconName: 'utility:error' });
        const help = cell.shadowRoot!.querySelector('lightning-helptext');
        expect(help).toMatchObject({ content: expect.stringContaining('INSUFFICIENT_ACCESS') as string });
        await expect(cell).toBeAccessible();
    });
});
