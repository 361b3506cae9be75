interface ProblemKind {
    /** HTTP status it travels with. */
    status: number;
    title: string;
    /** What to do next, in a sentence, for whoever reads the answer of the API. */
    detail: string;
}

/** Every failure a client may see. The codes are stable: clients branch on them. */
export const PROBLEMS = {
    link_not_found: {
        status: 404,
        title: 'Link not found',
        detail: 'There is no such link. Check the address or ask for a new link.'
    },
    link_used: { status: 410, title: 'Link already used', detail: 'This link has already been used for a booking.' },
    link_expired: { status: 410, title: 'Link expired', detail: 'This link has expired. Ask for a new one.' },
    link_revoked: { status: 410, title: 'Link withdrawn', detail: 'This link was withdrawn. Ask for a new one.' },
    link_inactive: {
        status: 410,
        title: 'Link inactive',
        detail: 'This link is not available at the moment. Contact the person who sent it.'
    },
    link_unverifiable: {
        status: 503,
        title: 'Link cannot be checked',
        detail: 'The link cannot be checked right now; it may well be valid. Try again in a minute.'
    },
    slot_taken: {
        status: 409,
        title: 'Time taken',
        detail: 'This time has just been taken. The link can still be used: choose another time.'
    },
    before_minimum_notice: { status: 422, title: 'Too short notice', detail: 'Choose a time further ahead.' },
    outside_booking_window: {
        status: 422,
        title: 'Outside the booking window',
        detail: 'This time is not offered. Choose one of the times that are.'
    },
    daily_limit_reached: {
        status: 409,
        title: 'Limit reached',
        detail: 'No more meetings can be booked on that day. Choose another day.'
    },
    no_host_available: { status: 409, title: 'No host available', detail: 'Nobody is free then. Choose another time.' },
    host_calendar_unreadable: {
        status: 503,
        title: 'Calendar cannot be read',
        detail: 'The calendar of a host cannot be read right now. Try again in a few minutes.'
    },
    meeting_not_found: {
        status: 404,
        title: 'Meeting not found',
        detail: 'There is no such meeting. Use the address in your latest e-mail.'
    },
    meeting_already_canceled: { status: 409, title: 'Already canceled', detail: 'This meeting was already canceled.' },
    meeting_over: { status: 409, title: 'Meeting over', detail: 'This meeting has already begun or is over.' },
    too_many_reschedules: {
        status: 409,
        title: 'Rescheduled too often',
        detail: 'This meeting cannot be moved again. Contact the host.'
    },
    stale_manage_token: {
        status: 410,
        title: 'Meeting has moved',
        detail: 'This meeting has moved. Use the address in your latest e-mail.'
    },
    invalid_request: {
        status: 400,
        title: 'Invalid request',
        detail: 'Correct the fields that are named and send again.'
    },
    booking_refused: {
        status: 403,
        title: 'Booking not taken',
        detail: 'This booking cannot be taken here. The link can still be used: contact the person who sent it.'
    },
    human_check_required: {
        status: 403,
        title: 'Proof needed',
        detail: 'This link asks for a proof of work before a booking. Get a challenge, answer it and send humanProof.'
    },
    request_too_large: { status: 413, title: 'Request too large', detail: 'Send less.' },
    rate_limited: { status: 429, title: 'Too many requests', detail: 'Wait a little, then try again.' },
    salesforce_unavailable: {
        status: 503,
        title: 'Salesforce unavailable',
        detail: 'Salesforce cannot be reached right now. Try again in a minute.'
    },
    service_unavailable: {
        status: 503,
        title: 'Service unavailable',
        detail: 'The service cannot answer for a moment. Send the same request again with the same Idempotency-Key.'
    },
    not_found: { status: 404, title: 'Not found', detail: 'There is nothing at this address.' },
    internal_error: { status: 500, title: 'Something went wrong', detail: 'This is our fault. Try again later.' }
} as const satisfies Record<string, ProblemKind>;

/** A stable, snake_case name of a failure. */
export type ProblemCode = keyof typeof PROBLEMS;
