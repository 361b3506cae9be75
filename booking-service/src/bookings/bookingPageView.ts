import { randomUUID } from 'node:crypto';
import type { HumanChallenge } from '../admission/humanCheck.ts';
import type { AvailabilityService } from '../availability/availabilityService.ts';
import { offeredDurations } from '../availability/durations.ts';
import type { HostPoolOfLink } from '../links/linkHosts.ts';
import type { BookableLink } from '../links/linkService.ts';
import { bookingDays, civilDate, daysBetween, endOfMonth, shiftDate, startOfMonth } from '../pages/client/days.ts';
import type { Slot as SlotTimes } from '../pages/client/days.ts';
import { texts } from '../pages/locales/texts.ts';
import type { BookingPageView, Company, HostView, NoTimesReason, TimePickerView } from '../pages/views.ts';
import type { PageVisit } from '../pages/visit.ts';
import type { EmptyReason } from '../scheduling/emptyReasons.ts';
import { parseLocalDay } from '../scheduling/localDay.ts';
import type { SlotSearch } from '../scheduling/openSlots.ts';
import { toUtcMinutes } from '../scheduling/timeZone.ts';
import { maskedValues } from './knownPerson.ts';
import { MAX_GUESTS } from './newBooking.ts';

/** What the visitor asked to see. */
export interface PageRequest extends PageVisit {
    linkPath: string;
    /** Undefined until the visitor, or the visitor's browser, has named one. */
    timeZone: string | undefined;
    /** First civil date to show. */
    from: string | undefined;
    now: Date;
}

/** What was typed, to be shown again with what is wrong with it. */
export type PageState = Pick<BookingPageView, 'values' | 'errors' | 'alert' | 'codeSentTo'> & {
    selectedStart?: string | undefined;
    idempotencyKey?: string | undefined;
    humanCheck?: HumanChallenge | undefined;
};

/** Members of a pool that are named; of more, their number says more. */
const MAX_NAMED_MEMBERS = 4;

/** Gathers everything the booking page shows. One search serves the days shown and the way to the next free one. */
export async function viewBookingPage(
    availability: AvailabilityService,
    link: BookableLink,
    company: Company,
    request: PageRequest,
    state: PageState
): Promise<BookingPageView> {
    const { meetingType, hosts, questions } = link;
    return {
        locale: request.locale,
        ...(request.lang !== undefined && { lang: request.lang }),
        ...(request.address !== undefined && { address: request.address }),
        isEmbedded: request.isEmbedded === true,
        company,
        meetingType: {
            title: meetingType.title,
            durationMinutes: meetingType.durationMinutes,
            ...(meetingType.description !== undefined && { description: meetingType.description }),
            ...(meetingType.location !== undefined && {
                location: publicLocation(meetingType.location, request.locale)
            })
        },
        durationChoices: offeredDurations(meetingType),
        hosts: [
            ...hosts.required.map(({ name, title }) => ({ name, ...(title !== undefined && { title }) })),
            ...hosts.pools.map((pool) => viewPool(pool, request.locale))
        ],
        linkPath: request.linkPath,
        picker: await viewPicker(availability, link, request, state.selectedStart),
        known: maskedValues(link),
        questions: questions.map(({ id, label, kind, isRequired, helpText, choices, prefill }) => ({
            id,
            label,
            kind: kind === 'long_text' ? 'longText' : kind,
            isRequired,
            choices,
            ...(helpText !== undefined && { help: helpText }),
            ...((prefill === 'email' || prefill === 'phone') && { prefill })
        })),
        maxGuests: MAX_GUESTS,
        ...(meetingType.consentText !== undefined && { consentText: meetingType.consentText }),
        values: state.values,
        errors: state.errors,
        ...(state.alert !== undefined && { alert: state.alert }),
        ...(state.codeSentTo !== undefined && { codeSentTo: state.codeSentTo }),
        ...(state.humanCheck !== undefined && { humanCheck: state.humanCheck }),
        idempotencyKey: state.idempotencyKey ?? randomUUID()
    };
}

