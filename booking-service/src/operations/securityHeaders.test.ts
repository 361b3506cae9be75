import express from 'express';
import { listen } from '../../testing/listen.ts';
import { securityHeaders } from './securityHeaders.ts';

async function headersOf(publicUrl: string): Promise<Headers> {
    const app = express();
    app.use(securityHeaders(new URL(publicUrl)));
    app.get('/', (_req, res) => void res.send('page'));
    const server = await listen(app);
    const { headers } = await fetch(server.url);
    await server.close();
    return headers;
}

describe('securityHeaders', () => {
    it('allows a page nothing but our own files and forms', async () => {
        const headers = await headersOf('https://book.example.com');
        expect(headers.get('content-security-policy')?.split(';').sort()).toEqual(
            [
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "base-uri 'none'"
            ].sort()
        );
    });

    it.each([
        ['referrer-policy', 'no-referrer'],
        ['x-robots-tag', 'noindex, nofollow'],
        ['x-content-type-options', 'nosniff'],
        ['x-frame-options', 'DENY'],
        ['cache-control', 'no-store'],
        ['cross-origin-opener-policy', 'same-origin'],
        ['strict-transport-security', 'max-age=31536000']
    ])('sends %s: %s', async (name, value) => {
        expect((await headersOf('https://book.example.com')).get(name)).toBe(value);
    });

    it('does not demand https where there is none', async () => {
        expect((await headersOf('http://127.0.0.1:4000')).get('strict-transport-security')).toBeNull();
    });
});
