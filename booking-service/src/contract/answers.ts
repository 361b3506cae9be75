import { z } from 'zod';
import type { EmptyReason, HostReason } from '../scheduling/emptyReasons.ts';
import type { MeetingStatus } from '../meetings/meeting.ts';
import type { MeetingPresentation } from '../meetings/meetingView.ts';
import type { ProblemCode } from '../problem/problems.ts';

const instant = z.iso.datetime().meta({ description: 'An instant in UTC', examples: ['2026-11-27T14:00:00.000Z'] });

const HOST_REASONS = [
    'outside_schedule',
    'all_busy',
    'daily_limit_reached',
    'host_calendar_unreadable',
    'host_inactive',
    'no_schedule'
] as const satisfies readonly HostReason[];

const EMPTY_REASONS = [
    ...HOST_REASONS,
    'before_minimum_notice',
    'outside_booking_window',
    'no_host'
] as const satisfies readonly EmptyReason[];

const MEETING_STATUSES = [
    'scheduled',
    'rescheduled',
    'completed',
    'no_show',
    'canceled'
] as const satisfies readonly MeetingStatus[];

/** What `GET /api/v1/slots` answers. */
export const SlotsAnswer = z
    .strictObject({
        timeZone: z.string(),
        slots: z.array(z.strictObject({ start: instant, end: instant })),
        reason: z
            .enum(EMPTY_REASONS)
            .optional()
            .meta({ description: 'Why there is no slot; only where there is none' }),
        hosts: z
            .array(z.strictObject({ role: z.enum(['required', 'pool']), reason: z.enum(HOST_REASONS).nullable() }))
            .optional()
            .meta({ description: 'What stands against each host; null: nothing against that one alone' })
    })
    .meta({ id: 'Slots' });

/** What `GET /api/v1/human-check` answers. */
export const HumanCheckAnswer = z
    .strictObject({
        isRequired: z.boolean().meta({ description: 'Whether a booking with this link needs humanProof' }),
        kind: z.literal('proof_of_work').optional(),
        challenge: z.string().optional(),
        bits: z
            .int()
            .optional()
            .meta({ description: 'Zero bits that SHA-256 of `<last part of challenge>.<answer>` begins with' }),
        expiresAt: instant.optional()
    })
    .meta({ id: 'HumanCheck' });

const PresentedMeeting = z
    .strictObject({
        uid: z.uuid(),
        start: instant,
        end: instant,
        status: z.enum(MEETING_STATUSES),
        revision: z.int().min(1).meta({ description: 'Rises by one with each change' }),
        hosts: z.array(z.strictObject({ name: z.string() }))
    })
    .meta({ id: 'Meeting' }) satisfies z.ZodType<MeetingPresentation>;

/** What booking, rescheduling and canceling answer. */
export const MeetingAnswer = z
    .strictObject({
        meeting: PresentedMeeting,
        manageUrl: z.url().meta({ description: 'Whoever knows it may see, move and cancel the meeting' }),
        icsUrl: z.url()
    })
    .meta({ id: 'ManagedMeeting' });

/** What `POST /api/v1/hints` answers. */
export const HintAnswer = z.strictObject({});

const FieldProblem = z
    .strictObject({
        field: z
            .string()
            .meta({ description: 'Path in the request, or the name of a header', examples: ['prospect.email'] }),
        message: z.string()
    })
    .meta({ id: 'FieldProblem' });

/** The `application/problem+json` of one status, with the codes it may carry. */
export function problemAnswer(status: number, codes: readonly ProblemCode[]) {
    return z.strictObject({
        type: z.string(),
        title: z.string(),
        status: z.literal(status),
        code: z.enum(codes),
        detail: z.string(),
        errors: z.array(FieldProblem).optional(),
        ...(status >= 500 && { instance: z.string().meta({ description: 'The log of the service has it too' }) })
    });
}
