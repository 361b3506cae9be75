import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { hashToken, newToken } from '../../../force-app/main/default/lwc/linkToken/linkToken.ts';
import type { Database } from '../database/tables.ts';
import { writeInvite } from '../meetings/invite.ts';
import type { HostSnapshot, Meeting } from '../meetings/meeting.ts';
import type { MeetingStore } from '../meetings/meetingStore.ts';
import { plainLine } from '../meetings/plainLine.ts';
import type { Definitions } from '../mirror/definitions.ts';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import { codeMailView } from './codeMail.ts';
import type { ComposedMail, MailAddress } from './composedMail.ts';
import { mailLocale, mailTexts } from './locales/mailTexts.ts';
import { mailHtml } from './mailHtml.ts';
import type { MailJob } from './mailStore.ts';
import { mailText } from './mailText.ts';
import type { MailView } from './mailView.ts';
import { meetingMailView, meetingSubject } from './meetingMail.ts';
import type { MeetingMail } from './meetingMail.ts';
import { CODE_MINUTES } from './oneTimeCodes.ts';
import type { OneTimeCodes } from './oneTimeCodes.ts';

export interface MailComposerParts {
    db: Kysely<Database>;
    meetings: MeetingStore;
    definitions: DefinitionStore;
    codes: OneTimeCodes;
    publicUrl: URL;
    /** Where people open records. */
    salesforceUrl: string;
    /** Whom mails come from; without a name, the company's stands there. */
    from: MailAddress;
    now?: () => Date;
}

/** Writes a mail at the moment it is sent, from what is true then. */
export class MailComposer {
    private readonly parts: MailComposerParts;

    constructor(parts: MailComposerParts) {
        this.parts = parts;
    }

    /** The mail of a job; undefined when there is nothing to say any more. */
    async compose(job: MailJob): Promise<ComposedMail | undefined> {
        const definitions = await this.parts.definitions.current();
        if (job.kind === 'code') return this.composeCode(job, definitions);
        const meeting = job.meetingUid === undefined ? undefined : await this.parts.meetings.findByUid(job.meetingUid);
        if (!meeting || !this.isOfUse(job, meeting)) return undefined;
        return this.composeMeeting(job, meeting, definitions);
    }

    /** A newer revision has mails of its own, and of a meeting that has begun only its end is news. */
    private isOfUse({ kind, revision }: MailJob, meeting: Meeting): boolean {
        const now = this.parts.now?.() ?? new Date();
        if (meeting.revision !== revision) return false;
        if (kind === 'reminder') return now < meeting.startsAt;
        return kind === 'resend' || now < meeting.endsAt;
    }

    private async composeCode(job: MailJob, definitions: Definitions): Promise<ComposedMail | undefined> {
        if (job.tokenHash === undefined) return undefined;
        const code = await this.parts.codes.issue({ tokenHash: job.tokenHash, email: job.recipient });
        const locale = mailLocale(job.locale);
        const company = companyName(definitions);
        const view = codeMailView(code, { locale, company, validMinutes: CODE_MINUTES });
        const subject = mailTexts(locale).subject.code(code);
        return { ...this.envelope(job, view), subject, threadId: undefined, replyTo: undefined, invite: undefined };
    }

    private async composeMeeting(job: MailJob, meeting: Meeting, definitions: Definitions): Promise<ComposedMail> {
        const mail = await this.describe(job, meeting, definitions);
        const view = meetingMailView(mail);
        const { prospect, hosts } = meeting.snapshot;
        const isToTeam = job.recipientId !== undefined;
        return {
            ...this.envelope(job, view),
            subject: meetingSubject(mail),
            threadId: `<${meeting.uid}@${this.domain()}>`,
            // Whoever answers reaches a person.
            replyTo: isToTeam
                ? { name: plainLine(`${prospect.firstName} ${prospect.lastName}`, 120), address: prospect.email }
                : addressOf(hosts[0]),
            invite: this.invite(job, meeting, mail, definitions)
        };
    }

