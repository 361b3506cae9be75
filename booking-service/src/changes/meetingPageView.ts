import { randomUUID } from 'node:crypto';
import type { AvailabilityService } from '../availability/availabilityService.ts';
import { viewPicker } from '../bookings/bookingPageView.ts';
import type { CompanyReader } from '../mirror/company.ts';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import { FIELD } from '../pages/formFields.ts';
import { texts } from '../pages/locales/texts.ts';
import { dateOf, zoneOf } from '../pages/pageQuery.ts';
import type { AlertCode, MeetingLimit, MeetingPageView } from '../pages/views.ts';
import type { Problem } from '../problem/problem.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { MeetingForm } from './meetingForms.ts';
import { linkOfMeeting } from './meetingLink.ts';
import { refusalOf } from './meetingRules.ts';
import { viewMeeting } from '../meetings/meetingView.ts';
import type { PageVisit } from '../pages/visit.ts';

export interface MeetingPageViewParts {
    availability: AvailabilityService;
    definitions: DefinitionStore;
    company: CompanyReader;
    now?: () => Date;
}

/** Why a change did not happen, said above the page it was asked for on. */
export interface MeetingRefusal {
    status: number;
    alert: AlertCode;
    form: MeetingForm;
}

export interface MeetingPageRequest {
    visit: PageVisit;
    /** `/m/<manage token>`. */
    managePath: string;
    query: Record<string, unknown>;
    refusal: MeetingRefusal | undefined;
}

/** Refusals that leave the meeting as it was. */
const ALERTS: Partial<Record<Problem['code'], AlertCode>> = {
    slot_taken: 'new_time_taken',
    before_minimum_notice: 'before_minimum_notice',
    outside_booking_window: 'outside_booking_window',
    daily_limit_reached: 'daily_limit_reached',
    no_host_available: 'no_host_available',
    host_calendar_unreadable: 'host_calendar_unreadable',
    meeting_already_canceled: 'meeting_already_canceled',
    meeting_over: 'meeting_over',
    too_many_reschedules: 'too_many_reschedules',
    invalid_request: 'invalid_request'
};

/** What to say about a refusal; undefined where the page has no words for it. */
export function alertFor(act: 'reschedule' | 'cancel', { code }: Problem): AlertCode | undefined {
    return act === 'cancel' && code === 'before_minimum_notice' ? 'too_late_to_change' : ALERTS[code];
}

/** Everything the meeting's page shows: forms only for what may be done now. */
export async function viewMeetingPage(
    parts: MeetingPageViewParts,
    meeting: Meeting,
    { visit, managePath, query, refusal }: MeetingPageRequest
): Promise<MeetingPageView> {
    const now = parts.now?.() ?? new Date();
    const definitions = await parts.definitions.current();
    const refusals = {
        reschedule: refusalOf('reschedule', meeting, 'prospect', now),
        cancel: refusalOf('cancel', meeting, 'prospect', now)
    };
    const mayReschedule = refusals.reschedule === undefined;
    const mayCancel = refusals.cancel === undefined;
    const alert = refusal && tooLate(refusal.alert, mayReschedule);
    return {
        ...visit,
        company: await parts.company(),
        meeting: viewMeeting(meeting, managePath, now),
        ...(alert !== undefined && { alert }),
        ...(meeting.status !== 'canceled' && { limits: limitsOf(refusals) }),
        ...('moved' in query && meeting.status === 'rescheduled' && { notice: 'moved' as const }),
        ...(mayReschedule && {
            rescheduleForm: {
                path: `${managePath}/reschedule`,
                pagePath: managePath,
                picker: await viewPicker(
                    parts.availability,
                    linkOfMeeting(definitions, meeting),
                    {
                        ...visit,
                        timeZone: refusal?.form.timeZone ?? zoneOf(query['timeZone']) ?? meeting.timeZone,
                        from: dateOf(query['from']),
                        now
                    },
                    undefined,
                    meeting.uid
                ),
                errors: refusal?.alert === 'invalid_request' ? { [FIELD.start]: texts(visit.locale).errors.start } : {},
                idempotencyKey: randomUUID()
            }
        }),
        ...(mayCancel && { cancelForm: { path: `${managePath}/cancel`, idempotencyKey: randomUUID() } })
    };
}

/** What cannot be done any more and why, so that nobody looks for a form that is not there. */
function limitsOf({ reschedule, cancel }: Record<'reschedule' | 'cancel', Problem | undefined>): MeetingLimit[] {
    const codes = new Set([reschedule?.code, cancel?.code]);
    if (codes.has('meeting_over')) return ['over'];
    if (codes.size === 1 && codes.has('before_minimum_notice')) return ['tooLate'];
    return [
        ...(reschedule?.code === 'too_many_reschedules' ? (['movedOften'] as const) : []),
        ...(reschedule?.code === 'before_minimum_notice' ? (['tooLateToMove'] as const) : []),
        ...(cancel?.code === 'before_minimum_notice' ? (['tooLateToCancel'] as const) : [])
    ];
}

/** Where the meeting cannot be moved any more, another time would not help. */
function tooLate(alert: AlertCode, mayReschedule: boolean): AlertCode {
    return alert === 'before_minimum_notice' && !mayReschedule ? 'too_late_to_change' : alert;
}
