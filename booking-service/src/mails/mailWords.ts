import type { MailAudience, MailKind, Meeting } from '../meetings/meeting.ts';
import { plainLine } from '../meetings/plainLine.ts';
import type { MailTexts } from './locales/mailTexts.ts';

/** What a mail about a meeting begins with. */
export interface Opening {
    heading: string;
    hello: string | undefined;
    intro: string;
}

type MeetingMailKind = Exclude<MailKind, 'code'>;

/** Heading and first sentence, from the reader's point of view. */
export function openingOf(t: MailTexts, meeting: Meeting, kind: MeetingMailKind, audience: MailAudience): Opening {
    const { prospect } = meeting.snapshot;
    const hosts = hostNames(t, meeting);
    if (audience === 'prospect') {
        const { heading, intro } = t.prospect[kind];
        return { heading, hello: t.hello(plainLine(prospect.firstName, 80)), intro: intro(hosts) };
    }
    const booker = plainLine(`${prospect.firstName} ${prospect.lastName}`, 120);
    const words = wordsFor(t, kind, audience);
    return { heading: words.heading, hello: undefined, intro: words.intro(booker, hosts) };
}

/** The people who hold the meeting, as a list in words. */
export function hostNames(t: MailTexts, { snapshot }: Meeting): string {
    return t.list(snapshot.hosts.map(({ name }) => plainLine(name, 80)));
}

function wordsFor(
    t: MailTexts,
    kind: MeetingMailKind,
    audience: MailAudience
): { heading: string; intro: (prospect: string, hosts: string) => string } {
    if (audience === 'former_host') return t.team.handedOver;
    // Only a prospect asks for the details again.
    const told = kind === 'resend' ? 'reminder' : kind;
    return audience === 'guest' ? t.guest[told] : t.team[told];
}
