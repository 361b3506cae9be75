import { formatMoment, formatPeriod } from 'c/dateFormat';
import type { Meeting, MeetingRow, MeetingSortKey } from 'types/meetings';
import { actionsOf } from './rowActions';

/** The columns that sort, and what they sort by. */
export const SORT_KEYS: Partial<Record<string, MeetingSortKey>> = {
    meetingTime: 'startsAt',
    meetingType: 'meetingTypeTitle',
    hosts: 'hostNames',
    prospect: 'prospectLastName',
    bookedAt: 'bookedAt'
};

/** The column that stands for a sort, such as `meetingTime` for `startsAt`. */
export function columnOf(sortedBy: MeetingSortKey | undefined): string {
    return Object.keys(SORT_KEYS).find((column) => SORT_KEYS[column] === sortedBy) ?? '';
}

const LINK_TYPE_ICONS: Partial<Record<string, string>> = {
    Standard: 'utility:link',
    Managed: 'utility:groups',
    'Single-Use': 'utility:coupon_codes'
};

const STATUS_ICONS: Partial<Record<string, string>> = {
    Scheduled: 'utility:event',
    Rescheduled: 'utility:change_record_type',
    Completed: 'utility:check',
    'No-Show': 'utility:warning',
    Canceled: 'utility:ban'
};

/** Turns a meeting into a row; `recordUrl` leads to the record it landed on. */
export function toRow(meeting: Meeting, recordUrl: string | undefined, now: Date): MeetingRow {
    return {
        id: meeting.id,
        meetingTime: formatPeriod(meeting.startsAt, meeting.endsAt),
        meetingType: meeting.meetingTypeTitle,
        hosts: meeting.hostNames,
        prospect: meeting.prospectName,
        recordUrl,
        recordName: meeting.record?.name,
        link: meeting.linkName,
        linkType: meeting.linkType.label,
        linkTypeIcon: LINK_TYPE_ICONS[meeting.linkType.value],
        status: meeting.status.label,
        statusIcon: STATUS_ICONS[meeting.status.value],
        bookedAt: formatMoment(meeting.bookedAt),
        sync: meeting.syncStatus,
        syncIcon: meeting.syncError ? 'utility:error' : 'utility:check',
        syncNote: meeting.syncError,
        actions: actionsOf(meeting, recordUrl !== undefined, now)
    };
}
