import type { HumanChallenge } from '../admission/humanCheck.ts';
import type { BookingDay } from './client/days.ts';
import type { en } from './locales/en.ts';
import type { PageVisit } from './visit.ts';

/** Whom the prospect deals with. */
export interface Company {
    name: string;
    /** E-mail address, web address or plain text; shown where a prospect needs help. */
    contact?: string;
    /** Path of its logo, shown instead of its name. */
    logo?: string;
    /** `#rrggbb`; what is read on it stays readable, whatever it is. */
    brandColor?: string;
}

/** A person the prospect will meet. */
export interface HostView {
    name: string;
    /** "Account Executive"; of a pool, whom of it one may meet. */
    title?: string;
}

/** What is booked. */
export interface MeetingTypeView {
    title: string;
    description?: string;
    durationMinutes: number;
    /** Plain text; a web address becomes a link. */
    location?: string;
}

export type NoTimesReason = keyof typeof en.noTimes;

/** The times to choose from, in the booker's zone. */
export interface TimePickerView {
    /** IANA zone the times are shown in. */
    timeZone: string;
    /** True when the zone came from the visitor (form or URL), so that the script leaves it alone. */
    isTimeZoneChosen: boolean;
    /** Zones to offer; by default all that this Node knows. */
    timeZones?: readonly string[];
    /** Every day of one month, in order. Made by `bookingDays`. */
    days: readonly [BookingDay, ...BookingDay[]];
    /** First and last civil date that can be booked at all, in the zone in use; no link leads past them. */
    firstDate: string;
    lastDate: string;
    /** The first host's IANA zone; its clock is shown too where it differs. Absent when only pools are met. */
    hostTimeZone?: string;
    /** To tell whether clocks change before a time. */
    now: Date;
    /** Length of the meeting, part of the picker's own links when the link offers several. */
    durationMinutes: number;
    /** UTC instant of the chosen time; shown as chosen even when it is not among the days. */
    selectedStart?: string;
    /** Why no day has a time; needed only when none has. */
    noTimes?: { reason: NoTimesReason; /** Civil date, offered as a link. */ nextAvailableDate?: string };
}

export type QuestionKind = 'text' | 'longText' | 'choice' | 'checkbox' | 'phone';

/** A question of the meeting type; its form field is `answerField(id)`. */
export interface QuestionView {
    id: string;
    label: string;
    kind: QuestionKind;
    isRequired: boolean;
    help?: string;
    /** For `choice` only. */
    choices?: readonly string[];
    /** What we know and an empty answer stands for: see `known`. */
    prefill?: 'email' | 'phone';
}

/** Texts typed so far, by form field name; a ticked checkbox holds `on`. */
export type FormValues = Readonly<Record<string, string | undefined>>;

/** What is wrong, by form field name, in the visitor's words; `start` stands for the times. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

/** A refusal that left the link open. */
export type AlertCode = keyof typeof en.alerts;

/** Everything the booking page shows. */
export interface BookingPageView extends PageVisit {
    company: Company;
    meetingType: MeetingTypeView;
    /** All lengths the link offers, in minutes; links to them are shown when there are several. */
    durationChoices?: readonly number[];
    hosts: readonly HostView[];
    /**
     * Where the form posts to, and the page's own path: `/s/<token>` or `/l/<slug>`. The page's links and the zone form
     * come back to it with the query fields `from` (civil date), `timeZone` and `durationMinutes`.
     */
    linkPath: string;
    picker: TimePickerView;
    questions: readonly QuestionView[];
    /** What we know of the person and the page must not tell, masked; an empty field stands for it. */
    known?: { email?: string; phone?: string };
    /** Guests that may be named; 0 leaves the field out. */
    maxGuests: number;
    consentText?: string;
    values: FormValues;
    errors: FieldErrors;
    alert?: AlertCode;
    /** The address a one-time code was sent to; the form asks for it then. */
    codeSentTo?: string;
    /** What the page's script does while the form is filled in. */
    humanCheck?: HumanChallenge;
    /** Makes a second submit of the same form harmless. */
    idempotencyKey: string;
}

export type MeetingStatusView = 'scheduled' | 'rescheduled' | 'canceled';

/** A booked meeting as its booker may see it. */
export interface MeetingView {
    status: MeetingStatusView;
    meetingType: MeetingTypeView;
    hosts: readonly HostView[];
    start: Date;
    end: Date;
    /** The booker's IANA zone. */
    timeZone: string;
    /** The host's IANA zone; its time is shown too when it differs. */
    hostTimeZone?: string;
    /** Zone whose clocks are put forward or back before the meeting. */
    clocksChangeIn?: string;
    guests?: readonly string[];
    /** The calendar file, `/m/<manage token>/invite.ics`; left out when there is nothing to attend. */
    icsPath?: string;
    /** Calendars in the browser: what they are called, and their form with the meeting in it. */
    calendars?: readonly { name: string; href: string }[];
}

/** What the booker sees right after booking. */
export interface ConfirmationPageView extends PageVisit {
    company: Company;
    meeting: MeetingView;
    /** The meeting's own page, `/m/<manage token>`. */
    managePath: string;
    /** Where a confirmation is being sent; left out when no mail is sent. */
    email?: string;
}

/** What cannot be done with a meeting any more. */
export type MeetingLimit = keyof typeof en.meeting.limits;

/** The meeting's own page. A form is shown only when given. */
export interface MeetingPageView extends PageVisit {
    company: Company;
    meeting: MeetingView;
    alert?: AlertCode;
    /** Why a form is missing. */
    limits?: readonly MeetingLimit[];
    /** Said once after a change. */
    notice?: 'moved';
    rescheduleForm?: {
        /** Posts `start`, `timeZone` and the idempotency key. */
        path: string;
        /** The page's own path, for the zone form and the dates. */
        pagePath: string;
        /** The link whose times the script asks for, `s/<token>`; left out, dates and zones change by page loads. */
        slotsLink?: string;
        picker: TimePickerView;
        errors: FieldErrors;
        idempotencyKey: string;
    };
    cancelForm?: {
        /** Posts `reason` and the idempotency key. */
        path: string;
        idempotencyKey: string;
    };
}

/** A link that cannot be booked. `unknown` has no company on purpose: it reveals nothing. */
export type ClosedLinkView = PageVisit &
    (
        | { state: 'unknown' }
        | { state: 'expired' | 'revoked' | 'inactive'; company?: Company; askPath?: string }
        | {
              state: 'used';
              company?: Company;
              /** Posts nothing but asks for the mail again. */
              resendPath?: string;
              /** Posts nothing but asks for a new link. */
              askPath?: string;
          }
        | { state: 'unverifiable'; retryAfterSeconds: number; retryPath: string }
    );

/** Any other page that says what went wrong. */
export interface ErrorPageView extends PageVisit {
    failure: keyof typeof en.failures;
    company?: Company;
    retryAfterSeconds?: number;
    /** What the visitor can quote to support; never a token. */
    referenceId?: string;
}
