import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { isLoopback } from './operations/loopback.ts';

function url({ protocols, isPlainHttpLocalOnly = false }: { protocols: string[]; isPlainHttpLocalOnly?: boolean }) {
    return z
        .string()
        .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
            error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
            abort: true
        })
        .transform((text) => new URL(text))
        .refine((parsed) => !isPlainHttpLocalOnly || parsed.protocol !== 'http:' || isLoopback(parsed), {
            error: 'must be https, except for a server on this machine'
        });
}

const origin = (options: Parameters<typeof url>[0]) =>
    url(options).refine((parsed) => parsed.pathname === '/' && parsed.search === '' && parsed.username === '', {
        error: 'must be an origin without path, such as https://book.example.com'
    });

const required = (what: string) => z.string(`is missing: ${what}`).trim().min(1, `is empty: ${what}`);

const readableFileNamed = (what: string) =>
    required(what).refine(isReadable, {
        error: (issue) => `names a file that cannot be read: ${String(issue.input)}`
    });

/** The words Express knows for whole networks, or one address, or a network such as 10.0.0.0/8. */
const proxyAddress = z.string().refine(isProxyAddress, {
    error: 'must be addresses or networks separated by commas, such as 10.0.0.0/8 or loopback'
});

const Environment = z.object({
    DATABASE_URL: url({ protocols: ['postgres:', 'postgresql:'] }).optional(),
    DATA_DIR: z.string().min(1).default('.data/booking-service'),
    PUBLIC_URL: origin({ protocols: ['https:', 'http:'] }).prefault('http://127.0.0.1:4000'),
    PORT: z
        .string()
        .regex(/^\d+$/, 'must be a port number')
        .transform(Number)
        .refine((port) => port <= 65_535, 'must be at most 65535')
        .prefault('4000'),
    SF_LOGIN_URL: z.preprocess(
        (value) => value ?? '',
        origin({ protocols: ['https:', 'http:'], isPlainHttpLocalOnly: true })
    ),
    SF_CLIENT_ID: required('consumer key of the External Client App'),
    SF_USERNAME: required('user name of the integration user'),
    SF_PRIVATE_KEY_FILE: readableFileNamed('path of the PEM file with the private key'),
    SF_API_VERSION: z
        .string()
        .regex(/^\d{2,3}\.0$/, 'must be a version such as 66.0')
        .default('66.0'),
    CALDAV_CALENDARS_FILE: readableFileNamed('path of the JSON file that lists CalDAV calendars').optional(),
    LOGO_FILE: readableFileNamed('path of the company’s logo').optional(),
    SMTP_URL: url({ protocols: ['smtp:', 'smtps:'] })
        .refine(isMailServer, {
            error: 'must name a server and nothing behind it, such as smtps://user:secret@mail.example.com'
        })
        .optional(),
    MAIL_FROM: z
        .string()
        .transform(readMailAddress)
        .refine((address) => address !== undefined, {
            error: 'must be an address such as bookings@example.com or Example Inc <bookings@example.com>'
        })
        .optional(),
    MAIL_REMINDER_MINUTES: z
        .string()
        .regex(/^(none|\d{1,6}(;\d{1,6})*)$/, 'must be minutes such as 1440;60, or none')
        .transform((text) => (text === 'none' ? [] : text.split(';').map(Number)))
        .prefault('1440;60'),
    TRUSTED_PROXIES: z
        .string()
        .transform((text) => text.split(',').map((part) => part.trim()))
        .pipe(z.array(proxyAddress))
        .optional(),
    RATE_LIMITS: z.enum(['on', 'off'], 'must be on or off').default('on'),
    BLOCKLIST_FILE: readableFileNamed('path of the list of those who may not book').optional(),
    PROOF_OF_WORK_BITS: z
        .string()
        .regex(/^(off|[1-9]|1\d|2[0-4])$/, 'must be off, or a number of bits from 1 to 24')
        .transform((text) => (text === 'off' ? undefined : Number(text)))
        .optional(),
    METRICS_TOKEN: z
        .string()
        .regex(/^[\x21-\x7e]{16,}$/, 'must have at least 16 characters, printable ASCII without spaces')
        .optional(),
    LOG_LEVEL: z
        .enum(
            ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
            'must be fatal, error, warn, info, debug or silent'
        )
        .default('info')
});

/** Names of all variables the service reads. */
export const CONFIG_VARIABLES = Object.keys(Environment.shape);

/** Name and address, the name possibly empty. */
export interface MailSender {
    name: string;
    address: string;
}

/** Stands in mails that never leave this machine. */
const LOCAL_SENDER: MailSender = { name: '', address: 'bookings@admit-one.example' };

