import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { HostSnapshot, MailKind, Meeting } from '../meetings/meeting.ts';

export interface MailsToQueue {
    /** Undefined: nobody is told, but what was still to be sent of older revisions is dropped. */
    kind: MailKind | undefined;
    /** When the change was made; reminders whose time is over by then are left out. */
    now?: Date | undefined;
    formerHost?: HostSnapshot | undefined;
}

/**
 * Queues every mail a new revision has to send, reminders included, and drops those of older revisions. The rules are in
 * the SQL function, which the booking calls by itself.
 */
export async function queueMails(
    transaction: Transaction<Database>,
    { uid, revision, startsAt, snapshot }: Meeting,
    { kind, now = new Date(), formerHost }: MailsToQueue
): Promise<void> {
    await sql`
        select queue_mails(${uid}::uuid, ${revision}::integer, ${kind ?? null}::text,
                           ${JSON.stringify(snapshot)}::jsonb, ${startsAt}::timestamptz, ${now}::timestamptz,
                           ${formerHost ? JSON.stringify(formerHost) : null}::jsonb)`.execute(transaction);
}

/** How often the details of a meeting are sent again at most. */
const RESEND_MINUTES = 10;

/** Sends the prospect of the meeting that used this link its details again, unless that was done a moment ago. */
export async function queueResend(db: Kysely<Database>, tokenHash: string, locale: string): Promise<void> {
    await sql`
        insert into mail_jobs (meeting_uid, revision, kind, part, audience, recipient, locale)
        select uid, revision, 'resend', floor(extract(epoch from now()) / ${RESEND_MINUTES * 60})::text, 'prospect',
               snapshot->'prospect'->>'email', ${locale}
          from claims join meetings on uid = meeting_uid
         where claims.token_hash = ${tokenHash}
        on conflict do nothing`.execute(db);
}

/** Sends a one-time code for a link to the person it was made for. */
export async function queueCode(
    db: Kysely<Database>,
    { tokenHash, email, locale }: { tokenHash: string; email: string; locale: string }
): Promise<void> {
    await db
        .insertInto('mail_jobs')
        .values({ revision: 0, kind: 'code', audience: 'prospect', recipient: email, token_hash: tokenHash, locale })
        .execute();
}
