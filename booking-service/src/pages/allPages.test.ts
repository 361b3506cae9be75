import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { pageAssets } from './assets.ts';
import { bookingPage } from './bookingPage.ts';
import { askedPage, closedLinkPage, errorPage, resentPage } from './closedPages.ts';
import { en } from './locales/en.ts';
import { confirmationPage, meetingPage } from './meetingPages.ts';
import { sampleBookingPage, sampleMeeting, samplePicker } from './testing/sampleViews.ts';
import type { ClosedLinkView } from './views.ts';

const company = { name: 'Nexora Systems', contact: 'hello@nexora.example' };
const locale = 'en';

const CLOSED: ClosedLinkView[] = [
    { locale, state: 'used', company, resendPath: '/s/token/resend' },
    { locale, state: 'expired', company },
    { locale, state: 'revoked', company },
    { locale, state: 'inactive', company },
    { locale, state: 'unknown' },
    { locale, state: 'unverifiable', retryAfterSeconds: 60, retryPath: '/s/token' }
];
const FAILURES = Object.keys(en.failures) as (keyof typeof en.failures)[];

const PAGES: [string, string][] = [
    ['booking', bookingPage(sampleBookingPage())],
    ['booking with errors', bookingPage(sampleBookingPage({ errors: { email: 'No.' }, alert: 'invalid_request' }))],
    ['confirmation', confirmationPage({ locale, company, meeting: sampleMeeting(), managePath: '/m/token' })],
    ['meeting', meetingPage(meetingView())],
    ['canceled meeting', meetingPage({ locale, company, meeting: sampleMeeting({ status: 'canceled' }) })],
    ['asked', askedPage({ locale })],
    ['resent', resentPage({ locale })],
    ...CLOSED.map((view): [string, string] => [`${view.state} link`, closedLinkPage(view)]),
    ...FAILURES.map((failure): [string, string] => [failure, errorPage({ locale, failure, referenceId: 'R-1' })])
];

function meetingView(): Parameters<typeof meetingPage>[0] {
    return {
        locale,
        company,
        meeting: sampleMeeting(),
        rescheduleForm: {
            path: '/m/token/reschedule',
            pagePath: '/m/token',
            picker: samplePicker(),
            errors: {},
            idempotencyKey: 'key-2'
        },
        cancelForm: { path: '/m/token/cancel', idempotencyKey: 'key-3' }
    };
}

describe.each(PAGES)('the %s page', (_name, page) => {
    it('holds no inline script, style or handler', () => {
        expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/i);
        expect([...page.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].map(([, inline]) => inline).join('')).toBe('');
    });

    it('keeps out of search indexes and referrers', () => {
        expect(page).toContain('<meta name="robots" content="noindex, nofollow"');
        expect(page).toContain('<meta name="referrer" content="no-referrer"');
    });

    it('says its language and has one main landmark and one first heading', () => {
        expect(page).toMatch(/^<!doctype html>\s*<html lang="en/);
        expect(page.match(/<main/g)).toHaveLength(1);
        expect(page.match(/<h1/g)).toHaveLength(1);
    });

    it('names no token in its title', () => {
        expect(/<title>(.*)<\/title>/.exec(page)?.[1]).not.toContain('token');
    });

    it('gives each id once and points only at ids it has', () => {
        const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '').filter((id) => id !== 'times-');
        expect(new Set(ids).size).toBe(ids.length);
        const targets = [...page.matchAll(/\s(?:for|form|aria-labelledby|aria-describedby)="([^"]*)"/g)];
        const missing = targets.flatMap(([, list]) => list?.split(' ') ?? []).filter((id) => !ids.includes(id));
        expect(missing).toEqual([]);
    });
});

describe('the first view of the booking page', () => {
    it('weighs at most 25 KB with its style sheet and script', () => {
        const { files, styles, icon, script } = pageAssets();
        const assets = [styles, icon, script].reduce((sum, path) => sum + (files.get(path)?.br.length ?? NaN), 0);
        expect(gzipSync(bookingPage(sampleBookingPage())).length + assets).toBeLessThan(25_000);
    });
});

describe('the texts', () => {
    it('are each used', () => {
        const folder = path.dirname(import.meta.dirname);
        const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
            .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('locales'))
            .map((name) => readFileSync(path.join(folder, name), 'utf8'))
            .join('\n');
        const unused = (table: object, prefix: string): string[] =>
            Object.entries(table).flatMap(([name, text]: [string, unknown]) => {
                const key = prefix + name;
                // A whole table is used when a variable picks from it, `t.alerts[alert]`, or when it is handed on.
                if (sources.includes(`${key}[`) || sources.includes(`.${key}, `)) return [];
                if (typeof text === 'object' && text !== null) return unused(text, `${key}.`);
                return new RegExp(`\\bt\\.${key.replaceAll('.', '\\.')}\\b`).test(sources) ? [] : [key];
            });
        expect(unused(en, '')).toEqual([]);
    });
});
