import express from 'express';
import { pino } from 'pino';
import { listen, type ListeningApp } from '../../testing/listen.ts';
import { collectLog } from '../../testing/logLines.ts';
import { Problem } from '../problem/problem.ts';
import type { ProblemCode } from '../problem/problems.ts';
import { texts } from './locales/texts.ts';
import { pageErrorHandler, pageNotFound } from './pageErrors.ts';

const REFERENCE = /<code>([0-9a-f-]{36})<\/code>/;
const log = collectLog();
let failure: unknown;
let app: ListeningApp;

beforeAll(async () => {
    const pages = express();
    pages.get('/fail', () => {
        throw failure;
    });
    pages.get('/half', (_req, res) => {
        res.write('half');
        throw failure;
    });
    pages.use(pageNotFound, pageErrorHandler(pino({}, log.stream)));
    app = await listen(pages);
});
afterAll(() => app.close());
beforeEach(() => (log.lines.length = 0));

async function open(path = '/fail', headers: Record<string, string> = {}) {
    const response = await fetch(`${app.url}${path}`, { headers: { 'accept-language': 'en', ...headers } });
    return { response, page: await response.text() };
}

describe('pageErrorHandler', () => {
    it.each([
        ['meeting_not_found', 404, 'meeting_not_found'],
        ['stale_manage_token', 410, 'stale_manage_token'],
        ['rate_limited', 429, 'rate_limited'],
        ['not_found', 404, 'page_not_found'],
        ['salesforce_unavailable', 503, 'internal_error']
    ] as const)('answers %s with %i and its own words', async (code: ProblemCode, status, words) => {
        failure = new Problem(code);
        const { response, page } = await open();
        expect(response.status).toBe(status);
        expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(page).toContain(`<h1>${texts('en').failures[words].heading}</h1>`);
    });

    it('shows nothing of an unknown failure but a reference, under which the log has it whole', async () => {
        failure = new Error('the password is hunter2');
        const { response, page } = await open();
        expect(response.status).toBe(500);
        expect(page).not.toContain('hunter2');
        expect(log.lines).toMatchObject([
            { level: 50, referenceId: REFERENCE.exec(page)?.[1], err: { message: 'the password is hunter2' } }
        ]);
    });

    it('neither logs a refusal nor gives a reference to it', async () => {
        failure = new Problem('meeting_not_found');
        const { page } = await open();
        expect(page).not.toMatch(REFERENCE);
        expect(log.lines).toEqual([]);
    });

    it('says when to try again, to people and to programs', async () => {
        failure = new Problem('rate_limited', { retryAfterSeconds: 120 });
        const { response, page } = await open();
        expect(response.headers.get('retry-after')).toBe('120');
        expect(page).toContain(texts('en').retryAfter(120));
        failure = new Problem('meeting_not_found');
        expect((await open()).response.headers.get('retry-after')).toBeNull();
    });

    it('answers an address without a page with 404', async () => {
        const { response, page } = await open('/nowhere');
        expect(response.status).toBe(404);
        expect(page).toContain(texts('en').failures.page_not_found.heading);
    });

    it('breaks off a page that has already begun', async () => {
        failure = new Error('late');
        await expect(open('/half')).rejects.toThrow();
    });
});
