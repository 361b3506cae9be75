import express from 'express';
import { listen } from '../../testing/listen.ts';
import type { ListeningApp } from '../../testing/listen.ts';
import { metricsAccess } from './metricsAccess.ts';

const TOKEN = 'a-token-of-twenty-six-chars';
const LOCAL = new URL('http://127.0.0.1:4000');
const PUBLIC = new URL('https://book.example.com');

const apps: ListeningApp[] = [];
afterEach(() => Promise.all(apps.splice(0).map((app) => app.close())));

async function ask(access: Parameters<typeof metricsAccess>[0], authorization?: string): Promise<Response> {
    const app = await listen(express().get('/metrics', metricsAccess(access), (_req, res) => void res.send('up 1')));
    apps.push(app);
    return fetch(`${app.url}/metrics`, authorization === undefined ? {} : { headers: { authorization } });
}

describe('metricsAccess', () => {
    it.each([
        ['the token', `Bearer ${TOKEN}`, 200],
        ['the token after a scheme in other letters', `bearer  ${TOKEN}`, 200],
        ['nothing', undefined, 401],
        ['another token', `Bearer ${TOKEN.slice(0, -1)}x`, 401],
        ['the beginning of the token', `Bearer ${TOKEN.slice(0, -1)}`, 401],
        ['the token and more', `Bearer ${TOKEN}x`, 401],
        ['another scheme', `Basic ${TOKEN}`, 401],
        ['the token alone', TOKEN, 401]
    ])('answers who sends %s', async (_name, authorization, status) => {
        const response = await ask({ publicUrl: LOCAL, token: TOKEN }, authorization);
        expect(response.status).toBe(status);
        expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="metrics"' : null);
    });

    it('is open without a token where nobody else can come, and closed where others can', async () => {
        expect((await ask({ publicUrl: LOCAL })).status).toBe(200);
        const refused = await ask({ publicUrl: PUBLIC });
        expect(refused.status).toBe(401);
        expect(await refused.text()).toContain('METRICS_TOKEN');
        expect((await ask({ publicUrl: PUBLIC }, 'Bearer ')).status).toBe(401);
    });
});
