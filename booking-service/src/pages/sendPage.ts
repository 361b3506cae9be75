import type { Request, Response } from 'express';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/**
 * Sends a page that only its visitor may keep, compressed when the browser takes it. Compressing beside a secret is
 * safe here: whoever can make the request knows the token already, and no page answers one visitor with another's text.
 */
export async function sendPage(req: Request, res: Response, status: number, page: string): Promise<void> {
    res.status(status).set({
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Robots-Tag': 'noindex, nofollow',
        Vary: 'Accept-Encoding, Accept-Language'
    });
    if (req.acceptsEncodings('gzip', 'identity') !== 'gzip') {
        res.end(page);
        return;
    }
    const body = await compress(page, { level: 6 });
    res.set('Content-Encoding', 'gzip').end(body);
}