    private async describe(job: MailJob, meeting: Meeting, definitions: Definitions): Promise<MeetingMail> {
        const { snapshot } = meeting;
        const user = job.recipientId === undefined ? undefined : definitions.user(job.recipientId);
        const known = [...snapshot.hosts, ...snapshot.attendees].find(({ id }) => id === job.recipientId);
        return {
            meeting,
            kind: job.kind === 'code' ? 'resend' : job.kind,
            audience: job.audience,
            company: companyName(definitions),
            locale: mailLocale(job.recipientId === undefined ? (job.locale ?? snapshot.locale) : user?.locale),
            timeZone: user?.timeZone ?? known?.timeZone ?? meeting.timeZone,
            startedBefore: job.kind === 'reschedule' ? await this.findTimeBefore(meeting) : undefined,
            manageUrl: job.audience === 'prospect' ? await this.issueManageUrl(meeting) : undefined,
            salesforceUrl: job.recipientId === undefined ? undefined : this.recordUrl(meeting)
        };
    }

    /** A token for this mail alone. Only its hash is kept, so nothing that waits in the database opens a meeting. */
    private async issueManageUrl({ uid }: Meeting): Promise<string> {
        const token = newToken();
        await sql`
            insert into mail_tokens (token_hash, meeting_uid, stands_for)
            select ${await hashToken(token)}, uid, manage_token_hash from meetings where uid = ${uid}`.execute(
            this.parts.db
        );
        return new URL(`/m/${token}`, this.parts.publicUrl).href;
    }

    private async findTimeBefore({ uid, revision }: Meeting): Promise<Date | undefined> {
        const change = await this.parts.db
            .selectFrom('meeting_changes')
            .select('details')
            .where('meeting_uid', '=', uid)
            .where('revision', '=', revision)
            .executeTakeFirst();
        const from = change?.details['from'];
        return typeof from === 'string' ? new Date(from) : undefined;
    }

    /** The meeting's own record once it is there, else the person it is about. */
    private recordUrl({ salesforceId, snapshot }: Meeting): string | undefined {
        const { leadId, contactId, opportunityId, caseId, accountId } = snapshot.record;
        const id = salesforceId ?? opportunityId ?? caseId ?? contactId ?? leadId ?? accountId;
        return id === undefined ? undefined : new URL(`/${id}`, this.parts.salesforceUrl).href;
    }

    private invite(
        job: MailJob,
        meeting: Meeting,
        mail: MeetingMail,
        definitions: Definitions
    ): ComposedMail['invite'] {
        const hasLeft = job.audience === 'former_host';
        const method = hasLeft || meeting.status === 'canceled' ? 'CANCEL' : 'REQUEST';
        const left = hasLeft ? definitions.user(job.recipientId ?? '') : undefined;
        // The way to change the meeting stays in the mail: calendars are shown to colleagues.
        const view = meetingMailView({ ...mail, manageUrl: undefined, salesforceUrl: undefined });
        const content = writeInvite(meeting, {
            method,
            organizer: { name: companyName(definitions), email: this.parts.from.address },
            description: view.facts.map(({ label, values }) => `${label}: ${values.join(', ')}`).join('\n'),
            ...(hasLeft && {
                only: { name: left?.name ?? job.recipient, email: job.recipient }
            })
        });
        return { method, content };
    }

    private envelope(job: MailJob, view: MailView) {
        const { from } = this.parts;
        return {
            messageId: `<${job.id}@${this.domain()}>`,
            from: { name: plainLine(from.name === '' ? view.company : from.name, 120), address: from.address },
            to: job.recipient,
            html: mailHtml(view),
            text: mailText(view),
            locale: view.locale
        };
    }

    private domain(): string {
        return this.parts.from.address.split('@')[1] ?? this.parts.publicUrl.hostname;
    }
}

function companyName(definitions: Definitions): string {
    return definitions.companyName() ?? 'Admit One';
}

function addressOf(host: HostSnapshot | undefined): MailAddress | undefined {
    return host?.email === undefined ? undefined : { name: plainLine(host.name, 120), address: host.email };
}
