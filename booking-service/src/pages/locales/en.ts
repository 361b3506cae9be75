import { formatDuration } from './duration.ts';

/** English texts. Functions take what varies; everything they return is escaped by the page. */
export const en = {
    skipToContent: 'Skip to content',
    description: 'Choose a time and book your meeting.',
    language: 'Language',
    footer: 'Scheduling by',
    duration: (minutes: number): string => formatDuration(minutes, 'en'),
    optional: '(optional)',

    summary: {
        hosts: 'You will meet',
        duration: 'How long',
        location: 'Where',
        onlineLocation: 'Online. You see the address once you have booked.',
        when: 'When',
        otherDurations: 'Choose how long to meet',
        oneOfMany: (count: number): string => `One of ${count} people`
    },

    booking: {
        title: (company: string): string => `Book a meeting with ${company}`,
        timesHeading: 'Choose a time',
        detailsHeading: 'Your details',
        submit: 'Book this meeting',
        submitting: 'Booking…',
        privacy: (company: string): string => `Your details go to ${company} for this meeting.`
    },

    times: {
        zone: 'Time zone',
        zoneSubmit: 'Show times',
        previous: 'Earlier dates',
        next: 'Later dates',
        calendar: 'Days with times',
        noTimesThatDay: 'no times',
        clocksChange: (timeZone: string): string =>
            `Clocks in ${timeZone} change before this meeting. The times shown are those on the clock that day.`,
        chosen: 'Your chosen time',
        selected: 'Your time:',
        noneInRange: 'No times on these days. Look at later dates.',
        shownIn: (timeZone: string): string => `Times are now shown in ${timeZone}.`,
        shownFor: (range: string): string => `Showing times for ${range}.`,
        notLoaded: (timeZone: string): string => `New times could not be loaded. Times are still shown in ${timeZone}.`,
        nextAvailable: (day: string): string => `Go to ${day}`
    },

    /** Why there is nothing to choose, each with what to do next. */
    noTimes: {
        fully_booked: 'Every time on these days is taken. Look at later dates.',
        no_working_hours: 'No meetings are held on these days. Look at other dates.',
        before_minimum_notice: 'It is too late to book on these days. Look at later dates.',
        outside_booking_window: 'These days cannot be booked yet. Look at earlier dates.',
        daily_limit_reached: 'No more meetings are taken on these days. Look at other dates.',
        no_host_available: 'Nobody you would meet is available on these days. Look at other dates.',
        host_calendar_unreadable:
            'We cannot read the calendar right now, so we cannot offer times safely. Please try again in a few minutes.'
    },

    fields: {
        firstName: 'First name',
        lastName: 'Last name',
        email: 'Email address',
        company: 'Company',
        phone: 'Phone number',
        knownEmail: (masked: string): string => `Leave this empty to use ${masked}, the address we have for you.`,
        knownPhone: (masked: string): string => `Leave this empty to use the number we have for you: ${masked}.`,
        guests: 'Guests',
        guestsHelp: (max: number): string => `One email address per line, up to ${max}.`,
        choose: 'Choose an answer',
        emailCode: 'Code from your email',
        emailCodeHelp: (email: string): string => `We have sent a code to ${email}. It is valid for ten minutes.`
    },

    errors: {
        titlePrefix: 'Error:',
        heading: 'Please check your answers',
        start: 'Choose a time.',
        required: (label: string): string => `${label}: fill this in.`,
        email: 'Enter an email address like name@example.com.',
        phone: 'Enter a phone number with its country code, like +1 555 0100.',
        tooLong: (max: number): string => `Use ${max} characters or fewer.`,
        guests: 'Enter one email address per line, like name@example.com.',
        tooManyGuests: (max: number): string => `Enter no more than ${max} guests.`,
        choice: 'Choose one of the answers.',
        consent: 'Agree to this to book.',
        otherCompany:
            'This link was made for somebody at another company. Use your company address, or ask for a link of your own.',
        otherAddress:
            'This link was made for one person. Use the address it was sent to, or ask for a link of your own.',
        codeNeeded: 'Enter the code we have sent you.',
        codeWrong: 'This code is not right. Look at your newest email.',
        codeExpired: 'This code is no longer valid. We are sending you a new one.',
        tooManyCodes: 'Too many codes have been sent for this link. Try again in an hour.'
    },

    /** Said above the form when a booking did not happen though the link is still good. */
    alerts: {
        slot_taken: 'Someone has just taken that time. Your link still works: choose another time.',
        before_minimum_notice: 'That time is now too soon to book. Choose a later time.',
        outside_booking_window: 'That time cannot be booked. Choose a time from the list.',
        daily_limit_reached: 'No more meetings are taken on that day. Choose another day.',
        no_host_available: 'Nobody you would meet is free at that time any more. Choose another time.',
        host_calendar_unreadable:
            'We could not check the calendar, so nothing was booked. Please try again in a minute.',
        salesforce_unavailable: 'We could not check this link, so nothing was booked. Please try again in a minute.',
        rate_limited: 'Too many tries in a short time. Wait a minute, then send the form again.',
        booking_refused:
            'We cannot take this booking here, and nothing was booked. Please contact the person who sent you the link.',
        human_check:
            'Nothing has been booked yet: your browser has not finished showing that you are not a program. Send the form again.',
        human_check_too_soon:
            'Nothing has been booked yet. Your browser runs no scripts, so please wait half a minute, then send the form again.',
        human_check_too_many:
            'Nothing has been booked. Too many bookings came without scripts in the last hour: use a browser with JavaScript, or try again later.',
        invalid_request: 'Nothing has been booked yet. Correct what is marked below.',
        new_time_taken: 'Someone has just taken that time. Your meeting has not moved: choose another time.',
        too_late_to_change: 'It is too late to change this meeting here. Contact your host instead.',
        meeting_already_canceled: 'This meeting was canceled already.',
        meeting_over: 'This meeting is over and cannot be changed any more.',
        too_many_reschedules: 'This meeting has been moved as often as is allowed. Contact your host instead.',
        code_needed: 'One more step: enter the code we have sent you. Nothing has been booked yet.'
    },

    meeting: {
        confirmedTitle: 'Meeting booked',
        confirmedHeading: 'Your meeting is booked',
        title: 'Your meeting',
        heading: { scheduled: 'Your meeting', rescheduled: 'Your meeting', canceled: 'This meeting is canceled' },
        status: { scheduled: 'Scheduled', rescheduled: 'Moved to a new time', canceled: 'Canceled' },
        statusLabel: 'Status',
        recorded: 'Your booking is recorded. Nothing more is needed.',
        emailed: (email: string): string => `We are sending the details to ${email}.`,
        hostTime: (timeZone: string): string => `Your host’s time (${timeZone})`,
        guests: 'Guests',
        note: 'Please note',
        addToCalendar: 'Add to calendar',
        addTo: (calendar: string): string => `Add to ${calendar}`,
        manage: 'View or change this meeting',
        manageHelp: 'Keep the address of this page: it is the way back to your meeting. Do not pass it on.',
        canceledHelp: 'Nothing will take place at this time. Ask your host for a new link to book again.',
        moved: 'The meeting has been moved to the time below.',
        limits: {
            over: 'This meeting is over.',
            tooLate: 'It is too late to change it here: contact your host.',
            movedOften: 'It cannot be moved again here: ask your host.',
            tooLateToMove: 'It is too late to move it here: contact your host.',
            tooLateToCancel: 'It is too late to cancel it here: contact your host.'
        },
        rescheduleHeading: 'Choose another time',
        reschedule: 'Move the meeting',
        rescheduling: 'Moving…',
        cancelHeading: 'Cancel this meeting',
        cancelReason: 'Reason',
        cancelReasonHelp: 'Your host will read this.',
        cancel: 'Cancel the meeting',
        canceling: 'Canceling…'
    },

    /** Links that cannot be booked: what happened, and what to do next. */
    closed: {
        used: {
            title: 'Link already used',
            heading: 'This link has already been used',
            body: 'It admits one booking, and that meeting is already booked. If it was you, the details are in the email we sent you.',
            next: 'To book another meeting, ask for a new link.'
        },
        expired: {
            title: 'Link expired',
            heading: 'This link has expired',
            body: 'The time to book with it has passed. Nothing was booked.',
            next: 'Ask the person who sent it for a new link.'
        },
        revoked: {
            title: 'Link withdrawn',
            heading: 'This link has been withdrawn',
            body: 'The person who sent it has taken it back. Nothing was booked.',
            next: 'Ask them for a new link.'
        },
        inactive: {
            title: 'Link not available',
            heading: 'This link is not available now',
            body: 'Meetings cannot be booked with it at the moment. Nothing was booked.',
            next: 'Ask the person who sent it when to try again.'
        },
        unknown: {
            title: 'Page not found',
            heading: 'We cannot find this page',
            body: 'The link may be incomplete. Some email programs cut long links in two.',
            next: 'Copy the whole link from your message and open it again, or ask the person who sent it.'
        },
        unverifiable: {
            title: 'Try again in a minute',
            heading: 'We cannot check this link right now',
            body: 'Your link may be fine: we cannot reach the system that knows it. Nothing was booked.',
            next: 'Keep the link: it works again as soon as we can check it.'
        }
    },

    contact: (company: string): string => `Contact ${company}:`,
    resend: 'Email me my meeting',
    resendHelp: 'We send the details again to the address they were booked with.',
    askForLink: 'Ask for a new link',
    askForLinkHelp: 'We tell the person who sent you this link. They will send you a new one.',
    asked: {
        title: 'Request sent',
        heading: 'We have passed it on',
        body: 'The person who sent you this link has been asked for a new one.',
        next: 'Look for their message. You can close this page.'
    },
    /** The answer to everybody who asks for the mail again. */
    resent: {
        title: 'On its way',
        heading: 'If there is a meeting, a mail is on its way',
        body: 'If this link was used to book a meeting, we have sent the details to the address it was booked with.',
        next: 'Look into your inbox in a few minutes, and into the folder for junk mail too.'
    },
    tryAgain: 'Try again',
    retryAfter: (seconds: number): string =>
        `You can try again in ${formatDuration(Math.max(1, Math.ceil(seconds / 60)), 'en')}.`,
    reference: 'Reference',

    failures: {
        meeting_not_found: {
            title: 'Meeting not found',
            heading: 'We cannot find this meeting',
            body: 'The link may be incomplete. Some email programs cut long links in two.',
            next: 'Open the link in your latest email again, in full.'
        },
        stale_manage_token: {
            title: 'This meeting has moved',
            heading: 'This meeting has moved',
            body: 'It was changed after this link was sent, so the link no longer opens it.',
            next: 'Use the link in your latest email.'
        },
        rate_limited: {
            title: 'Too many tries',
            heading: 'Too many tries in a short time',
            body: 'To protect bookings we limit how often a page can be opened.',
            next: 'Wait a moment, then try again.'
        },
        service_unavailable: {
            title: 'One moment, please',
            heading: 'We cannot answer for a moment',
            body: 'Nothing is lost: what was confirmed stays confirmed.',
            next: 'Try again in a moment. If you were booking, send the form again or open your link to see whether it went through.'
        },
        page_not_found: {
            title: 'Page not found',
            heading: 'We cannot find this page',
            body: 'The address may be incomplete.',
            next: 'Check the address, or open the link from your message again.'
        },
        internal_error: {
            title: 'Something went wrong',
            heading: 'Something went wrong on our side',
            body: 'We have recorded the fault. If you were booking, open your link again to see whether it went through.',
            next: 'Please try again in a minute. If it happens again, send your contact the reference below.'
        }
    }
};
