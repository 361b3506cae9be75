import type { Problem } from '../problem/problem.ts';
import { PROBLEMS } from '../problem/problems.ts';
import type { ProblemCode } from '../problem/problems.ts';

/** Everything a host or an admin may ask for, as `MeetingAction__c.Kind__c` names it. */
export const ACTION_KINDS = [
    'Reschedule',
    'Reassign',
    'Cancel',
    'No-Show',
    'Undo No-Show',
    'Complete',
    'Replace',
    'Retry Sync'
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** `MeetingAction__c.Error__c` holds no more. */
const LONGEST = 255;

/** Whatever was asked for. */
const BY_CODE: Partial<Record<ProblemCode, string>> = {
    meeting_not_found: 'The booking service does not know this meeting: it was not booked through it.',
    meeting_already_canceled: 'The meeting is canceled already, so this cannot be done any more.',
    meeting_over: 'The meeting is completed or a no-show, so this cannot be done any more.',
    slot_taken: 'A host is taken at that time by another meeting or its buffers. Choose another time.',
    no_host_available: 'Nobody can host the meeting then. Choose another host.',
    daily_limit_reached: 'The meeting type allows no more meetings on that day or in that week. Choose another day.',
    host_calendar_unreadable: 'The calendar of a host cannot be read now. Try again in a few minutes.',
    salesforce_unavailable: 'Salesforce did not answer the booking service. Try again in a minute.',
    service_unavailable: 'The booking service was interrupted. Try again in a minute.',
    internal_error: 'The booking service failed; its operator finds the reason in the log. Try again later.'
};

/** Where what was asked for makes another next step. */
const BY_KIND: Record<ActionKind, Partial<Record<ProblemCode, string>>> = {
    Reschedule: {
        meeting_already_canceled:
            'A canceled meeting cannot be moved. Make a replacement link, so that the prospect can book again.',
        meeting_over:
            'A meeting that is completed or a no-show cannot be moved. Take the no-show back first, or make a replacement link.'
    },
    Reassign: {
        meeting_already_canceled: 'A canceled meeting needs no other host.',
        meeting_over: 'A meeting that is completed or a no-show cannot change hands. Take a no-show back first.',
        slot_taken:
            'The new host is taken at that time by another meeting or its buffers. Choose another host, or move the meeting first.',
        no_host_available: 'The new host is not active, or no host of any booking link or pool. Choose somebody who is.'
    },
    Cancel: {
        meeting_already_canceled: 'The meeting is canceled already; nothing was changed.',
        meeting_over: 'A meeting that is completed or a no-show cannot be canceled. Take a no-show back first.'
    },
    'No-Show': { meeting_already_canceled: 'A canceled meeting cannot be a no-show.' },
    'Undo No-Show': { meeting_already_canceled: 'A canceled meeting is no no-show that could be taken back.' },
    Complete: { meeting_already_canceled: 'A canceled meeting cannot be completed.' },
    Replace: {},
    'Retry Sync': {}
};

/**
 * Why an action is refused, in a sentence for the host or admin who reads it in Salesforce: what visitors of the booking
 * pages are told ("choose another time, the link can still be used") would lead them astray.
 */
export function refusalSentence(kind: string, { code, message }: Problem): string {
    // What is wrong with the request itself is said where it is found, and only hosts and admins send such requests.
    const sentence = code === 'invalid_request' ? message : sentenceOf(kind, code);
    return sentence.slice(0, LONGEST);
}

function sentenceOf(kind: string, code: ProblemCode): string {
    const own = isActionKind(kind) ? BY_KIND[kind][code] : undefined;
    return own ?? BY_CODE[code] ?? `The booking service refuses this: ${PROBLEMS[code].title} (${code}).`;
}

const isActionKind = (kind: string): kind is ActionKind => (ACTION_KINDS as readonly string[]).includes(kind);
