import { isClockChanged } from '../pages/client/days.ts';
import type { MeetingView } from '../pages/views.ts';
import { calendarLinks } from './calendarLinks.ts';
import type { CalendarLinks } from './calendarLinks.ts';
import type { Meeting } from './meeting.ts';

/** What an API client is told about a meeting. Nothing else leaves. */
export interface MeetingPresentation {
    uid: string;
    start: string;
    end: string;
    status: Meeting['status'];
    revision: number;
    hosts: { name: string }[];
}

export function presentMeeting(meeting: Meeting): MeetingPresentation {
    return {
        uid: meeting.uid,
        start: meeting.startsAt.toISOString(),
        end: meeting.endsAt.toISOString(),
        status: meeting.status,
        revision: meeting.revision,
        hosts: meeting.snapshot.hosts.map(({ name }) => ({ name }))
    };
}

/** What the meeting's own page shows. */
export function viewMeeting(meeting: Meeting, managePath: string, now: Date): MeetingView {
    const { snapshot } = meeting;
    const [host] = snapshot.hosts;
    const zones = host ? [meeting.timeZone, host.timeZone] : [meeting.timeZone];
    const clocksChangeIn = zones.find((zone) => now < meeting.startsAt && isClockChanged(now, meeting.startsAt, zone));
    return {
        status: meeting.status === 'canceled' || meeting.status === 'rescheduled' ? meeting.status : 'scheduled',
        meetingType: {
            title: snapshot.title,
            durationMinutes: snapshot.durationMinutes,
            ...(snapshot.location !== undefined && { location: snapshot.location })
        },
        hosts: snapshot.hosts.map(({ name, title }) => ({ name, ...(title !== undefined && { title }) })),
        start: meeting.startsAt,
        end: meeting.endsAt,
        timeZone: meeting.timeZone,
        ...(host && { hostTimeZone: host.timeZone }),
        ...(clocksChangeIn !== undefined && { clocksChangeIn }),
        guests: snapshot.guests,
        ...(meeting.status !== 'canceled' && {
            icsPath: `${managePath}/invite.ics`,
            calendars: calendarChoices(calendarLinks(meeting))
        })
    };
}

function calendarChoices({ google, outlook, microsoft365 }: CalendarLinks) {
    return [
        { name: 'Google Calendar', href: google },
        { name: 'Outlook.com', href: outlook },
        { name: 'Microsoft 365', href: microsoft365 }
    ];
}
