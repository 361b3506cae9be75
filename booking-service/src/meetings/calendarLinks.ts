import { calendarInstant } from './icalendarText.ts';
import { inviteTitle } from './invite.ts';
import type { Meeting } from './meeting.ts';

/** Addresses that open a calendar's own form with the meeting in it; nothing is sent before somebody follows one. */
export interface CalendarLinks {
    google: string;
    /** Personal accounts. */
    outlook: string;
    /** Accounts of companies and schools. */
    microsoft365: string;
}

/** For calendars in the browser, which take no file. */
export function calendarLinks(meeting: Meeting): CalendarLinks {
    const { startsAt, endsAt, snapshot } = meeting;
    const title = inviteTitle(meeting);
    const location = snapshot.location ?? '';
    const google = new URLSearchParams({
        action: 'TEMPLATE',
        text: title,
        dates: `${calendarInstant(startsAt)}/${calendarInstant(endsAt)}`,
        location
    });
    const microsoft = new URLSearchParams({
        path: '/calendar/action/compose',
        rru: 'addevent',
        subject: title,
        startdt: startsAt.toISOString(),
        enddt: endsAt.toISOString(),
        location
    });
    return {
        google: `https://calendar.google.com/calendar/render?${google.toString()}`,
        outlook: `https://outlook.live.com/calendar/0/action/compose?${spacesEncoded(microsoft)}`,
        microsoft365: `https://outlook.office.com/calendar/0/action/compose?${spacesEncoded(microsoft)}`
    };
}

/** Outlook shows the `+` of form encoding as it is. */
function spacesEncoded(query: URLSearchParams): string {
    return query.toString().replaceAll('+', '%20');
}
