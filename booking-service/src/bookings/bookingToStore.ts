import type { BookableLink } from '../links/linkService.ts';
import type { HostSnapshot, MeetingSnapshot, StoredLinkType } from '../meetings/meeting.ts';
import type { HostUser } from '../mirror/records.ts';
import type { LocalDay } from '../scheduling/localDay.ts';
import { weekStartOf } from '../scheduling/localDay.ts';
import type { Slot, SlotRequest } from '../scheduling/slotRequest.ts';
import { everyHost, limitTimeZone } from '../scheduling/slotRequest.ts';
import { localDayOf, toUtcMinutes } from '../scheduling/timeZone.ts';
import type { AnsweredQuestion } from './answers.ts';
import type { BookingLimit, BookingToStore, HostLimit } from './bookingStore.ts';
import { addresseeOf } from './forwarding.ts';
import type { NewBooking } from './newBooking.ts';

export interface AcceptedBooking {
    booking: NewBooking;
    link: BookableLink;
    answers: AnsweredQuestion[];
    slot: Slot;
    /** What the slot was found with. */
    request: SlotRequest;
    uid: string;
    /** BCP 47: the language the prospect booked in. */
    locale: string;
    /** When to remind, in minutes before the start, where the meeting type does not say. */
    reminderMinutes: number[];
    bookedAt: Date;
    manageTokenHash: string;
    idempotency: BookingToStore['idempotency'];
}

/** Puts together what the booking transaction writes. */
export function describeBooking(accepted: AcceptedBooking): BookingToStore {
    const { booking, link, slot, request } = accepted;
    const users = new Map(
        [...link.hosts.required, ...link.hosts.pools.flatMap(({ members }) => members.map(({ user }) => user))].map(
            (user) => [user.id, toSnapshot(user)]
        )
    );
    return {
        meeting: {
            uid: accepted.uid,
            startsAt: new Date(slot.start * 60_000),
            endsAt: new Date(slot.end * 60_000),
            timeZone: booking.timeZone,
            linkType: linkTypeOf(link),
            tokenHash: link.singleUse?.tokenHash,
            bookingLinkId: link.bookingLink.id,
            meetingTypeId: link.meetingType.id,
            bookedAt: accepted.bookedAt
        },
        snapshot: snapshotOf(accepted),
        required: link.hosts.required.map(toSnapshot),
        pools: link.hosts.pools.map(({ id }, index) => ({
            poolId: id,
            candidates: (slot.poolCandidates[index] ?? []).flatMap((userId) => users.get(userId) ?? [])
        })),
        limits: limitsOf(link, request, slot),
        hostLimits: hostLimitsOf(link, request, slot),
        manageTokenHash: accepted.manageTokenHash,
        idempotency: accepted.idempotency
    };
}

function snapshotOf({
    booking,
    link,
    answers,
    locale,
    reminderMinutes
}: AcceptedBooking): Omit<MeetingSnapshot, 'hosts'> {
    const { meetingType, singleUse, hosts } = link;
    const { firstName, lastName, email, company, phone } = booking.prospect;
    const recipient = addresseeOf(link);
    return {
        title: meetingType.title,
        location: meetingType.location,
        durationMinutes: meetingType.durationMinutes,
        bufferBeforeMinutes: meetingType.bufferBeforeMinutes,
        bufferAfterMinutes: meetingType.bufferAfterMinutes,
        attendees: hosts.attendees.map(toSnapshot),
        prospect: { firstName, lastName, email, company, phone },
        guests: booking.guests,
        answers,
        singleUseLinkId: singleUse?.id,
        record: {
            leadId: singleUse?.leadId,
            contactId: singleUse?.contactId,
            accountId: singleUse?.accountId,
            opportunityId: singleUse?.opportunityId,
            caseId: singleUse?.caseId
        },
        isForwarded: recipient !== undefined && recipient.toLowerCase() !== email.toLowerCase(),
        locale,
        reminderMinutes: meetingType.reminderMinutes ?? reminderMinutes,
        policy: {
            rescheduleNoticeMinutes: meetingType.rescheduleNoticeMinutes,
            cancelNoticeMinutes: meetingType.cancelNoticeMinutes,
            maxReschedules: meetingType.maxReschedules,
            cancelPolicy: meetingType.cancelPolicy
        }
    };
}

function linkTypeOf({ singleUse, bookingLink }: BookableLink): StoredLinkType {
    if (singleUse) return 'single_use';
    return bookingLink.isManaged ? 'managed' : 'standard';
}

/** The limits of the type, in the zone the grid counted them in. */
export function limitsOf({ meetingType }: BookableLink, request: SlotRequest, slot: Slot): BookingLimit[] {
    return dayAndWeek(limitTimeZone(request), slot, meetingType.dailyLimit, meetingType.weeklyLimit);
}

/** The limits of everybody who may be in the meeting, each in the host's own zone. */
export function hostLimitsOf({ meetingType }: BookableLink, request: SlotRequest, slot: Slot): HostLimit[] {
    const { hostDailyLimit, hostWeeklyLimit } = meetingType;
    const mayMeet = new Set([...request.requiredHosts.map(({ id }) => id), ...slot.poolCandidates.flat()]);
    return everyHost(request)
        .filter(({ id }) => mayMeet.has(id))
        .flatMap(({ id, timeZone }) =>
            dayAndWeek(timeZone, slot, hostDailyLimit, hostWeeklyLimit).map((limit) => ({ hostId: id, ...limit }))
        );
}

/** The day and the week of the slot that a limit counts, as spans of time. */
function dayAndWeek(zone: string, slot: Slot, daily: number | undefined, weekly: number | undefined): BookingLimit[] {
    const day = localDayOf(zone, slot.start);
    const limit = (from: LocalDay, days: number, max: number | undefined): BookingLimit[] =>
        max === undefined ? [] : [{ from: midnight(zone, from), to: midnight(zone, from + days), max }];
    return [...limit(day, 1, daily), ...limit(weekStartOf(day), 7, weekly)];
}

function midnight(zone: string, day: LocalDay): Date {
    return new Date(toUtcMinutes(zone, day, 0) * 60_000);
}

function toSnapshot({ id, name, email, title, timeZone }: HostUser): HostSnapshot {
    return { id, name, email, title, timeZone };
}
