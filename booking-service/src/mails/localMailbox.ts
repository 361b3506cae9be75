import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Database } from '../database/tables.ts';
import type { ComposedMail, MailTransport } from './composedMail.ts';
import { mailMessage } from './mailMessage.ts';

/** One mail as a list shows it. */
export interface LocalMailHeading {
    id: number;
    recipient: string;
    subject: string;
    receivedAt: Date;
}

export interface LocalMail extends LocalMailHeading {
    html: string;
    text: string;
    /** The whole mail as it would have gone through the wire. */
    source: Buffer;
}

const KEPT = 500;

/** Takes mails instead of a mail server, for trying out on one machine. Clear links are in it: never for production. */
export class LocalMailbox implements MailTransport {
    private readonly db: Kysely<Database>;
    private readonly writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /** Kept once, however often it is sent. */
    async send(mail: ComposedMail): Promise<void> {
        const { message } = await this.writer.sendMail(mailMessage(mail));
        if (!Buffer.isBuffer(message)) throw new TypeError('the mail was not written in one piece');
        await this.db
            .insertInto('local_mails')
            .values({
                message_id: mail.messageId,
                recipient: mail.to,
                subject: mail.subject,
                html: mail.html,
                plain: mail.text,
                source: message
            })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        await sql`delete from local_mails where id <= (select max(id) from local_mails) - ${KEPT}`.execute(this.db);
    }

    close(): void {
        this.writer.close();
    }

    /** Newest first. */
    async list(): Promise<LocalMailHeading[]> {
        const rows = await this.db
            .selectFrom('local_mails')
            .select(['id', 'recipient', 'subject', 'received_at'])
            .orderBy('id', 'desc')
            .execute();
        return rows.map(({ id, recipient, subject, received_at }) => ({
            id,
            recipient,
            subject,
            receivedAt: received_at
        }));
    }

    async find(id: number): Promise<LocalMail | undefined> {
        const row = await this.db.selectFrom('local_mails').selectAll().where('id', '=', id).executeTakeFirst();
        return (
            row && {
                id: row.id,
                recipient: row.recipient,
                subject: row.subject,
                receivedAt: row.received_at,
                html: row.html,
                text: row.plain,
                source: row.source
            }
        );
    }
}