/** A small pool by its members' names, a larger one by their number. */
function viewPool({ name, members }: HostPoolOfLink, locale: string): HostView {
    const t = texts(locale);
    const names = members.map(({ user }) => user.name);
    const title =
        names.length > MAX_NAMED_MEMBERS
            ? t.summary.oneOfMany(names.length)
            : new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
    return { name, title };
}

/** The address of a meeting room is for those who have booked. */
function publicLocation(location: string, locale: string): string {
    const t = texts(locale);
    return URL.canParse(location) ? t.summary.onlineLocation : location;
}

/** The times of a link for a page; `exceptMeeting` is the uid of a meeting that is being moved. */
export async function viewPicker(
    availability: AvailabilityService,
    link: BookableLink,
    request: Omit<PageRequest, 'linkPath'>,
    selectedStart: string | undefined,
    exceptMeeting?: string
): Promise<TimePickerView> {
    const { now, locale } = request;
    const hostTimeZone = link.hosts.required[0]?.timeZone;
    const timeZone = request.timeZone ?? hostTimeZone ?? 'UTC';
    const firstDate = civilDate(now, timeZone);
    const lastDate = shiftDate(firstDate, windowDays(link));
    const search = await availability.search(link, {
        from: startOfDay(firstDate, timeZone),
        to: startOfDay(shiftDate(lastDate, 1), timeZone),
        timeZone,
        exceptMeeting
    });
    const slots = search.slots.map(toTimes);
    const firstFree = slots[0] && civilDate(new Date(slots[0].start), timeZone);
    const from = startOfMonth(clamp(request.from ?? firstFree ?? firstDate, firstDate, lastDate));
    const to = endOfMonth(from);
    const days = bookingDays({ slots, from, to, timeZone, locale });
    const [firstDay, ...otherDays] = days;
    if (!firstDay) throw new Error('a range of dates has a first day');
    return {
        timeZone,
        isTimeZoneChosen: request.timeZone !== undefined,
        days: [firstDay, ...otherDays],
        firstDate,
        lastDate,
        durationMinutes: link.meetingType.durationMinutes,
        now,
        ...(hostTimeZone !== undefined && { hostTimeZone }),
        ...(selectedStart !== undefined && { selectedStart }),
        ...(days.every((day) => day.slots.length === 0) && {
            noTimes: noTimes(search, slots, { to, timeZone })
        })
    };
}

function noTimes(
    search: SlotSearch,
    slots: SlotTimes[],
    { to, timeZone }: { to: string; timeZone: string }
): NonNullable<TimePickerView['noTimes']> {
    const next = slots.map(({ start }) => civilDate(new Date(start), timeZone)).find((date) => date > to);
    return {
        reason: search.reasons ? REASONS[search.reasons.overall] : 'fully_booked',
        ...(next !== undefined && { nextAvailableDate: next })
    };
}

const REASONS: Record<EmptyReason, NoTimesReason> = {
    all_busy: 'fully_booked',
    outside_schedule: 'no_working_hours',
    no_schedule: 'no_host_available',
    host_inactive: 'no_host_available',
    no_host: 'no_host_available',
    host_calendar_unreadable: 'host_calendar_unreadable',
    daily_limit_reached: 'daily_limit_reached',
    before_minimum_notice: 'before_minimum_notice',
    outside_booking_window: 'outside_booking_window'
};

/** Calendar days that cover the booking window; the search itself cuts exactly. */
function windowDays({ meetingType }: BookableLink): number {
    const { bookingWindowDays, bookingWindowKind } = meetingType;
    return bookingWindowKind === 'working_days' ? Math.ceil((bookingWindowDays * 7) / 5) + 2 : bookingWindowDays;
}

function clamp(date: string, first: string, last: string): string {
    if (daysBetween(first, date) < 0) return first;
    return daysBetween(date, last) < 0 ? last : date;
}

function startOfDay(date: string, timeZone: string): number {
    return toUtcMinutes(timeZone, parseLocalDay(date), 0);
}

function toTimes({ start, end }: { start: number; end: number }): SlotTimes {
    return { start: new Date(start * 60_000).toISOString(), end: new Date(end * 60_000).toISOString() };
}
