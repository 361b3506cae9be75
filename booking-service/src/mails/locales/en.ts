import { formatDuration } from '../../pages/locales/duration.ts';

/** English texts of mails. What varies comes as arguments; everything is escaped where it is printed. */
export const en = {
    duration: (minutes: number): string => formatDuration(minutes, 'en'),
    list: (names: readonly string[]): string => new Intl.ListFormat('en').format(names),

    /** Titles of mails, by what they tell of: what is met about, and when. */
    subject: {
        confirmation: (what: string, when: string): string => `Booked: ${what}, ${when}`,
        reschedule: (what: string, when: string): string => `Moved: ${what}, now ${when}`,
        cancellation: (what: string, when: string): string => `Canceled: ${what}, ${when}`,
        reassignment: (what: string, when: string): string => `Change of host: ${what}, ${when}`,
        reminder: (what: string, when: string): string => `Reminder: ${what}, ${when}`,
        resend: (what: string, when: string): string => `Your meeting: ${what}, ${when}`,
        code: (code: string): string => `${code} is your code`
    },
    titleWith: (title: string, names: string): string => `${title} with ${names}`,

    hello: (name: string): string => `Hello ${name},`,

    prospect: {
        confirmation: {
            heading: 'Your meeting is booked',
            intro: (hosts: string): string => `You are meeting ${hosts}. Here is everything you need.`
        },
        reschedule: {
            heading: 'Your meeting has moved',
            intro: (hosts: string): string => `Your meeting with ${hosts} now takes place at the time below.`
        },
        cancellation: {
            heading: 'Your meeting is canceled',
            intro: (hosts: string): string => `Your meeting with ${hosts} does not take place.`
        },
        reassignment: {
            heading: 'You will meet somebody else',
            intro: (hosts: string): string => `You are now meeting ${hosts}. The time stays as it was.`
        },
        reminder: {
            heading: 'Your meeting is coming up',
            intro: (hosts: string): string => `This is a reminder of your meeting with ${hosts}.`
        },
        resend: {
            heading: 'Your meeting',
            intro: (hosts: string): string => `Here are the details of your meeting with ${hosts} again.`
        }
    },

    guest: {
        confirmation: {
            heading: 'You are invited to a meeting',
            intro: (prospect: string, hosts: string): string =>
                `${prospect} has booked a meeting with ${hosts} and named you as a guest.`
        },
        reschedule: {
            heading: 'A meeting you are invited to has moved',
            intro: (prospect: string, hosts: string): string =>
                `The meeting of ${prospect} with ${hosts} now takes place at the time below.`
        },
        cancellation: {
            heading: 'A meeting you were invited to is canceled',
            intro: (prospect: string, hosts: string): string =>
                `The meeting of ${prospect} with ${hosts} does not take place.`
        },
        reassignment: {
            heading: 'A meeting you are invited to has another host',
            intro: (prospect: string, hosts: string): string =>
                `${prospect} is now meeting ${hosts}. The time stays as it was.`
        },
        reminder: {
            heading: 'A meeting you are invited to is coming up',
            intro: (prospect: string, hosts: string): string =>
                `This is a reminder of the meeting of ${prospect} with ${hosts}.`
        }
    },

    team: {
        confirmation: {
            heading: 'New meeting',
            intro: (prospect: string): string => `${prospect} has booked a meeting with you.`
        },
        reschedule: {
            heading: 'Meeting moved',
            intro: (prospect: string): string => `Your meeting with ${prospect} has another time.`
        },
        cancellation: {
            heading: 'Meeting canceled',
            intro: (prospect: string): string =>
                `Your meeting with ${prospect} does not take place. The time is free again.`
        },
        reassignment: {
            heading: 'Change of host',
            intro: (prospect: string, hosts: string): string => `The meeting with ${prospect} is now held by ${hosts}.`
        },
        handedOver: {
            heading: 'A meeting has left your calendar',
            intro: (prospect: string, hosts: string): string =>
                `The meeting with ${prospect} is now held by ${hosts}. Your time is free again.`
        },
        reminder: {
            heading: 'Meeting coming up',
            intro: (prospect: string): string => `This is a reminder of your meeting with ${prospect}.`
        }
    },

    facts: {
        when: 'When',
        before: 'Before',
        duration: 'How long',
        where: 'Where',
        hosts: 'With',
        guests: 'Guests',
        prospect: 'Booked by',
        email: 'Email address',
        phone: 'Phone number',
        company: 'Company',
        reason: 'Reason'
    },

    forwarded: 'Somebody else booked than the person the link was made for.',

    actions: {
        manage: 'View or change this meeting',
        salesforce: 'Open in Salesforce',
        addTo: 'Add to calendar:',
        google: 'Google',
        outlook: 'Outlook.com',
        microsoft365: 'Microsoft 365'
    },
    manageHelp:
        'The button is yours alone: whoever has this mail can move or cancel the meeting. Earlier mails stop working once it has moved.',
    attached: 'The attached file puts the meeting into any calendar and keeps it up to date.',
    bookAgain: 'To find another time, ask your host for a new link.',

    code: {
        heading: 'Your code',
        intro: 'Enter this code on the booking page to book your meeting.',
        validity: (minutes: number): string =>
            `It is valid for ${formatDuration(minutes, 'en')} and for one link only.`,
        notAsked:
            'If you did not want to book a meeting, somebody has your link: do not pass the code on. You need do nothing else.'
    },

    footer: (company: string): string => `Sent for ${company} by Admit One.`
};
