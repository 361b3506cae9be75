import type { MeetingActionKind } from 'types/meetingActions';
import type { Meeting, MeetingRow, MeetingRowAction } from 'types/meetings';
import { LABELS } from './labels';

const ACTION_LABELS: Record<MeetingRowAction, string> = {
    'open-meeting': LABELS.openMeeting,
    'open-record': LABELS.openRecord,
    reschedule: LABELS.reschedule,
    reassign: LABELS.reassign,
    cancel: LABELS.cancel,
    'no-show': LABELS.noShow,
    'undo-no-show': LABELS.undoNoShow,
    replace: LABELS.replace
};

/** What may be done with a meeting at `now`; the booking service decides again when it is asked. */
export function actionsOf(meeting: Meeting, hasRecordPage: boolean, now: Date): MeetingRow['actions'] {
    const names: MeetingRowAction[] = [
        'open-meeting',
        ...(hasRecordPage ? (['open-record'] as const) : []),
        ...changesOf(meeting, now)
    ];
    return names.map((name) => ({ name, label: ACTION_LABELS[name] }));
}

function changesOf({ status, startsAt }: Meeting, now: Date): MeetingRowAction[] {
    const hasBegun = startsAt !== null && Date.parse(startsAt) <= now.getTime();
    switch (status.value) {
        case 'Scheduled':
        case 'Rescheduled':
            return ['reschedule', 'reassign', 'cancel', ...(hasBegun ? (['no-show'] as const) : [])];
        case 'Completed':
            return ['no-show'];
        case 'No-Show':
            return ['undo-no-show', 'replace'];
        case 'Canceled':
            return ['replace'];
        default:
            return [];
    }
}

type Change = Exclude<MeetingRowAction, 'open-meeting' | 'open-record'>;

const KINDS: Record<Change, MeetingActionKind> = {
    reschedule: 'Reschedule',
    reassign: 'Reassign',
    cancel: 'Cancel',
    'no-show': 'No-Show',
    'undo-no-show': 'Undo No-Show',
    replace: 'Replace'
};

/** Whether an action changes the meeting, not just opens something. */
export function isChange(name: string): name is Change {
    return Object.hasOwn(KINDS, name);
}

/** The kind of change, and what its dialog is called. */
export function requestOf(name: Change): { kind: MeetingActionKind; label: string } {
    return { kind: KINDS[name], label: ACTION_LABELS[name] };
}
