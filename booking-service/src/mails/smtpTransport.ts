import { createTransport } from 'nodemailer';
import type { ComposedMail, MailTransport } from './composedMail.ts';
import { MailRefusedError } from './composedMail.ts';
import { mailMessage } from './mailMessage.ts';

const CONNECT_MS = 10_000;
/** Together with the time to connect, well within the lease of a mail. */
const IDLE_MS = 20_000;
const CONNECTIONS = 3;

/** Sends mails through a mail server, over a few connections that stay open. */
export function smtpTransport(smtpUrl: URL): MailTransport {
    const transport = createTransport({ ...serverOptions(smtpUrl), pool: true });
    return {
        async send(mail: ComposedMail): Promise<void> {
            try {
                await transport.sendMail(mailMessage(mail));
            } catch (error) {
                throw refusalOf(error) ?? error;
            }
        },
        close: () => transport.close()
    };
}

function serverOptions(url: URL) {
    const secure = url.protocol === 'smtps:';
    const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    return {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
        secure,
        // A password never travels in clear: without TLS such a server is refused.
        requireTLS: url.username !== '' && !isLocal,
        ...(url.username !== '' && {
            auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
        }),
        maxConnections: CONNECTIONS,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: IDLE_MS
    };
}

/**
 * Only what the server says about the recipient or the mail is final. That it refuses us (sign-in, sender, greeting) is a
 * matter of configuration: the mail waits until that is put right.
 */
function refusalOf(error: unknown): MailRefusedError | undefined {
    if (!(error instanceof Error)) return undefined;
    const { responseCode, command, code } = error as { responseCode?: unknown; command?: unknown; code?: unknown };
    // An address that cannot be written into the protocol at all never reaches the server.
    if (code === 'EENVELOPE' && command === 'API') return new MailRefusedError(code, error.message, { cause: error });
    const isFinal = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
    const isAboutMail = command === 'RCPT TO' || command === 'DATA';
    return isFinal && isAboutMail
        ? new MailRefusedError(String(responseCode), error.message, { cause: error })
        : undefined;
}
