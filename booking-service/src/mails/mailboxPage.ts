import { raw } from 'hono/html';
import { attribute, html } from '../pages/html.ts';
import type { Html } from '../pages/html.ts';
import type { LocalMail, LocalMailHeading } from './localMailbox.ts';

export interface MailboxView {
    /** Newest first. */
    mails: readonly LocalMailHeading[];
    /** The one that is open; absent while there is none. */
    shown: LocalMail | undefined;
}

/** The list of mails and the one that is open. For developers, so in English only. */
export function mailboxPage({ mails, shown }: MailboxView): string {
    return html`${raw('<!doctype html>')}
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>Local mailbox</title>
                <link rel="stylesheet" href="/mailbox/mailbox.css" />
            </head>
            <body>
                <header class="top">
                    <h1>Local mailbox</h1>
                    <p>
                        ${count(mails.length)} kept on this machine, because no mail server is set up
                        (<code>SMTP_URL</code>). Nobody else has received them.
                    </p>
                </header>
                <div class="columns">
                    <nav aria-label="Mails">
                        ${mails.length === 0 && html`<p class="empty">No mail yet. Book a meeting, then reload.</p>`}
                        <ol class="list">
                            ${mails.map((mail) => entry(mail, mail.id === shown?.id))}
                        </ol>
                    </nav>
                    <main>${shown && reader(shown)}</main>
                </div>
            </body>
        </html>`.toString();
}

function count(mails: number): string {
    return mails === 1 ? '1 mail is' : `${mails} mails are`;
}

function entry({ id, recipient, subject, receivedAt }: LocalMailHeading, isShown: boolean): Html {
    return html`<li>
        <a href="/mailbox/${id}" ${attribute('aria-current', isShown ? 'page' : undefined)}>
            <bdi class="subject">${subject}</bdi>
            <span class="line"
                ><bdi class="recipient">${recipient}</bdi>
                <time datetime="${receivedAt.toISOString()}">${clock(receivedAt)}</time></span
            >
        </a>
    </li>`;
}

function reader({ id, recipient, subject, receivedAt, text }: LocalMail): Html {
    return html`<article>
        <header class="mail">
            <h2><bdi>${subject}</bdi></h2>
            <p>
                To <bdi>${recipient}</bdi> ·
                <time datetime="${receivedAt.toISOString()}">${receivedAt.toUTCString()}</time>
            </p>
            <p class="files">
                <a href="/mailbox/${id}/html">HTML alone</a> <a href="/mailbox/${id}/mail.eml">Whole mail (.eml)</a>
            </p>
        </header>
        <iframe
            title="The mail as HTML"
            src="/mailbox/${id}/html"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
        ></iframe>
        <details>
            <summary>Plain text</summary>
            <pre>${text}</pre>
        </details>
    </article>`;
}

function clock(instant: Date): string {
    return instant.toISOString().slice(11, 16);
}
