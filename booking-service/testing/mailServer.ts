import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '../src/compose.ts';
import { smtpTransport } from '../src/mails/smtpTransport.ts';

/** A mail as it came through the wire. */
export interface ReceivedMail {
    /** Whom the envelope names. */
    recipient: string;
    source: Buffer;
    /** Read by another library than the one that wrote it. */
    parsed: Email;
}

/** A real mail server on loopback that keeps what it gets. */
export interface TestMailServer {
    url: URL;
    mails: ReceivedMail[];
    /** Mails to one address, oldest first. */
    to(recipient: string): ReceivedMail[];
    /** What to answer to an address or to a whole mail from now on, such as 550 or 451; undefined: take it. */
    refuse: { recipient?: (address: string) => number | undefined; mail?: () => number | undefined };
    /** Awaited after a mail was kept and before that is confirmed. */
    beforeAnswer: (mail: ReceivedMail) => Promise<void>;
    close(): Promise<void>;
}

export async function startMailServer(): Promise<TestMailServer> {
    const mails: ReceivedMail[] = [];
    const refusal = (code: number): Error => Object.assign(new Error('not wanted here'), { responseCode: code });
    const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS', 'AUTH'],
        onRcptTo: ({ address }, _session, done) => {
            const code = test.refuse.recipient?.(address);
            done(code === undefined ? null : refusal(code));
        },
        onData: (stream, session, done) => {
            const take = async (): Promise<void> => {
                const source = await buffer(stream);
                const code = test.refuse.mail?.();
                if (code !== undefined) {
                    done(refusal(code));
                    return;
                }
                const recipient = session.envelope.rcptTo.map(({ address }) => address).join(',');
                const mail = { recipient, source, parsed: await PostalMime.parse(source) };
                mails.push(mail);
                await test.beforeAnswer(mail);
                done();
            };
            // A mail that breaks off was not received, and nobody waits for an answer.
            take().catch((error: unknown) => done(error as Error));
        }
    });
    // A client that is killed in the middle of a mail is part of some tests.
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.server.address() as AddressInfo;
    const test: TestMailServer = {
        url: new URL(`smtp://127.0.0.1:${port}`),
        mails,
        to: (recipient) => mails.filter((mail) => mail.recipient === recipient),
        refuse: {},
        beforeAnswer: () => Promise.resolve(),
        close: () => new Promise((resolve) => server.close(() => resolve()))
    };
    return test;
}

/** Settings of a service that sends through it. */
export function mailsThrough({ url }: TestMailServer): MailSettings {
    return {
        transport: smtpTransport(url),
        from: { name: '', address: 'bookings@nexora.example' },
        reminderMinutes: [1440, 60],
        salesforceUrl: 'https://nexora.my.salesforce.example'
    };
}
