import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Meeting } from './meeting.ts';

/** The meeting as an iCalendar file: one UID for life, and a SEQUENCE that rises with each revision (RFC 5545). */
export function inviteFile(meeting: Meeting, publicUrl: URL): string {
    const { snapshot } = meeting;
    const [host] = snapshot.hosts;
    const calendar = ical({ prodId: { company: 'Admit One', product: 'Booking' }, method: ICalCalendarMethod.PUBLISH });
    const event = calendar.createEvent({
        id: `${meeting.uid}@${publicUrl.hostname}`,
        sequence: meeting.revision - 1,
        start: meeting.startsAt,
        end: meeting.endsAt,
        stamp: meeting.bookedAt,
        summary: `${snapshot.title}: ${snapshot.hosts.map(({ name }) => name).join(', ')}`,
        status: meeting.status === 'canceled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
    });
    if (snapshot.location !== undefined) event.location(snapshot.location);
    if (host?.email !== undefined) event.organizer({ name: host.name, email: host.email });
    return calendar.toString();
}
