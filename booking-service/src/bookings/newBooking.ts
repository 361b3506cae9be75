import { z } from 'zod';
import { isTimeZone } from '../scheduling/timeZone.ts';

/** Control characters have no place in a name and break databases, mails and calendar files. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const CONTROL_BUT_NEWLINE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/;

/** Guests that one booking may bring. */
export const MAX_GUESTS = 10;

const line = (longest: number) =>
    z
        .string()
        .trim()
        .max(longest, `must be at most ${longest} characters`)
        .refine((value) => !CONTROL.test(value), 'must not contain control characters or line breaks');
const requiredLine = (longest: number) => line(longest).min(1, 'is required');
const optionalLine = (longest: number) =>
    line(longest)
        .optional()
        .transform((value) => value || undefined);
/** 80 characters is what an e-mail field in Salesforce holds. */
const email = line(80).meta({ format: 'email' }).pipe(z.email('must be an e-mail address such as ada@example.com'));

/** One answer: a text, or whether a box is ticked. */
const answer = z.union(
    [
        z.boolean(),
        z
            .string()
            .trim()
            .max(4000, 'must be at most 4000 characters')
            .refine((value) => !CONTROL_BUT_NEWLINE.test(value), 'must not contain control characters')
    ],
    'must be text, or true or false for a checkbox'
);

export const Prospect = z.strictObject({
    firstName: requiredLine(80),
    lastName: requiredLine(80),
    email,
    company: optionalLine(255),
    phone: optionalLine(40)
});

export const timeZone = z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')
    .meta({ examples: ['Europe/Berlin'] });

export const NewBooking = z.strictObject({
    link: z.string().min(1, 'must be s/<token> or l/<slug>').max(200, 'must be s/<token> or l/<slug>'),
    start: z.iso
        .datetime({ offset: true, message: 'must be an instant such as 2026-11-23T09:00:00Z' })
        .transform((value) => new Date(value)),
    timeZone,
    /** One of the lengths the meeting type offers; absent: its first. */
    durationMinutes: z.number().int('must be whole minutes').positive().optional(),
    prospect: Prospect,
    guests: z.array(email).max(MAX_GUESTS, `may hold at most ${MAX_GUESTS} addresses`).default([]),
    /** By the question's id. */
    answers: z.record(z.string().max(18), answer).default({}),
    /** Whether the prospect agrees to the meeting type's consent text; needed where it has one. */
    consent: z.boolean('must be true or false').optional(),
    /** The one-time code from the mail, where the link is for one person only. */
    emailCode: optionalLine(20)
});

/** What a prospect asks for. */
export type NewBooking = z.output<typeof NewBooking>;

/** A key shorter than this could be guessed, and it seals the manage token of the meeting. */
export const IdempotencyKey = z
    .string()
    .min(16, 'must have at least 16 characters, such as a UUID')
    .max(200, 'must have at most 200 characters')
    .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces');
