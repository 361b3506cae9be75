import express from 'express';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ListeningApp } from '../../testing/listen.ts';
import { listen } from '../../testing/listen.ts';
import { closedLinkPage } from './closedPages.ts';
import { inLanguage, visitOf } from './visit.ts';
import type { PageVisit } from './visit.ts';

let app: ListeningApp;

beforeAll(async () => {
    const form = express.urlencoded({ extended: false });
    app = await listen(express().use(form, (req, res) => void res.json(visitOf(req, ''))));
});
afterAll(() => app.close());

async function visit(query: string, init: RequestInit = {}): Promise<PageVisit> {
    return (await (await fetch(`${app.url}/${query}`, init)).json()) as PageVisit;
}

describe('visitOf', () => {
    const german = { headers: { 'Accept-Language': 'de-AT,fr-CH;q=0.8' } };

    it('takes the language a visitor chose before what their browser asks for, with its region where it is known', async () => {
        expect(await visit('', german)).toMatchObject({ locale: 'de-AT' });
        expect(await visit('?lang=ja', german)).toMatchObject({ locale: 'ja', lang: 'ja' });
        expect(await visit('?lang=fr', german)).toMatchObject({ locale: 'fr-CH', lang: 'fr' });
    });

    it('takes it from a posted form as well', async () => {
        const body = new URLSearchParams({ lang: 'es' });
        expect(await visit('', { method: 'POST', body })).toMatchObject({ locale: 'es', lang: 'es' });
    });

    it.each(['?lang=xx', '?lang=__proto__', '?lang=de&lang=fr', '?lang='])('ignores %s', async (query) => {
        expect(await visit(query)).toEqual({ locale: 'en', address: '', isEmbedded: false });
    });

    it('knows a page in a frame by what the browser says of it', async () => {
        expect(await visit('', { headers: { 'Sec-Fetch-Dest': 'iframe' } })).toMatchObject({ isEmbedded: true });
        expect(await visit('', { headers: { 'Sec-Fetch-Dest': 'document' } })).toMatchObject({ isEmbedded: false });
    });
});

describe('inLanguage', () => {
    it.each([
        ['/m/token', undefined, '/m/token'],
        ['/m/token?booked', 'de', '/m/token?booked&lang=de'],
        ['?from=2026-11-01&timeZone=Europe%2FBerlin', 'ja', '?from=2026-11-01&timeZone=Europe%2FBerlin&lang=ja'],
        ['?lang=fr', 'de', '?lang=de'],
        ['', 'de', '?lang=de']
    ])('of %s in %s is %s', (address, lang, expected) => {
        expect(inLanguage(address, lang)).toBe(expected);
    });
});

describe('pages', () => {
    it('offer each language in its own words and mark the one in use', () => {
        const page = closedLinkPage({ locale: 'fr-CH', address: '', state: 'unknown' });
        expect(page).toMatch(/<a href="\?lang=fr" lang="fr" hreflang="fr"\s+aria-current="true"\s*>Français/);
        expect(page).toMatch(/<a href="\?lang=ja" lang="ja" hreflang="ja"\s*>日本語/);
    });

    it('are written from right to left where the language is', () => {
        expect(closedLinkPage({ locale: 'ar-EG', state: 'unknown' })).toContain('<html lang="ar-EG" dir="rtl"');
        expect(closedLinkPage({ locale: 'de', state: 'unknown' })).toContain('<html lang="de" dir="ltr"');
    });

    it('have styles that name no left and no right', () => {
        const folder = path.join(import.meta.dirname, 'styles');
        for (const name of readdirSync(folder).filter((file) => file.endsWith('.css'))) {
            const css = readFileSync(path.join(folder, name), 'utf8');
            expect([name, css.match(/[\s-](?:left|right)\s*[:;]|(?:margin|padding)-(?:top|bottom)/)]).toEqual([
                name,
                null
            ]);
        }
    });
});
