import { formatMeetingTime, formatter, zoneName } from '../pages/client/days.ts';
import { calendarLinks } from '../meetings/calendarLinks.ts';
import type { MailAudience, MailKind, Meeting } from '../meetings/meeting.ts';
import { plainLine, plainText } from '../meetings/plainLine.ts';
import { mailTexts } from './locales/mailTexts.ts';
import type { MailTexts } from './locales/mailTexts.ts';
import type { MailFact, MailView } from './mailView.ts';
import { hostNames, openingOf } from './mailWords.ts';

/** What one reader is told about a meeting. */
export interface MeetingMail {
    meeting: Meeting;
    kind: Exclude<MailKind, 'code'>;
    audience: MailAudience;
    company: string;
    /** BCP 47. */
    locale: string;
    /** IANA; the reader's. */
    timeZone: string;
    /** When the meeting was to take place before this mail. */
    startedBefore: Date | undefined;
    /** The prospect's way to the meeting. */
    manageUrl: string | undefined;
    /** The host's way to it. */
    salesforceUrl: string | undefined;
}

/** "Booked: Intro call with Julio Reyes, Mon, 23 Nov, 10:30". */
export function meetingSubject(mail: MeetingMail): string {
    const { meeting, kind, locale } = mail;
    const t = mailTexts(locale);
    const { snapshot } = meeting;
    const { firstName, lastName } = snapshot.prospect;
    const other = isTeam(mail.audience) ? `${firstName} ${lastName}` : hostNames(t, meeting);
    const what = t.titleWith(plainLine(snapshot.title, 120), plainLine(other, 80));
    const when = formatter(locale, {
        timeZone: mail.timeZone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: 'numeric',
        minute: '2-digit'
    }).format(meeting.startsAt);
    return plainLine(t.subject[kind](what, when), 300);
}

/** The mail as everything it says. */
export function meetingMailView(mail: MeetingMail): MailView {
    const { meeting, kind, audience, locale, company, manageUrl, salesforceUrl } = mail;
    const t = mailTexts(locale);
    const isGone = meeting.status === 'canceled' || audience === 'former_host';
    const { heading, hello, intro } = openingOf(t, meeting, isGone ? goneKind(kind) : kind, audience);
    return {
        locale,
        texts: t,
        company: plainLine(company, 120),
        heading,
        ...(hello !== undefined && { hello }),
        intro,
        ...(isTeam(audience) && meeting.snapshot.isForwarded && { notice: t.forwarded }),
        title: plainLine(meeting.snapshot.title, 120),
        facts: isTeam(audience)
            ? [...timeFacts(t, mail), ...teamFacts(t, meeting)]
            : [...timeFacts(t, mail), ...ownFacts(t, meeting)],
        ...(!isGone && manageUrl !== undefined && { action: { label: t.actions.manage, href: manageUrl } }),
        ...(isTeam(audience) &&
            salesforceUrl !== undefined && { action: { label: t.actions.salesforce, href: salesforceUrl } }),
        ...(!isGone && { calendars: calendarChoices(t, meeting) }),
        notes: notesOf(t, mail, isGone)
    };
}

/** Asked again for a meeting that is canceled, the mail says so. */
function goneKind(kind: MeetingMail['kind']): MeetingMail['kind'] {
    return kind === 'resend' || kind === 'reminder' ? 'cancellation' : kind;
}

function isTeam(audience: MailAudience): boolean {
    return audience === 'host' || audience === 'attendee' || audience === 'former_host';
}

function timeFacts(t: MailTexts, mail: MeetingMail): MailFact[] {
    const { meeting, locale, timeZone, startedBefore } = mail;
    const { startsAt, endsAt, status, cancellation } = meeting;
    const written = (start: Date, end: Date): string[] => [
        formatMeetingTime(start, end, timeZone, locale),
        zoneName(timeZone)
    ];
    const length = endsAt.getTime() - startsAt.getTime();
    const hasMoved = startedBefore !== undefined && startedBefore.getTime() !== startsAt.getTime();
    return [
        { label: t.facts.when, values: written(startsAt, endsAt), isStruck: status === 'canceled' },
        ...(hasMoved
            ? [
                  {
                      label: t.facts.before,
                      values: written(startedBefore, new Date(startedBefore.getTime() + length)).slice(0, 1),
                      isStruck: true
                  }
              ]
            : []),
        ...fact(t.facts.reason, cancellation?.reason),
        // What does not take place has no length and no place.
        ...(status === 'canceled' ? [] : placeFacts(t, mail))
    ];
}

function placeFacts(t: MailTexts, { meeting }: MeetingMail): MailFact[] {
    const length = meeting.endsAt.getTime() - meeting.startsAt.getTime();
    return [
        { label: t.facts.duration, values: [t.duration(length / 60_000)] },
        ...fact(t.facts.where, meeting.snapshot.location)
    ];
}

function ownFacts(t: MailTexts, { snapshot }: Meeting): MailFact[] {
    const hosts = snapshot.hosts.map(({ name, title }) => plainLine(title === undefined ? name : `${name}, ${title}`));
    return [
        { label: t.facts.hosts, values: hosts },
        ...(snapshot.guests.length > 0 ? [{ label: t.facts.guests, values: snapshot.guests }] : [])
    ];
}

/** Hosts see what the prospect has told about themselves. */
function teamFacts(t: MailTexts, meeting: Meeting): MailFact[] {
    const { prospect, answers } = meeting.snapshot;
    return [
        { label: t.facts.prospect, values: [plainLine(`${prospect.firstName} ${prospect.lastName}`)] },
        { label: t.facts.email, values: [prospect.email] },
        ...fact(t.facts.company, prospect.company),
        ...fact(t.facts.phone, prospect.phone),
        ...ownFacts(t, meeting),
        ...answers.map(({ question, answer }) => ({
            label: plainLine(question, 255),
            values: plainText(answer, 4000).split('\n')
        }))
    ];
}

function fact(label: string, value: string | undefined): MailFact[] {
    return value === undefined || value === '' ? [] : [{ label, values: [plainLine(value, 500)] }];
}

function calendarChoices(t: MailTexts, meeting: Meeting) {
    const { google, outlook, microsoft365 } = calendarLinks(meeting);
    return [
        { label: t.actions.google, href: google },
        { label: t.actions.outlook, href: outlook },
        { label: t.actions.microsoft365, href: microsoft365 }
    ];
}

function notesOf(t: MailTexts, { audience, manageUrl }: MeetingMail, isGone: boolean): string[] {
    if (isGone) return audience === 'prospect' ? [t.bookAgain] : [];
    return [t.attached, ...(manageUrl === undefined ? [] : [t.manageHelp])];
}