/** What an operator decides. */
export interface Config {
    /** Absent: the embedded PostgreSQL, with its data in `dataDir`. */
    databaseUrl: string | undefined;
    dataDir: string;
    /** Origin that prospects see. */
    publicUrl: URL;
    port: number;
    salesforce: {
        loginUrl: string;
        clientId: string;
        username: string;
        privateKeyFile: string;
        apiVersion: string;
    };
    /** Absent: hosts have no calendars but Salesforce's. */
    calDavCalendarsFile: string | undefined;
    /** Absent: pages show the company's name. */
    logoFile: string | undefined;
    mails: {
        /** Absent: mails are kept on this machine, or not sent. */
        smtpUrl: URL | undefined;
        /** Without a name, the company's stands there. */
        from: MailSender;
        /** When to remind of a meeting whose type does not say, in minutes before it starts. */
        reminderMinutes: number[];
    };
    /** Whose X-Forwarded-For is believed; empty: nobody's. */
    trustedProxies: string[];
    hasRateLimits: boolean;
    /** Absent: everybody may book. */
    blocklistFile: string | undefined;
    /** How much a visitor's browser has to work before it books with a reusable link; absent: nothing. */
    proofOfWorkBits: number | undefined;
    /** Absent: metrics are shown on a loopback address only. */
    metricsToken: string | undefined;
    logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
}

/**
 * Reads the configuration. An empty variable counts as absent.
 * @throws Error naming every variable that is missing or wrong and what it must be, so that one restart fixes them all.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
    const given = Object.fromEntries(
        CONFIG_VARIABLES.map((name) => [name, environment[name]?.trim() === '' ? undefined : environment[name]])
    );
    const parsed = Environment.safeParse(given);
    const lacksSender = given['SMTP_URL'] !== undefined && given['MAIL_FROM'] === undefined;
    if (parsed.success && !lacksSender) return toConfig(parsed.data);
    const complaints = [...(parsed.error ? explain(parsed.error) : []), ...(lacksSender ? [SENDER_IS_MISSING] : [])];
    throw new Error(`The configuration is wrong:\n  ${complaints.join('\n  ')}\nSee .env.example.`);
}

function toConfig(variables: z.infer<typeof Environment>): Config {
    return {
        databaseUrl: variables.DATABASE_URL?.href,
        dataDir: variables.DATA_DIR,
        publicUrl: variables.PUBLIC_URL,
        port: variables.PORT,
        salesforce: {
            loginUrl: variables.SF_LOGIN_URL.origin,
            clientId: variables.SF_CLIENT_ID,
            username: variables.SF_USERNAME,
            privateKeyFile: variables.SF_PRIVATE_KEY_FILE,
            apiVersion: variables.SF_API_VERSION
        },
        calDavCalendarsFile: variables.CALDAV_CALENDARS_FILE,
        logoFile: variables.LOGO_FILE,
        mails: {
            smtpUrl: variables.SMTP_URL,
            from: variables.MAIL_FROM ?? LOCAL_SENDER,
            reminderMinutes: variables.MAIL_REMINDER_MINUTES
        },
        trustedProxies: variables.TRUSTED_PROXIES ?? [],
        hasRateLimits: variables.RATE_LIMITS === 'on',
        blocklistFile: variables.BLOCKLIST_FILE,
        proofOfWorkBits: variables.PROOF_OF_WORK_BITS,
        metricsToken: variables.METRICS_TOKEN,
        logLevel: variables.LOG_LEVEL
    };
}

const SENDER_IS_MISSING = 'MAIL_FROM is missing: the address that mails come from, needed with SMTP_URL';

/** Without the values: a URL may hold a password. */
function explain(error: z.ZodError): string[] {
    return error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
}

function isMailServer({ hostname, pathname, search }: URL): boolean {
    return hostname !== '' && (pathname === '' || pathname === '/') && search === '';
}

/** `bookings@example.com`, or a name before it and the address in angle brackets. */
function readMailAddress(text: string): MailSender | undefined {
    const [, name = '', bracketed] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
    const address = z.email().safeParse((bracketed ?? text).trim());
    return address.success ? { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.data } : undefined;
}

function isReadable(file: string): boolean {
    try {
        accessSync(file, constants.R_OK);
        return true;
    } catch {
        return false;
    }
}

function isProxyAddress(text: string): boolean {
    if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
    const [address = '', bits, ...rest] = text.split('/');
    const longest = isIP(address) === 4 ? 32 : 128;
    const hasValidBits = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= longest);
    return isIP(address) !== 0 && hasValidBits && rest.length === 0;
}
