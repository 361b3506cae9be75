import LightningDatatable from 'lightning/datatable';
import badge from './badge.html';

/**
 * A datatable with a column type of our own: `badge`, text with an icon, so that colour is never the only cue.
 * Its attributes: `iconName`, and `note`, which opens from an info button beside the badge.
 */
export default class MeetingDatatable extends LightningDatatable {
    static override customTypes = {
        badge: { template: badge, standardCellLayout: true, typeAttributes: ['iconName', 'note'] }
    };
}
