import { z } from 'zod';
import { isTimeZone } from '../scheduling/timeZone.ts';
import { line, lines, optionalLine, requiredLine } from './textFields.ts';

/** Guests that one booking may bring. */
export const MAX_GUESTS = 10;

/** 80 characters is what an e-mail field in Salesforce holds. */
const email = line(80).meta({ format: 'email' }).pipe(z.email('must be an e-mail address such as ada@example.com'));

/** One answer: a text, or whether a box is ticked. */
const answer = z.union([z.boolean(), lines(4000)], 'must be text, or true or false for a checkbox');

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
    emailCode: optionalLine(20),
    /** The answer to a challenge, where a reusable link asks for one. */
    humanProof: z
        .string()
        .max(4096, 'must be at most 4096 characters')
        .optional()
        .transform((value) => value || undefined)
});

/** What a prospect asks for. */
export type NewBooking = z.output<typeof NewBooking>;

/** A key shorter than this could be guessed, and it seals the manage token of the meeting. */
export const IdempotencyKey = z
    .string()
    .min(16, 'must have at least 16 characters, such as a UUID')
    .max(200, 'must have at most 200 characters')
    .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces');
