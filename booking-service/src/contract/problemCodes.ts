import type { ProblemCode } from '../problem/problems.ts';

/** What any request may be answered with, beside what its operation adds. */
const ANY = ['rate_limited', 'service_unavailable', 'internal_error'] as const satisfies ProblemCode[];

const REQUEST = [...ANY, 'invalid_request'] as const satisfies ProblemCode[];

const BODY = [...REQUEST, 'request_too_large'] as const satisfies ProblemCode[];

/** A link that cannot be booked. */
const LINK = [
    'link_not_found',
    'link_used',
    'link_expired',
    'link_revoked',
    'link_inactive',
    'link_unverifiable',
    'salesforce_unavailable'
] as const satisfies ProblemCode[];

/** A time that cannot be had. */
const TIME = [
    'slot_taken',
    'before_minimum_notice',
    'outside_booking_window',
    'daily_limit_reached',
    'no_host_available',
    'host_calendar_unreadable',
    'salesforce_unavailable'
] as const satisfies ProblemCode[];

const MEETING = [
    'meeting_not_found',
    'stale_manage_token',
    'meeting_already_canceled',
    'meeting_over',
    'before_minimum_notice'
] as const satisfies ProblemCode[];

/** Every code that each operation may answer with. */
export const OPERATION_CODES = {
    document: ANY,
    findSlots: [...REQUEST, ...LINK],
    humanCheck: [...REQUEST, 'link_not_found'],
    book: [...BODY, ...LINK, ...TIME, 'booking_refused', 'human_check_required'],
    reschedule: [...BODY, ...MEETING, ...TIME, 'too_many_reschedules'],
    cancel: [...BODY, ...MEETING],
    hint: BODY
} as const satisfies Record<string, readonly ProblemCode[]>;
