import { z } from 'zod';
import { timeZone } from '../bookings/newBooking.ts';
import { lines } from '../bookings/textFields.ts';
import { MAX_LENGTH } from '../pages/formFields.ts';

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
    reason: lines(MAX_LENGTH.reason)
        .optional()
        .transform((value) => value || undefined)
});
