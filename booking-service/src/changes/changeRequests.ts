import { z } from 'zod';
import { timeZone } from '../bookings/newBooking.ts';
import { MAX_LENGTH } from '../pages/formFields.ts';

const CONTROL_BUT_NEWLINE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/;

/** The body of `POST /api/v1/meetings/<manage token>/reschedule`. */
export const Reschedule = z.strictObject({
    start: z.iso
        .datetime({ offset: true, message: 'must be an instant such as 2026-11-23T09:00:00Z' })
        .transform((value) => new Date(value))
        .refine((start) => start.getTime() % 60_000 === 0, 'must be on a whole minute'),
    timeZone: timeZone.optional()
});

/** The body of `POST /api/v1/meetings/<manage token>/cancel`. */
export const Cancellation = z.strictObject({
    reason: z
        .string()
        .trim()
        .max(MAX_LENGTH.reason, `must be at most ${MAX_LENGTH.reason} characters`)
        .refine((value) => !CONTROL_BUT_NEWLINE.test(value), 'must not contain control characters')
        .optional()
        .transform((value) => value || undefined)
});
