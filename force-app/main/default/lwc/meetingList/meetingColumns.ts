import type { Column } from 'lightning/datatable';
import type { MeetingRow } from 'types/meetings';
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

/** What a row can do differs from row to row. */
const rowActions = (row: MeetingRow, done: (actions: MeetingRow['actions']) => void): void => done(row.actions);

const MEETING_TIME = column(LABELS.meetingTime, 'meetingTime', { sortable: true, initialWidth: 142 });
const MEETING_TYPE = column(LABELS.meetingType, 'meetingType', { sortable: true });
const HOSTS = column(LABELS.hosts, 'hosts', { sortable: true });
const PROSPECT = column(LABELS.prospect, 'prospect', { sortable: true });
const RECORD = column(LABELS.record, 'recordUrl', {
    type: 'url',
    typeAttributes: { label: { fieldName: 'recordName' }, target: '_self' }
});
const LINK = column(LABELS.link, 'link');
const LINK_TYPE = column(LABELS.linkType, 'linkType', { ...badge('linkTypeIcon'), initialWidth: 128 });
const STATUS = column(LABELS.status, 'status', { ...badge('statusIcon'), initialWidth: 138 });
const BOOKED_AT = column(LABELS.bookedAt, 'bookedAt', { sortable: true });
const SYNC = column(LABELS.sync, 'sync', { ...badge('syncIcon', 'syncNote'), initialWidth: 108 });
const ACTIONS: Column = { type: 'action', typeAttributes: { rowActions, menuAlignment: 'auto' } };

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
    SYNC,
    ACTIONS
];

/** Columns on a record page: narrow, and the record is the page itself. */
export const RECORD_COLUMNS: Column[] = [MEETING_TIME, MEETING_TYPE, HOSTS, PROSPECT, LINK_TYPE, STATUS, ACTIONS];
