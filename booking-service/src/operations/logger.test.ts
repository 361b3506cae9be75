import express from 'express';
import { collectLog } from '../../testing/logLines.ts';
import { listen, type ListeningApp } from '../../testing/listen.ts';
import { createLogger, requestLogger } from './logger.ts';

const TOKEN = 'abcd2345efgh6789jkmn2345pqrs6789';
const log = collectLog();
const logger = createLogger('info', log.stream);
let server: ListeningApp;

beforeAll(async () => {
    const app = express();
    app.use(requestLogger(logger));
    app.get('/broken', (_req, res) => void res.status(503).send('no'));
    app.use((_req, res) => void res.send('ok'));
    server = await listen(app);
});
afterAll(() => server.close());
beforeEach(() => (log.lines.length = 0));

describe('requestLogger', () => {
    it('logs method, path, status and duration, and nothing else about who asks', async () => {
        await fetch(`${server.url}/l/julio-intro`);
        expect(log.lines).toEqual([
            {
                level: 30,
                time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
                pid: process.pid,
                hostname: expect.any(String) as string,
                req: { id: expect.any(String) as string, method: 'GET', url: '/l/julio-intro' },
                res: { statusCode: 200 },
                responseTime: expect.any(Number) as number,
                msg: 'request completed'
            }
        ]);
    });

    it.each([
        `/s/${TOKEN}`,
        `/m/${TOKEN}/cancel`,
        `/api/v1/meetings/${TOKEN}/reschedule`,
        `/api/v1/slots?link=s/${TOKEN}`,
        `/api/v1/slots?link=s%2F${TOKEN}`
    ])('keeps the token of %s out of the log', async (path) => {
        await fetch(server.url + path, {
            headers: { authorization: 'Bearer secret-1', cookie: 'c=secret-2', referer: `https://x/s/${TOKEN}` }
        });
        expect(log.lines).toHaveLength(1);
        expect(JSON.stringify(log.lines)).not.toContain(TOKEN);
        expect(JSON.stringify(log.lines)).not.toContain('secret-');
    });

    it('does not log what machines ask for every few seconds', async () => {
        await fetch(`${server.url}/healthz`);
        expect(log.lines).toEqual([]);
    });

    it('logs a server error as one', async () => {
        await fetch(`${server.url}/broken`);
        expect(log.lines).toMatchObject([{ level: 50, res: { statusCode: 503 } }]);
        expect(log.lines[0]).not.toHaveProperty('err');
    });
});

describe('createLogger', () => {
    it('keeps secrets out of fields, messages and errors', () => {
        logger.info({ token: TOKEN, headers: { authorization: 'Bearer secret' } }, 'made');
        logger.warn(`opened /s/${TOKEN}`);
        logger.error({ err: new Error(`no such link: s/${TOKEN}`) }, 'failed');
        expect(log.lines).toHaveLength(3);
        expect(JSON.stringify(log.lines)).not.toContain(TOKEN);
        expect(log.lines).toMatchObject([
            { token: '[secret]', headers: { authorization: '[secret]' } },
            { msg: 'opened /s/[token]' },
            { err: { message: 'no such link: s/[token]' } }
        ]);
    });
});
