import express from 'express';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { listen } from '../../testing/listen.ts';
import { assetRoutes } from './assetRoutes.ts';
import { closedLinkPage } from './closedPages.ts';
import { readLogo } from './logo.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
let folder: string;

beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'admit-one-logo-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
    const fileName = path.join(folder, name);
    writeFileSync(fileName, content);
    return fileName;
}

describe('the logo', () => {
    it('stands in the place of the company’s name, is read by it and served by us', async () => {
        const logo = readLogo(file('logo.svg', SVG));
        const company = { name: 'Nexora', logo: logo.path, brandColor: '#0b3d91' };
        const page = closedLinkPage({ locale: 'en', state: 'expired', company });
        expect(page).toContain(`<img class="logo" src="${logo.path}" alt="Nexora" />`);
        const app = await listen(express().use(assetRoutes(logo)));
        const [picture, styles] = await Promise.all(
            [logo.path, '/assets/brand/0b3d91.css'].map((address) => fetch(app.url + address))
        );
        expect(picture?.headers.get('content-type')).toBe('image/svg+xml');
        expect(await picture?.text()).toBe(SVG);
        expect(page).toContain('href="/assets/brand/0b3d91.css"');
        expect(await styles?.text()).toContain('--accent:#0b3d91');
        await app.close();
    });

    it('must be a picture, and small', () => {
        expect(() => readLogo(file('logo.html', SVG))).toThrow('LOGO_FILE must end with .svg');
        expect(() => readLogo(file('logo.png', randomBytes(20_000)))).toThrow('at most 10000 bytes');
    });
});
