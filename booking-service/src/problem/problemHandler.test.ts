import express from 'express';
import { pino } from 'pino';
import { z } from 'zod';
import { listen, type ListeningApp } from '../../testing/listen.ts';
import { collectLog } from '../../testing/logLines.ts';
import { SalesforceError, SalesforceNetworkError } from '../salesforce/errors.ts';
import { Problem } from './problem.ts';
import { apiNotFound, problemHandler } from './problemHandler.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';

const log = collectLog();
let failure: unknown;
let app: ListeningApp;

beforeAll(async () => {
    const api = express();
    api.post('/fail', express.json({ limit: 100 }), () => {
        throw failure;
    });
    api.post('/half', (_req, res) => {
        res.write('half');
        throw failure;
    });
    api.use(apiNotFound, problemHandler(pino({}, log.stream)));
    app = await listen(api);
});
afterAll(() => app.close());
beforeEach(() => (log.lines.length = 0));

async function post(body = '{}', path = '/fail'): Promise<{ response: Response; problem: Record<string, unknown> }> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${app.url}${path}`, { method: 'POST', headers, body });
    return { response, problem: (await response.json()) as Record<string, unknown> };
}

describe('problemHandler', () => {
    it.each(Object.keys(PROBLEMS) as ProblemCode[])('answers %s with its status and sentence', async (code) => {
        failure = new Problem(code);
        const { response, problem } = await post();
        expect(response.status).toBe(PROBLEMS[code].status);
        expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(problem).toMatchObject({
            type: `urn:admit-one:problem:${code}`,
            title: PROBLEMS[code].title,
            status: PROBLEMS[code].status,
            code,
            detail: PROBLEMS[code].detail
        });
    });

    it('names every wrong field of a request, unknown ones too', async () => {
        const Schema = z.strictObject({ prospect: z.strictObject({ email: z.email('must be an e-mail address') }) });
        failure = Schema.safeParse({ prospect: { email: 'x', age: 1 }, colour: 'red' }).error;
        const { response, problem } = await post();
        expect(response.status).toBe(400);
        expect(problem).toMatchObject({
            code: 'invalid_request',
            errors: [
                { field: 'prospect.email', message: 'must be an e-mail address' },
                { field: 'prospect.age', message: 'is not a known field' },
                { field: 'colour', message: 'is not a known field' }
            ]
        });
    });

    it('says when to try again', async () => {
        failure = new Problem('rate_limited', { retryAfterSeconds: 7 });
        expect((await post()).response.headers.get('retry-after')).toBe('7');
        failure = new Problem('link_unverifiable');
        expect((await post()).response.headers.get('retry-after')).toBe('60');
        failure = new Problem('link_used');
        expect((await post()).response.headers.get('retry-after')).toBeNull();
    });

    it('refuses a body that is not JSON and one that is too large', async () => {
        expect((await post('{"a":')).problem).toMatchObject({
            status: 400,
            code: 'invalid_request',
            detail: 'The body is not valid JSON.'
        });
        expect((await post(`"${'x'.repeat(200)}"`)).problem).toMatchObject({ status: 413, code: 'request_too_large' });
    });

    it('answers 404 where there is no route', async () => {
        expect((await post('{}', '/nowhere')).problem).toMatchObject({ status: 404, code: 'not_found' });
    });

    it.each([
        new SalesforceNetworkError('SF_TIMEOUT', 'secret', { isAmbiguous: true }),
        new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'secret')
    ])('says that Salesforce is unavailable for $code, and logs why', async (error) => {
        failure = error;
        const { problem } = await post();
        expect(problem).toMatchObject({ status: 503, code: 'salesforce_unavailable' });
        expect(JSON.stringify(problem)).not.toContain('secret');
        expect(log.lines).toMatchObject([{ level: 40, instance: problem['instance'] }]);
        expect(log.text()).toContain('secret');
    });

    it('shows nothing of an unknown failure but a reference, under which the log has it whole', async () => {
        failure = new Error('the password is hunter2');
        const { problem } = await post();
        expect(problem).toMatchObject({ status: 500, code: 'internal_error' });
        expect(JSON.stringify(problem)).not.toContain('hunter2');
        expect(log.lines).toMatchObject([
            { level: 50, instance: problem['instance'], err: { message: 'the password is hunter2' } }
        ]);
    });

    it('logs nothing for a refusal', async () => {
        failure = new Problem('link_used');
        await post();
        expect(log.lines).toEqual([]);
    });

    it('breaks off an answer that has already begun', async () => {
        failure = new Error('late');
        await expect(post('{}', '/half')).rejects.toThrow();
    });
});
