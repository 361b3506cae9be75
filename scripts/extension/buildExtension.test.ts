import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { buildExtension } from './buildExtension.ts';
import { zip } from './zip.ts';

describe('building the extension', () => {
    let folder = '';
    let modules: string[] = [];
    const file = (name: string): string => path.join(folder, name);

    beforeAll(async () => {
        folder = await mkdtemp(path.join(tmpdir(), 'admit-one-extension-'));
        modules = await buildExtension({ outDir: file('unpacked'), zipFile: file('first.zip') });
        await buildExtension({ outDir: file('again'), zipFile: file('second.zip') });
    });

    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('makes every file that the manifest and the pages name', async () => {
        const manifest = JSON.parse(await readFile(file('unpacked/manifest.json'), 'utf8')) as {
            background: { service_worker: string };
            action: { default_popup: string };
            side_panel: { default_path: string };
            options_ui: { page: string };
            icons: Record<string, string>;
        };
        const pages = [manifest.action.default_popup, manifest.side_panel.default_path, manifest.options_ui.page];
        const named = await Promise.all(
            pages.map(async (page) => {
                const html = await readFile(file(`unpacked/${page}`), 'utf8');
                return [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name = '']) => name);
            })
        );
        const all = [manifest.background.service_worker, ...Object.values(manifest.icons), ...named.flat()];
        const sizes = await Promise.all(all.map(async (name) => (await readFile(file(`unpacked/${name}`))).length));
        expect(sizes.filter((size) => size === 0)).toEqual([]);
    });

    it('loads no code from elsewhere and evaluates none', async () => {
        const names = ['serviceWorker', 'contentScript', 'popup', 'sidePanel', 'options'];
        const scripts = await Promise.all(names.map((name) => readFile(file(`unpacked/${name}.js`), 'utf8')));
        expect(scripts.filter((script) => /\beval\(|new Function\(|import\(|importScripts\(/.test(script))).toEqual([]);
        expect(scripts.filter((script) => /from\s*["']https?:/.test(script))).toEqual([]);
    });

    it('makes, hashes and copies links by the very modules of the components', async () => {
        const lwc = 'force-app/main/default/lwc';
        expect(modules).toEqual(
            expect.arrayContaining([
                `${lwc}/linkToken/linkToken.ts`,
                `${lwc}/linkApi/newSingleUseLink.ts`,
                `${lwc}/clipboard/clipboard.ts`
            ])
        );
        const own = modules.filter((name) => name.startsWith('chrome-extension/src/'));
        const sources = await Promise.all(
            own.map((name) => readFile(path.join(import.meta.dirname, '../..', name), 'utf8'))
        );
        expect(sources.filter((source) => /navigator\.clipboard|execCommand\('copy'|base32/.test(source))).toEqual([]);
    });

    it('reads no cookie', async () => {
        const worker = await readFile(file('unpacked/serviceWorker.js'), 'utf8');
        const content = await readFile(file('unpacked/contentScript.js'), 'utf8');
        expect(worker + content).not.toMatch(/chrome\.cookies|document\.cookie/);
    });

    it('packs the same bytes each time, without the key', async () => {
        const [first, second] = await Promise.all([readFile(file('first.zip')), readFile(file('second.zip'))]);
        expect(first.equals(second)).toBe(true);
        const packed = await JSZip.loadAsync(first);
        expect(JSON.parse((await packed.file('manifest.json')?.async('string')) ?? '')).not.toHaveProperty('key');
        expect(await packed.file('popup.js')?.async('string')).toBe(await readFile(file('unpacked/popup.js'), 'utf8'));
    });
});

describe('a zip', () => {
    it('is read by others, names and bytes, in any order it was given', async () => {
        const entries = [
            { name: 'é/b.txt', content: Buffer.from('b'.repeat(1000)) },
            { name: 'a.bin', content: Buffer.from([0, 255, 80, 75]) }
        ];
        const archive = zip(entries);
        expect(zip(entries.toReversed()).equals(archive)).toBe(true);
        const read = await JSZip.loadAsync(archive, { checkCRC32: true });
        expect(Object.keys(read.files)).toEqual(['a.bin', 'é/b.txt']);
        expect(await read.file('a.bin')?.async('nodebuffer')).toEqual(entries[1]?.content);
        expect(await read.file('é/b.txt')?.async('string')).toBe('b'.repeat(1000));
    });
});
