import { Router } from 'express';
import type { Request, Response } from 'express';
import { compress, pageAssets } from './assets.ts';
import type { AssetFile } from './assets.ts';
import { brandStyles } from './brand.ts';
import type { Logo } from './logo.ts';

/**
 * Serves what pages load, cached for ever: paths change with their content. Style sheet, script, icon and logo are
 * compressed beforehand; brand colours are small and made when asked for. Anything else is left to the next handler.
 */
export function assetRoutes(logo?: Logo): Router {
    const { files, embed } = pageAssets();
    const find = (path: string): AssetFile | undefined => {
        if (logo?.path === path) return logo.file;
        const styles = brandStyles(path);
        return styles === undefined ? files.get(path) : compress('text/css; charset=utf-8', Buffer.from(styles));
    };
    const router = Router();
    router.get('/embed.js', (req, res) => {
        // Other sites load it: it holds nothing that is not public.
        res.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'public, max-age=3600' });
        send(req, res, embed);
    });
    router.get('/assets/*file', (req, res, next) => {
        const file = find(req.path);
        if (!file) {
            next();
            return;
        }
        res.set('Cache-Control', 'public, max-age=31536000, immutable');
        send(req, res, file);
    });
    return router;
}

function send(req: Request, res: Response, file: AssetFile): void {
    const encoding = chooseEncoding(req);
    if (encoding !== 'identity') res.set('Content-Encoding', encoding);
    res.set({ 'Content-Type': file.contentType, Vary: 'Accept-Encoding', 'X-Content-Type-Options': 'nosniff' });
    res.end(file[encoding]);
}

function chooseEncoding(req: Request): keyof Omit<AssetFile, 'contentType'> {
    const accepted = req.acceptsEncodings('br', 'gzip', 'identity');
    return accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
}
