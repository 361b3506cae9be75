import type { BookableLink } from '../links/linkService.ts';
import type { Definitions } from '../mirror/definitions.ts';
import type { HostUser, MeetingType } from '../mirror/records.ts';
import type { HostSnapshot, Meeting } from '../meetings/meeting.ts';

/** What holds for meetings whose type is gone: the defaults of a new type. */
const RULES_OF_A_NEW_TYPE = {
    description: undefined,
    minimumNoticeMinutes: 240,
    bookingWindowDays: 30,
    bookingWindowKind: 'calendar_days',
    startIncrementMinutes: 30,
    dailyLimit: undefined,
    weeklyLimit: undefined,
    hostDailyLimit: undefined,
    hostWeeklyLimit: undefined,
    consentText: undefined,
    expiresAt: undefined,
    isActive: true,
    requiresSingleUse: false,
    rescheduleNoticeMinutes: 0,
    cancelNoticeMinutes: 0,
    maxReschedules: undefined,
    cancelPolicy: 'keep_used',
    forwardingPolicy: 'anyone',
    reminderMinutes: undefined
} as const;

/**
 * A booked meeting as something to find times for: its own hosts, length and buffers, and the rules its type has now.
 * The state of the link it came through plays no part: moving is a right of the meeting.
 */
export function linkOfMeeting(definitions: Definitions, meeting: Meeting): BookableLink {
    const { snapshot, bookingLinkId, meetingTypeId } = meeting;
    const meetingType: MeetingType = {
        ...(definitions.meetingType(meetingTypeId) ?? RULES_OF_A_NEW_TYPE),
        id: meetingTypeId,
        title: snapshot.title,
        location: snapshot.location,
        durationMinutes: snapshot.durationMinutes,
        otherDurationsMinutes: [],
        bufferBeforeMinutes: snapshot.bufferBeforeMinutes,
        bufferAfterMinutes: snapshot.bufferAfterMinutes
    };
    const required = snapshot.hosts.map((host) => definitions.user(host.id) ?? departed(host));
    return {
        bookingLink: {
            id: bookingLinkId,
            ownerId: snapshot.hosts[0]?.id ?? '',
            name: snapshot.title,
            slug: '',
            meetingTypeId,
            expiresAt: undefined,
            isActive: true,
            isManaged: meeting.linkType === 'managed'
        },
        meetingType,
        questions: [],
        hosts: { required, pools: [], attendees: [], isComplete: required.length > 0 },
        singleUse: undefined
    };
}

/** A host whom Salesforce does not know any more: nobody can meet them. */
function departed({ id, name, email, title, timeZone }: HostSnapshot): HostUser {
    return { id, name, email, title, timeZone, locale: 'en', isActive: false };
}
