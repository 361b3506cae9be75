import express from 'express';
import { Script } from 'node:vm';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { ListeningApp } from '../../testing/listen.ts';
import { listen } from '../../testing/listen.ts';
import { assetRoutes } from './assetRoutes.ts';
import { pageAssets } from './assets.ts';

let app: ListeningApp;

beforeAll(async () => {
    app = await listen(express().use(assetRoutes()));
});
afterAll(() => app.close());

const get = (path: string, encoding = 'identity'): Promise<Response> =>
    fetch(app.url + path, { headers: { 'accept-encoding': encoding } });

describe('GET /assets', () => {
    it('serves every file the pages load, to be kept for ever', async () => {
        const { styles, icon, script, solver } = pageAssets();
        for (const path of [styles, icon, script, solver]) {
            const response = await get(path);
            expect([path, response.status]).toEqual([path, 200]);
            expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        }
    });

    it.each(['br', 'gzip'])('compresses with %s for a browser that takes it', async (encoding) => {
        const response = await get(pageAssets().styles, encoding);
        expect(response.headers.get('content-encoding')).toBe(encoding);
        expect(await response.text()).toContain('--accent');
    });

    it('leaves other paths to the next handler', async () => {
        expect((await get('/assets/none.css')).status).toBe(404);
        expect((await get('/assets/../assets.ts')).status).toBe(404);
    });
});

describe('pageAssets', () => {
    it('holds the same content in each encoding', () => {
        for (const { identity, gzip, br } of pageAssets().files.values()) {
            expect(gunzipSync(gzip)).toEqual(identity);
            expect(brotliDecompressSync(br)).toEqual(identity);
        }
    });

    it('holds one script for the page and one that runs beside it, each complete in itself', () => {
        const { files, script, solver } = pageAssets();
        for (const path of [script, solver]) {
            const source = files.get(path)?.identity.toString() ?? '';
            expect(() => new Script(source)).not.toThrow();
            expect(source).not.toMatch(/^(?:import|export)\b/m);
        }
        expect([...files.keys()].filter((path) => path.endsWith('.js'))).toEqual([script, solver]);
    });
});
