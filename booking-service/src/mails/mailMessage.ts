import type { SendMailOptions } from 'nodemailer';
import type { ComposedMail, MailAddress } from './composedMail.ts';

/**
 * The mail as MIME: text, HTML and, last because the last is preferred, the invitation as alternatives of each other,
 * and the invitation once more as a file, for programs that look for one.
 */
export function mailMessage(mail: ComposedMail): SendMailOptions {
    const { messageId, threadId, from, to, replyTo, subject, html, text, locale, invite } = mail;
    return {
        messageId,
        from: inHeader(from),
        to,
        ...(replyTo && { replyTo: inHeader(replyTo) }),
        ...(threadId !== undefined && { references: threadId }),
        envelope: { from: from.address, to },
        subject: asTyped(subject),
        text,
        html,
        headers: {
            'Content-Language': locale,
            // Answering machines leave it alone.
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All'
        },
        ...(invite && { icalEvent: { method: invite.method, content: invite.content, filename: 'invite.ics' } }),
        // Nothing in a mail is ever read from a file or fetched.
        disableFileAccess: true,
        disableUrlAccess: true
    };
}

function inHeader({ name, address }: MailAddress): MailAddress {
    return { name: asTyped(name), address };
}

/** A text that looks like an encoded one (RFC 2047) would be read as what it hides. */
function asTyped(text: string): string {
    return text.replaceAll('=?', '= ?');
}
