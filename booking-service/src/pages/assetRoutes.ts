import { Router } from 'express';
import type { Request } from 'express';
import { pageAssets } from './assets.ts';
import type { AssetFile } from './assets.ts';

/**
 * Serves the pages' style sheet, script and icon, compressed beforehand and cached for ever: their paths change with
 * their content. Anything else under `/assets/` is left to the next handler.
 */
export function assetRoutes(): Router {
    const { files } = pageAssets();
    const router = Router();
    router.get('/assets/*file', (req, res, next) => {
        const file = files.get(req.path);
        if (!file) {
            next();
            return;
        }
        const encoding = chooseEncoding(req);
        if (encoding !== 'identity') res.set('Content-Encoding', encoding);
        res.set({
            'Content-Type': file.contentType,
            'Cache-Control': 'public, max-age=31536000, immutable',
            Vary: 'Accept-Encoding',
            'X-Content-Type-Options': 'nosniff'
        });
        res.end(file[encoding]);
    });
    return router;
}

function chooseEncoding(req: Request): keyof Omit<AssetFile, 'contentType'> {
    const accepted = req.acceptsEncodings('br', 'gzip', 'identity');
    return accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
}
