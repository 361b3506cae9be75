import type { InviteMethod } from '../meetings/invite.ts';

/** Name and address, both without anything that could end a header. */
export interface MailAddress {
    name: string;
    address: string;
}

/** A mail that is ready to be sent. */
export interface ComposedMail {
    /** The same for every attempt at one mail, so that a server or a mailbox that has it already can tell. */
    messageId: string;
    /** The same for all mails about one meeting, so that they are shown together. */
    threadId: string | undefined;
    from: MailAddress;
    to: string;
    replyTo: MailAddress | undefined;
    subject: string;
    html: string;
    text: string;
    /** BCP 47. */
    locale: string;
    invite: { method: InviteMethod; content: string } | undefined;
}

/** Brings mails on their way. */
export interface MailTransport {
    /** @throws MailRefusedError when the mail itself is refused for good; anything else may be tried again. */
    send(mail: ComposedMail): Promise<void>;
    close(): void;
}

/** The mail server will never take this mail, or not for this address. */
export class MailRefusedError extends Error {
    override readonly name = 'MailRefusedError';
    /** SMTP's answer, such as 550. */
    readonly code: string;

    constructor(code: string, message: string, options?: ErrorOptions) {
        super(message, options);
        this.code = code;
    }
}
