import type { Column } from 'lightning/datatable';
import { LABELS } from './labels';

const column = (label: string, fieldName: string, more: Partial<Column> = {}): Column => ({
    label,
    fieldName,
    type: 'text',
    hideDefaultActions: true,
    wrapText: true,
    ...more
});

const badge = (iconField: string, noteField?: string): Partial<Column> => ({
    type: 'badge',
    typeAttributes: {
        iconName: { fieldName: iconField },
        ...(noteField === undefined ? {} : { note: { fieldName: noteField } })
    }
});

const MEETING_TIME = column(LABELS.meetingTime, 'meetingTime', { sortable: true, initialWidth: 240 });
const MEETING_TYPE = column(LABELS.meetingType, 'meetingType', { sortable: true });
const HOSTS = column(LABELS.hosts, 'hosts');
const PROSPECT = column(LABELS.prospect, 'prospect', { sortable: true });
const RECORD = column(LABELS.record, 'recordUrl', {
    type: 'url',
    typeAttributes: { label: { fieldName: 'recordName' }, target: '_self' }
});
const LINK = column(LABELS.link, 'link');
const LINK_TYPE = column(LABELS.linkType, 'linkType', { ...badge('linkTypeIcon'), initialWidth: 130 });
const STATUS = column(LABELS.status, 'status', { ...badge('statusIcon'), initialWidth: 140 });
const BOOKED_AT = column(LABELS.bookedAt, 'bookedAt', { sortable: true, initialWidth: 180 });
const SYNC = column(LABELS.sync, 'sync', badge('syncIcon', 'syncNote'));

/** Columns of the page. */
export const PAGE_COLUMNS: Column[] = [
    MEETING_TIME,
    MEETING_TYPE,
    HOSTS,
    PROSPECT,
    RECORD,
    LINK,
    LINK_TYPE,
    STATUS,
    BOOKED_AT,
    SYNC
];

/** Columns on a record page: narrow, and the record is the page itself. */
export const RECORD_COLUMNS: Column[] = [MEETING_TIME, MEETING_TYPE, HOSTS, PROSPECT, LINK_TYPE, STATUS];
