import { calendarInstant, calendarText, writeCalendar } from './icalendarText.ts';
import type { CalendarLine } from './icalendarText.ts';
import type { HostSnapshot, Meeting } from './meeting.ts';
import { plainLine, plainText } from './plainLine.ts';

/** How a calendar is to take the file: as something to keep, as an invitation or its newer version, or as its end. */
export type InviteMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

/** Who sends invitations: never one of those invited, because calendars ignore an invitation from oneself. */
export interface Organizer {
    name: string;
    email: string;
}

export interface InviteOptions {
    method: InviteMethod;
    /** Needed for REQUEST and CANCEL. */
    organizer?: Organizer;
    /** Shown below the title in the calendar. */
    description?: string;
    /** For somebody who is no longer in the meeting: the one the CANCEL is for. */
    only?: Pick<HostSnapshot, 'name' | 'email'>;
}

const ALARM_MINUTES = 15;

/**
 * The meeting's UID in every calendar, for life: calendars find the entry again by it. It holds no address of ours
 * (RFC 7986, 5.3), so that it stays the same wherever the service moves.
 */
export function calendarUid({ uid }: Pick<Meeting, 'uid'>): string {
    return uid;
}

/** The meeting as a calendar file to keep, from its page. */
export function inviteFile(meeting: Meeting): string {
    return writeInvite(meeting, { method: 'PUBLISH' });
}

/** The meeting as an iCalendar object (RFC 5545, 5546): one UID, and a SEQUENCE that rises with each revision. */
export function writeInvite(meeting: Meeting, options: InviteOptions): string {
    const isCanceled = options.method === 'CANCEL' || meeting.status === 'canceled';
    return writeCalendar([
        { name: 'BEGIN', value: 'VCALENDAR' },
        { name: 'VERSION', value: '2.0' },
        { name: 'PRODID', value: '-//Admit One//Booking//EN' },
        { name: 'CALSCALE', value: 'GREGORIAN' },
        { name: 'METHOD', value: options.method },
        { name: 'BEGIN', value: 'VEVENT' },
        ...eventLines(meeting, options, isCanceled),
        ...peopleLines(meeting, options),
        ...(isCanceled ? [] : alarmLines(meeting)),
        { name: 'END', value: 'VEVENT' },
        { name: 'END', value: 'VCALENDAR' }
    ]);
}

function eventLines(meeting: Meeting, options: InviteOptions, isCanceled: boolean): (CalendarLine | undefined)[] {
    const { location } = meeting.snapshot;
    const { description } = options;
    return [
        { name: 'UID', value: calendarUid(meeting) },
        { name: 'SEQUENCE', value: String(meeting.revision - 1) },
        { name: 'DTSTAMP', value: calendarInstant(meeting.changedAt) },
        { name: 'CREATED', value: calendarInstant(meeting.bookedAt) },
        { name: 'LAST-MODIFIED', value: calendarInstant(meeting.changedAt) },
        // Instants in UTC need no zone beside them, and no calendar can misread them.
        { name: 'DTSTART', value: calendarInstant(meeting.startsAt) },
        { name: 'DTEND', value: calendarInstant(meeting.endsAt) },
        { name: 'SUMMARY', value: calendarText(inviteTitle(meeting)) },
        location === undefined ? undefined : { name: 'LOCATION', value: calendarText(plainLine(location, 255)) },
        description === undefined ? undefined : { name: 'DESCRIPTION', value: calendarText(plainText(description)) },
        { name: 'CLASS', value: 'PUBLIC' },
        { name: 'PRIORITY', value: '5' },
        { name: 'STATUS', value: isCanceled ? 'CANCELLED' : 'CONFIRMED' },
        { name: 'TRANSP', value: isCanceled ? 'TRANSPARENT' : 'OPAQUE' },
        // Outlook and Exchange go by these instead of TRANSP.
        { name: 'X-MICROSOFT-CDO-BUSYSTATUS', value: isCanceled ? 'FREE' : 'BUSY' },
        { name: 'X-MICROSOFT-CDO-INTENDEDSTATUS', value: isCanceled ? 'FREE' : 'BUSY' },
        { name: 'X-MICROSOFT-DISALLOW-COUNTER', value: 'TRUE' }
    ];
}

/** "Intro call: Julio Reyes and Ada Byron": both sides find each other in their calendars. */
export function inviteTitle({ snapshot }: Meeting): string {
    const { firstName, lastName } = snapshot.prospect;
    const names = snapshot.hosts.map(({ name }) => plainLine(name, 80)).join(', ');
    return `${plainLine(snapshot.title, 120)}: ${names}, ${plainLine(`${firstName} ${lastName}`, 80)}`;
}

/** A file to keep names nobody: an entry with people in it is an invitation, which nobody has sent. */
function peopleLines({ snapshot }: Meeting, { organizer, only }: InviteOptions): CalendarLine[] {
    if (!organizer) return [];
    const { hosts, attendees, prospect, guests } = snapshot;
    const name = `${prospect.firstName} ${prospect.lastName}`;
    const everybody = [
        ...hosts.map((host) => attendee(host, { role: 'REQ-PARTICIPANT', hasAgreed: true })),
        attendee({ name, email: prospect.email }, { role: 'REQ-PARTICIPANT', hasAgreed: true }),
        ...attendees.map((person) => attendee(person, { role: 'OPT-PARTICIPANT', hasAgreed: false })),
        ...guests.map((email) => attendee({ name: email, email }, { role: 'OPT-PARTICIPANT', hasAgreed: false }))
    ];
    const removed = only && attendee(only, { role: 'REQ-PARTICIPANT', hasAgreed: true });
    const lines = (removed ? [removed] : everybody).filter((line) => line !== undefined);
    const organizerLine = {
        name: 'ORGANIZER',
        parameters: { CN: plainLine(organizer.name, 80) },
        value: `mailto:${organizer.email}`
    };
    return [organizerLine, ...new Map(lines.map((line) => [line.value.toLowerCase(), line])).values()];
}

/** Hosts and prospect have agreed by offering and taking the time; the others may answer. */
function attendee(
    { name, email }: { name: string; email?: string | undefined },
    { role, hasAgreed }: { role: string; hasAgreed: boolean }
): CalendarLine | undefined {
    if (email === undefined) return undefined;
    return {
        name: 'ATTENDEE',
        parameters: {
            CUTYPE: 'INDIVIDUAL',
            ROLE: role,
            PARTSTAT: hasAgreed ? 'ACCEPTED' : 'NEEDS-ACTION',
            RSVP: hasAgreed ? 'FALSE' : 'TRUE',
            CN: plainLine(name, 80)
        },
        value: `mailto:${email}`
    };
}

function alarmLines(meeting: Meeting): CalendarLine[] {
    return [
        { name: 'BEGIN', value: 'VALARM' },
        { name: 'ACTION', value: 'DISPLAY' },
        { name: 'DESCRIPTION', value: calendarText(inviteTitle(meeting)) },
        { name: 'TRIGGER', value: `-PT${ALARM_MINUTES}M` },
        { name: 'END', value: 'VALARM' }
    ];
}
