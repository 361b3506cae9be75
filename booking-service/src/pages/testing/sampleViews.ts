import { bookingDays } from '../client/days.ts';
import type { BookingDay, Slot } from '../client/days.ts';
import type { BookingPageView, MeetingView, TimePickerView } from '../views.ts';

/** Half-hour times from nine to five, UTC, on each of the dates. */
export function officeHours(dates: readonly string[]): Slot[] {
    const half = 30 * 60_000;
    return dates.flatMap((date) =>
        Array.from({ length: 16 }, (_, index) => {
            const start = Date.parse(`${date}T09:00:00Z`) + index * half;
            return { start: new Date(start).toISOString(), end: new Date(start + half).toISOString() };
        })
    );
}

/** A month with a week of times in Berlin. */
export function samplePicker(changes: Partial<TimePickerView> = {}): TimePickerView {
    const dates = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
    const range = { from: '2026-11-01', to: '2026-11-30', timeZone: 'Europe/Berlin', locale: 'en-GB' };
    return {
        timeZone: 'Europe/Berlin',
        isTimeZoneChosen: false,
        days: bookingDays({ slots: officeHours(dates), ...range }) as [BookingDay, ...BookingDay[]],
        firstDate: '2026-11-23',
        lastDate: '2026-12-23',
        hostTimeZone: 'Europe/Berlin',
        now: new Date('2026-11-20T12:00:00Z'),
        durationMinutes: 30,
        ...changes
    };
}

/** A fresh booking page with every kind of question. */
export function sampleBookingPage(changes: Partial<BookingPageView> = {}): BookingPageView {
    return {
        locale: 'en-GB',
        company: { name: 'Nexora Systems', contact: 'hello@nexora.example' },
        meetingType: {
            title: 'Technical deep dive',
            description: 'We look at your set-up together.\nBring your questions.',
            durationMinutes: 30,
            location: 'https://meet.nexora.example/room'
        },
        hosts: [{ name: 'Julio Reyes', title: 'Account Executive' }, { name: 'Mei Tanaka' }],
        linkPath: '/s/sample-token',
        picker: samplePicker(),
        questions: [
            { id: 'MQ-1', label: 'What do you use today?', kind: 'text', isRequired: true },
            {
                id: 'MQ-2',
                label: 'What should we prepare?',
                kind: 'longText',
                isRequired: false,
                help: 'A line or two.'
            },
            {
                id: 'MQ-3',
                label: 'Team size',
                kind: 'choice',
                isRequired: true,
                choices: ['1 – 10', '11 – 100', 'More']
            },
            { id: 'MQ-4', label: 'We already use Salesforce', kind: 'checkbox', isRequired: false },
            { id: 'MQ-5', label: 'Number to call on the day', kind: 'phone', isRequired: false }
        ],
        maxGuests: 5,
        consentText: 'I agree that my details are kept for this meeting.',
        values: {},
        errors: {},
        idempotencyKey: 'key-1',
        ...changes
    };
}

/** A meeting booked from Berlin with a host in New York. */
export function sampleMeeting(changes: Partial<MeetingView> = {}): MeetingView {
    return {
        status: 'scheduled',
        meetingType: sampleBookingPage().meetingType,
        hosts: sampleBookingPage().hosts,
        start: new Date('2026-11-24T14:30:00Z'),
        end: new Date('2026-11-24T15:00:00Z'),
        timeZone: 'Europe/Berlin',
        hostTimeZone: 'America/New_York',
        guests: ['cto@customer.example'],
        icsPath: '/m/manage-token/invite.ics',
        ...changes
    };
}
