import type { ProblemCode } from '../../problem/problems.ts';

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

/** What may be wrong with a request of a host or an admin, beside what prospects meet too. */
export const ACT_REASONS = [
    'not_begun',
    'no_no_show',
    'marked_already',
    'hosts_already',
    'past_time',
    'not_replaceable',
    'replaced_already',
    'no_token',
    'link_refused',
    'unknown_act'
] as const;
export type ActReason = (typeof ACT_REASONS)[number];

/** Why an action is refused, in one language. */
export interface RefusalWords {
    /** Whatever was asked for. */
    byCode: Partial<Record<ProblemCode, string>>;
    /** Where what was asked for makes another next step. */
    byKind: Record<ActionKind, Partial<Record<ProblemCode, string>>>;
    /** `{0}` is what the refusal is about, such as Salesforce's code. */
    reasons: Record<ActReason, string>;
    /** Of a code without words of its own, `{0}`. */
    other: string;
}
