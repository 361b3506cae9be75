import express from 'express';
import { listen } from '../../testing/listen.ts';
import { securityHeaders } from '../operations/securityHeaders.ts';
import { allowFraming, readEmbedOrigins } from './framing.ts';

describe('readEmbedOrigins', () => {
    it('takes origins, and leaves out what could let in more than it says', () => {
        const typed = 'https://www.example.com, https://a.example/ http://localhost:8080 https://www.example.com';
        expect(readEmbedOrigins(typed)).toEqual([
            'https://www.example.com',
            'https://a.example',
            'http://localhost:8080'
        ]);
        const unusable = [
            'http://www.example.com',
            '*',
            'https://*.example.com',
            'https://a.example/path',
            "'self'",
            'x;y'
        ];
        expect(readEmbedOrigins(unusable.join(' '))).toEqual([]);
        expect(readEmbedOrigins(undefined)).toEqual([]);
    });
});

describe('allowFraming', () => {
    const headersAt = async (origins: string[], path: string): Promise<Headers> => {
        const app = express().use(securityHeaders(new URL('http://127.0.0.1')));
        app.use(
            ['/s', '/l', '/m'],
            allowFraming(() => Promise.resolve(origins))
        );
        const listening = await listen(app.use((_req, res) => void res.end()));
        const { headers } = await fetch(listening.url + path);
        await listening.close();
        return headers;
    };

    it('lets nobody in unless settings name somebody', async () => {
        const headers = await headersAt([], '/l/intro');
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect(headers.get('x-frame-options')).toBe('DENY');
    });

    it.each(['/l/intro', '/s/token', '/m/token?booked'])('lets those in who are named, at %s', async (path) => {
        const headers = await headersAt(['https://www.example.com', 'https://b.example'], path);
        expect(headers.get('content-security-policy')).toContain(
            'frame-ancestors https://www.example.com https://b.example;'
        );
        expect(headers.get('x-frame-options')).toBeNull();
    });

    it.each(['/m/token', '/m/token?moved', '/other'])('lets nobody in at %s', async (path) => {
        const headers = await headersAt(['https://www.example.com'], path);
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    });
});
