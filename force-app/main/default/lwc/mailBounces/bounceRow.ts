import { formatAge } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import type { MailBounce } from 'types/health';
import { LABELS } from './labels';

/** A refused mail as it is shown. */
export interface BounceRow {
    key: string;
    /** What it was and for whom. */
    heading: string;
    codeText: string;
    refusedText: string;
    /** Of the meeting's record; undefined where there is none. */
    url: string | undefined;
    openName: string;
}

const KINDS: Record<string, string> = {
    confirmation: LABELS.kindConfirmation,
    reschedule: LABELS.kindReschedule,
    cancellation: LABELS.kindCancellation,
    reassignment: LABELS.kindReassignment,
    reminder: LABELS.kindReminder,
    resend: LABELS.kindResend,
    code: LABELS.kindCode
};
const AUDIENCES: Record<string, string> = {
    prospect: LABELS.audienceProspect,
    guest: LABELS.audienceGuest,
    host: LABELS.audienceHost,
    attendee: LABELS.audienceAttendee,
    former_host: LABELS.audienceFormerHost
};

/** A newer service may name what these labels do not know yet; then its own word is shown. */
export function toBounceRow(
    { kind, audience, code, at, meetingId }: MailBounce,
    { index, now, urls }: { index: number; now: Date; urls: Record<string, string> }
): BounceRow {
    const heading = fillLabel(LABELS.mail, KINDS[kind] ?? kind, AUDIENCES[audience] ?? audience);
    return {
        key: String(index),
        heading,
        codeText: code === '' ? '' : fillLabel(LABELS.code, code),
        refusedText: fillLabel(LABELS.refused, formatAge(at, now)),
        url: meetingId === undefined ? undefined : urls[meetingId],
        openName: fillLabel(LABELS.openOf, heading)
    };
}
