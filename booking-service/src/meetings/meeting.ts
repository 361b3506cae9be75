import { z } from 'zod';

export type MeetingStatus = 'scheduled' | 'rescheduled' | 'completed' | 'no_show' | 'canceled';
export type StoredLinkType = 'standard' | 'managed' | 'single_use';

/** What a mail tells of. `code` is the one-time code that opens a link to the person it was made for. */
export type MailKind = 'confirmation' | 'reschedule' | 'cancellation' | 'reassignment' | 'reminder' | 'resend' | 'code';

/** As what somebody is told. */
export type MailAudience = 'prospect' | 'guest' | 'host' | 'attendee' | 'former_host';

/** Who changes a meeting. */
export type Actor = 'prospect' | 'host' | 'admin';

const optionalText = z.string().optional();

/** What a prospect may do with a meeting, and what becomes of its link: as the meeting type said at booking. */
export const MeetingPolicy = z.object({
    rescheduleNoticeMinutes: z.number(),
    cancelNoticeMinutes: z.number(),
    /** Absent: without limit. */
    maxReschedules: z.number().optional(),
    cancelPolicy: z.enum(['keep_used', 'reopen_if_host_canceled', 'always_reopen'])
});
export type MeetingPolicy = z.infer<typeof MeetingPolicy>;

/** A host as they were when the meeting was booked. */
export const HostSnapshot = z.object({
    id: z.string(),
    name: z.string(),
    email: optionalText,
    title: optionalText,
    timeZone: z.string()
});
export type HostSnapshot = z.infer<typeof HostSnapshot>;

/** What a meeting keeps of its booking, whatever later happens to its link, its type or its hosts. */
export const MeetingSnapshot = z.object({
    title: z.string(),
    location: optionalText,
    durationMinutes: z.number(),
    bufferBeforeMinutes: z.number(),
    bufferAfterMinutes: z.number(),
    /** Required hosts first, then the chosen member of each pool. The first one owns the meeting. */
    hosts: z.array(HostSnapshot).min(1),
    attendees: z.array(HostSnapshot),
    prospect: z.object({
        firstName: z.string(),
        lastName: z.string(),
        email: z.string(),
        company: optionalText,
        phone: optionalText
    }),
    guests: z.array(z.string()),
    answers: z.array(z.object({ question: z.string(), answer: z.string() })),
    /** Set for a single-use link: the records it was made for. */
    singleUseLinkId: optionalText,
    record: z.object({
        leadId: optionalText,
        contactId: optionalText,
        accountId: optionalText,
        opportunityId: optionalText,
        caseId: optionalText
    }),
    /** The booker is not the person the link was made for. */
    isForwarded: z.boolean(),
    /** BCP 47: the language the prospect booked in. */
    locale: z.string().default('en'),
    /** Minutes before the start at which everybody is reminded. */
    reminderMinutes: z.array(z.number()).default([]),
    policy: MeetingPolicy.default({ rescheduleNoticeMinutes: 0, cancelNoticeMinutes: 0, cancelPolicy: 'keep_used' })
});
export type MeetingSnapshot = z.infer<typeof MeetingSnapshot>;

export interface Cancellation {
    at: Date;
    by: Actor;
    reason: string | undefined;
}

export interface Meeting {
    uid: string;
    revision: number;
    status: MeetingStatus;
    startsAt: Date;
    endsAt: Date;
    /** The prospect's zone at booking. */
    timeZone: string;
    linkType: StoredLinkType;
    tokenHash: string | undefined;
    bookingLinkId: string;
    meetingTypeId: string;
    snapshot: MeetingSnapshot;
    bookedAt: Date;
    /** When the present revision came to be. */
    changedAt: Date;
    rescheduleCount: number;
    /** Those the prospect did. */
    prospectRescheduleCount: number;
    /** Set when the meeting is canceled. */
    cancellation: Cancellation | undefined;
    noShowAt: Date | undefined;
    /** Canceling gave the one use of its link back. */
    isClaimReleased: boolean;
    salesforceId: string | undefined;
    salesforceEventId: string | undefined;
}
