import type { RefusalWords } from './refusalWords.ts';

export const EN: RefusalWords = {
    byCode: {
        meeting_not_found: 'The booking service does not know this meeting: it was not booked through it.',
        meeting_already_canceled: 'The meeting is canceled already, so this cannot be done any more.',
        meeting_over: 'The meeting is completed or a no-show, so this cannot be done any more.',
        slot_taken: 'A host is taken at that time by another meeting or its buffers. Choose another time.',
        no_host_available: 'Nobody can host the meeting then. Choose another host.',
        daily_limit_reached:
            'The meeting type allows no more meetings on that day or in that week. Choose another day.',
        host_calendar_unreadable: 'The calendar of a host cannot be read now. Try again in a few minutes.',
        salesforce_unavailable: 'Salesforce did not answer the booking service. Try again in a minute.',
        service_unavailable: 'The booking service was interrupted. Try again in a minute.',
        internal_error: 'The booking service failed; its operator finds the reason in the log. Try again later.'
    },
    byKind: {
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
            no_host_available:
                'The new host is not active, or no host of any booking link or pool. Choose somebody who is.'
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
    },
    reasons: {
        not_begun: 'The meeting has not begun yet.',
        no_no_show: 'The meeting is not a no-show.',
        marked_already: 'The meeting is marked so already.',
        hosts_already: 'This person hosts the meeting already. Choose another host.',
        past_time: 'Choose a new time in the future.',
        not_replaceable: 'Only a canceled meeting or a no-show gets a new link.',
        replaced_already: 'The link of this meeting has a successor already: {0}, on the Link Timeline.',
        no_token: 'The request carries no token of a new link. Ask for the replacement again.',
        link_refused: 'Salesforce refuses the new link ({0}). Copy one by hand, or ask an admin to look into it.',
        unknown_act: 'The booking service does not know the action "{0}". Update it first.'
    },
    other: 'The booking service refuses this ({0}).'
};
