import { USER_TIME_ZONE, formatForSheet } from 'c/userTime';
import { fillLabel } from 'c/labelUtils';
import type { Meeting } from 'types/meetings';
import { BYTE_ORDER_MARK, csvLine } from './csv';
import { LABELS } from './labels';

const inZone = (label: string): string => fillLabel(LABELS.inZone, label, USER_TIME_ZONE);

/** The columns, and what a meeting has in each. */
const COLUMNS: [heading: string, read: (meeting: Meeting) => string | null | undefined][] = [
    [inZone(LABELS.starts), ({ startsAt }) => formatForSheet(startsAt)],
    [inZone(LABELS.ends), ({ endsAt }) => formatForSheet(endsAt)],
    [LABELS.meetingType, ({ meetingTypeTitle }) => meetingTypeTitle],
    [LABELS.hosts, ({ hostNames }) => hostNames],
    [LABELS.prospect, ({ prospectName }) => prospectName],
    [LABELS.email, ({ prospectEmail }) => prospectEmail],
    [LABELS.company, ({ prospectCompany }) => prospectCompany],
    [LABELS.record, ({ record }) => record?.name],
    [LABELS.link, ({ linkName }) => linkName],
    [LABELS.linkType, ({ linkType }) => linkType.label],
    [LABELS.status, ({ status }) => status.label],
    [inZone(LABELS.bookedAt), ({ bookedAt }) => formatForSheet(bookedAt)],
    [LABELS.sync, ({ syncStatus, syncError }) => syncError ?? syncStatus]
];

/** What a file begins with. */
export function headLine(): string {
    return BYTE_ORDER_MARK + csvLine(COLUMNS.map(([heading]) => heading));
}

/** The lines of some meetings. */
export function meetingLines(meetings: readonly Meeting[]): string {
    return meetings.map((meeting) => csvLine(COLUMNS.map(([, read]) => read(meeting)))).join('');
}
