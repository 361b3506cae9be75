import type { MeetingActionKind } from 'types/meetingActions';
import { LABELS } from './labels';

interface KindText {
    /** What will happen. */
    explanation: string;
    /** What has happened. */
    done: string;
}

/** What each change of a meeting is about. */
export const KIND_TEXTS: Partial<Record<MeetingActionKind, KindText>> = {
    Reschedule: { explanation: LABELS.rescheduleText, done: LABELS.rescheduleDone },
    Reassign: { explanation: LABELS.reassignText, done: LABELS.reassignDone },
    Cancel: { explanation: LABELS.cancelText, done: LABELS.cancelDone },
    'No-Show': { explanation: LABELS.noShowText, done: LABELS.noShowDone },
    'Undo No-Show': { explanation: LABELS.undoNoShowText, done: LABELS.undoNoShowDone },
    Replace: { explanation: LABELS.replaceText, done: LABELS.replaceDone }
};
