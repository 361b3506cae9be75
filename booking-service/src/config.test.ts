import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_VARIABLES, readConfig } from './config.ts';

const minimal = {
    SF_LOGIN_URL: 'https://example.my.salesforce.com',
    SF_CLIENT_ID: 'client',
    SF_USERNAME: 'service@example.com',
    SF_PRIVATE_KEY_FILE: import.meta.filename
};

function complaintAbout(environment: NodeJS.ProcessEnv): string {
    try {
        readConfig({ ...minimal, ...environment });
    } catch (error) {
        return (error as Error).message;
    }
    return 'nothing is wrong';
}

describe('readConfig', () => {
    it('needs to know only how to reach Salesforce', () => {
        expect(readConfig({ ...minimal, DATABASE_URL: '', UNRELATED: 'x' })).toEqual({
            databaseUrl: undefined,
            dataDir: '.data/booking-service',
            publicUrl: new URL('http://127.0.0.1:4000'),
            port: 4000,
            salesforce: {
                loginUrl: 'https://example.my.salesforce.com',
                clientId: 'client',
                username: 'service@example.com',
                privateKeyFile: import.meta.filename,
                apiVersion: '66.0'
            },
            mails: {
                smtpUrl: undefined,
                from: { name: '', address: 'bookings@admit-one.example' },
                reminderMinutes: [1440, 60]
            },
            trustedProxies: [],
            hasRateLimits: true,
            logLevel: 'info'
        });
    });

    it('reads everything else', () => {
        const config = readConfig({
            ...minimal,
            DATABASE_URL: 'postgres://app:secret@db.example.com/booking?sslmode=require',
            PUBLIC_URL: 'https://book.example.com',
            PORT: '8080',
            SF_LOGIN_URL: 'http://127.0.0.1:3000',
            SF_API_VERSION: '67.0',
            SMTP_URL: 'smtps://mail.example.com',
            MAIL_FROM: '"Nexora, Inc." <bookings@example.com>',
            MAIL_REMINDER_MINUTES: '120',
            TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::1',
            RATE_LIMITS: 'off',
            BLOCKLIST_FILE: import.meta.filename,
            PROOF_OF_WORK_BITS: '18',
            METRICS_TOKEN: 'a-token-of-twenty-six-chars',
            LOG_LEVEL: 'debug'
        });
        expect(config).toMatchObject({
            databaseUrl: 'postgres://app:secret@db.example.com/booking?sslmode=require',
            port: 8080,
            salesforce: { loginUrl: 'http://127.0.0.1:3000', apiVersion: '67.0' },
            mails: {
                smtpUrl: new URL('smtps://mail.example.com'),
                from: { name: 'Nexora, Inc.', address: 'bookings@example.com' },
                reminderMinutes: [120]
            },
            trustedProxies: ['loopback', '10.0.0.0/8', '2001:db8::1'],
            hasRateLimits: false,
            blocklistFile: import.meta.filename,
            proofOfWorkBits: 18,
            metricsToken: 'a-token-of-twenty-six-chars',
            logLevel: 'debug'
        });
    });

    it('names every wrong variable at once', () => {
        const complaint = complaintAbout({
            DATABASE_URL: 'mysql://root:hunter2@db',
            PUBLIC_URL: 'book.example.com',
            PORT: '70000',
            SF_LOGIN_URL: undefined,
            SF_CLIENT_ID: undefined,
            SF_USERNAME: ' ',
            SF_PRIVATE_KEY_FILE: '/nowhere/key.pem',
            SF_API_VERSION: 'latest',
            CALDAV_CALENDARS_FILE: '/nowhere/calendars.json',
            LOGO_FILE: '/nowhere/logo.svg',
            SMTP_URL: 'mail',
            MAIL_FROM: 'nobody',
            MAIL_REMINDER_MINUTES: 'soon',
            TRUSTED_PROXIES: 'everyone',
            RATE_LIMITS: 'maybe',
            BLOCKLIST_FILE: '/nowhere/blocklist.txt',
            PROOF_OF_WORK_BITS: 'hard',
            METRICS_TOKEN: 'short',
            LOG_LEVEL: 'loud'
        });
        const isOptionalText = (name: string): boolean => name === 'DATA_DIR';
        for (const name of CONFIG_VARIABLES) {
            if (!isOptionalText(name)) expect(complaint).toMatch(new RegExp(`^  ${name} `, 'm'));
        }
        expect(complaint).not.toContain('hunter2');
    });

    it.each([
        ['SF_LOGIN_URL', 'http://example.my.salesforce.com', 'must be https'],
        ['SF_LOGIN_URL', 'https://login.salesforce.com/services/oauth2', 'must be an origin'],
        ['PUBLIC_URL', 'https://example.com/book', 'must be an origin'],
        ['PUBLIC_URL', 'ftp://example.com', 'https:// or http://'],
        ['TRUSTED_PROXIES', '10.0.0.0/33', 'addresses or networks'],
        ['PROOF_OF_WORK_BITS', '25', 'from 1 to 24'],
        ['METRICS_TOKEN', 'has spaces in it, sixteen', 'without spaces'],
        ['PORT', '4000x', 'must be a port number'],
        ['SMTP_URL', 'smtp://mail.example.com/inbox', 'must name a server'],
        ['SMTP_URL', 'smtp://mail.example.com', 'MAIL_FROM is missing'],
        ['MAIL_FROM', 'Nexora <bookings@>', 'must be an address'],
        ['MAIL_FROM', 'a@example.com\r\nBcc: all@example.com', 'must be an address']
    ])('refuses %s=%s', (name, value, complaint) => {
        expect(complaintAbout({ [name]: value })).toContain(complaint);
    });
});

describe('.env.example', () => {
    const text = readFileSync(path.join(import.meta.dirname, '..', '..', '.env.example'), 'utf8');
    const lines = text.trim().split('\n');

    it('lists exactly the variables the service reads', () => {
        const names = lines.flatMap((line) => /^(?:# )?([A-Z_]+)=/.exec(line)?.[1] ?? []);
        expect(names).toEqual(CONFIG_VARIABLES);
    });

    it('says in one line above each variable what it is for', () => {
        for (const name of CONFIG_VARIABLES) {
            const index = lines.findIndex((line) => line.replace(/^# /, '').startsWith(`${name}=`));
            expect(lines[index - 1]).toMatch(/^# [A-Z].{10,}\.$/);
        }
    });
});
