import { z } from 'zod';
import { IdempotencyKey } from '../bookings/newBooking.ts';
import { MAX_LENGTH } from '../pages/formFields.ts';
import { zoneOf } from '../pages/pageQuery.ts';
import { Reschedule } from './changeRequests.ts';
import type { NewStart } from './meetingService.ts';

/** What both forms of the meeting's page post. */
export interface MeetingForm {
    timeZone: string | undefined;
    /** A key that cannot be used is no reason to refuse somebody who fills in a form. */
    idempotencyKey: string | undefined;
}

const Fields = z.object({
    start: z.string().optional().catch(undefined),
    timeZone: z.string().optional().catch(undefined),
    reason: z.string().optional().catch(undefined),
    idempotencyKey: z.string().optional().catch(undefined)
});

/** The time chosen, or nothing when none was. */
export function readRescheduleForm(body: unknown): { wish: NewStart | undefined; form: MeetingForm } {
    const { start, timeZone } = readFields(body);
    const form = readForm(body);
    const wish = Reschedule.safeParse({ start, timeZone: zoneOf(timeZone) });
    return { wish: wish.data, form };
}

/** The reason, cut to what is kept: nobody is held up by a long one. */
export function readCancelForm(body: unknown): { reason: string | undefined; form: MeetingForm } {
    const reason = readFields(body)
        .reason?.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
        .trim()
        .slice(0, MAX_LENGTH.reason);
    return { reason: reason || undefined, form: readForm(body) };
}

function readForm(body: unknown): MeetingForm {
    const { timeZone, idempotencyKey } = readFields(body);
    return { timeZone: zoneOf(timeZone), idempotencyKey: IdempotencyKey.safeParse(idempotencyKey).data };
}

function readFields(body: unknown): z.infer<typeof Fields> {
    return Fields.parse(body ?? {});
}
